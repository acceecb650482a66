import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Failure } from '../../app/failure';
import { businessNow } from '../../data/clock';
import { execute } from '../../data/execute';
import { PreviewCalendarDocument, type CalendarDefinitionInput, type DeadlineUnit } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { fieldOfInstant, instantOfField } from '../../i18n/zone';
import { DateTimeInput } from '../../ui/DateTimeInput';
import { Field } from '../../ui/Field';
import { NativeSelect } from '../../ui/NativeSelect';
import { Notice } from '../../ui/Notice';
import { targetWords } from '../../ui/target-words';
import { faultsOf, type Faults } from './calendar-draft';
import s from './deadlines.module.css';

const units = ['BUSINESS_SECONDS', 'BUSINESS_DAYS', 'CALENDAR_DAYS', 'CALENDAR_MONTHS'] as const satisfies DeadlineUnit[];
const rest = 400;

/** "A ticket arriving Friday at 17.30 with 4 h is due Monday at 12.00": the server's answer to the calendar as it stands in the form. */
export function CalendarPreview({ definition, onFaults }: { definition: CalendarDefinitionInput; onFaults: (faults: Faults) => void }) {
  const t = useT();
  const formats = useFormats();
  const [start, setStart] = useState(() => fieldOfInstant(new Date(businessNow()).toISOString()));
  const [amount, setAmount] = useState('4');
  const [unit, setUnit] = useState<(typeof units)[number]>('BUSINESS_SECONDS');
  const typed = Number(amount.replace(',', '.'));
  const at = instantOfField(start);
  const asked = JSON.stringify({ definition, start: at, amount: unit === 'BUSINESS_SECONDS' ? Math.round(typed * 3600) : typed, unit });
  const [settled, setSettled] = useState(asked);
  useEffect(() => { const timer = setTimeout(() => setSettled(asked), rest); return () => clearTimeout(timer); }, [asked]);
  const query = useQuery({
    queryKey: ['previewCalendar', settled], enabled: at !== null && Number.isFinite(typed), placeholderData: keepPreviousData, gcTime: 30_000,
    queryFn: async ({ signal }) => ({ asked: settled, ...(await execute(PreviewCalendarDocument, { input: JSON.parse(settled) as { definition: CalendarDefinitionInput; start: string; amount: number; unit: DeadlineUnit } }, signal)).previewCalendar }),
  });
  const answer = query.data;
  const faults = answer?.faults;
  useEffect(() => { if (faults) onFaults(faultsOf(faults)); }, [faults, onFaults]);
  const stale = settled !== asked || query.isPlaceholderData;
  const amountFault = faults?.find((fault) => fault.path === 'amount')?.message;
  return (
    <section className={s.preview} aria-label={t('preview.title')}>
      <h2 className={s.h2}>{t('preview.title')}</h2>
      <div className={s.previewForm}>
        <DateTimeInput time label={t('preview.start')} value={start} onChange={setStart} error={at === null ? t('deadline.fix.when') : null} />
        <Field label={t('preview.amount')} inputMode="numeric" value={amount} onChange={setAmount} error={amountFault ?? (Number.isFinite(typed) ? null : t('preview.number'))} />
        <NativeSelect label={t('preview.unit')} value={unit} onChange={setUnit} options={units.map((each) => ({ value: each, label: t(`unit.${each === 'BUSINESS_SECONDS' ? 'WORK_HOURS' : each}`) }))} />
      </div>
      {query.isError ? <Failure error={query.error} what={t('preview.title')} onRetry={() => void query.refetch()} /> : null}
      <p role="status" className={stale ? s.stale : undefined}>
        {answer?.dueAt && at
          ? t('preview.answer', { start: formats.full(at), target: targetWords(unit, unit === 'BUSINESS_SECONDS' ? typed * 3600 : typed, t), due: formats.full(answer.dueAt) })
          : faults?.length ? t('preview.faulty') : query.isPending ? t('preview.counting') : null}
        {answer?.legalDueAt ? ` ${t('preview.legal', { date: formats.date(new Date(Date.parse(answer.legalDueAt) - 1).toISOString()) })}` : null}
      </p>
      {answer?.warnings.map((warning) => <Notice key={`${warning.path}${warning.message}`} tone="warn">{warning.message}</Notice>)}
    </section>
  );
}
