import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import { businessNow } from '../../data/clock';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { PreviewCalendarChangeDocument, SaveCalendarDocument, type CalendarApply, type CalendarFieldsFragment } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { fieldOfInstant, instantOfField } from '../../i18n/zone';
import { Button } from '../../ui/Button';
import { Choices } from '../../ui/Choices';
import { DateTimeInput } from '../../ui/DateTimeInput';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { definitionOf, faultsOf, type CalendarDraft, type Faults } from './calendar-draft';
import { EffectPreview } from './EffectPreview';

const ways: CalendarApply[] = ['RECALENDAR', 'KEEP', 'CORRECT'];

/** What becomes of clocks that run is chosen, and its effect seen, before a new version is made. */
export function SaveCalendarDialog({ calendar, draft, onClose, onSaved, onFaults, onReload }: {
  calendar: CalendarFieldsFragment; draft: CalendarDraft; onClose: () => void; onSaved: (calendar: CalendarFieldsFragment) => void; onFaults: (faults: Faults) => void;
  /** Somebody else saved: what they saved is shown in place of what is typed. */ onReload: () => void;
}) {
  const t = useT();
  const [apply, setApply] = useState<CalendarApply>('RECALENDAR');
  const [since, setSince] = useState(() => fieldOfInstant(new Date(businessNow()).toISOString()).replace(/T.*/, 'T00:00'));
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [overtaken, setOvertaken] = useState(false);
  const [fields, setFields] = useState<Record<string, string>>({});
  const effectiveFrom = apply === 'CORRECT' ? instantOfField(since) : null;
  const input = { calendarId: calendar.id, definition: definitionOf(draft), apply, effectiveFrom };
  const effect = useQuery({
    queryKey: ['previewCalendarChange', calendar.id, calendar.version, JSON.stringify(input)], enabled: apply !== 'KEEP' && (apply !== 'CORRECT' || effectiveFrom !== null), staleTime: 0, gcTime: 0, retry: false,
    queryFn: async ({ signal }) => (await execute(PreviewCalendarChangeDocument, { input }, signal)).previewCalendarChange,
  });
  const save = useMutation({
    mutationFn: () => execute(SaveCalendarDocument, { input: { ...input, expectedVersion: calendar.version, name: draft.name.trim(), note: note.trim() || null } }),
    onMutate: () => { setProblem(null); setFields({}); },
    onSuccess: ({ saveCalendar }) => match(saveCalendar, {
      BusinessCalendar: onSaved,
      CalendarNotFound: ({ message }) => setProblem(message),
      CalendarConflict: ({ message }) => { setProblem(message); setOvertaken(true); },
      CalendarInvalid: ({ faults }) => { onFaults(faultsOf(faults)); onClose(); },
      InvalidInput: ({ message, fields: wrong }) => {
        const own = Object.fromEntries(wrong.map((each) => [each.path, each.message]));
        setFields(own);
        if (wrong.some((each) => !['note', 'effectiveFrom'].includes(each.path))) { onFaults(own); onClose(); }
        else if (wrong.length === 0) setProblem(message);
      },
    }),
  });
  return (
    <Dialog
      wide title={t('calendar.saveTitle', { name: draft.name })} onClose={onClose}
      foot={<><span /><Button onPress={onClose}>{t('action.cancel')}</Button>{overtaken ? <Button look="primary" onPress={onReload}>{t('conflict.reload')}</Button> : <Button look="primary" isPending={save.isPending} isDisabled={apply === 'CORRECT' && effectiveFrom === null} onPress={() => save.mutate()}>{t('calendar.saveVersion', { version: calendar.version + 1 })}</Button>}</>}
    >
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {save.isError ? <Failure error={save.error} what={t('calendar.thing')} onRetry={() => save.mutate()} /> : null}
      <Choices label={t('calendar.apply')} value={apply} onChange={setApply} options={ways.map((each) => ({ value: each, label: t(`calendar.apply.${each}`) }))} />
      <p>{t(`calendar.applySays.${apply}`)}</p>
      {apply === 'CORRECT' ? <DateTimeInput time label={t('calendar.since')} value={since} onChange={setSince} error={fields.effectiveFrom ?? (effectiveFrom === null ? t('deadline.fix.when') : null)} /> : null}
      {apply === 'KEEP' || overtaken ? null : <EffectPreview effect={effect.data} error={effect.error} pending={effect.isFetching} onRetry={() => void effect.refetch()} />}
      <Field label={t('versions.why')} optional={t('field.optional')} value={note} onChange={setNote} error={fields.note} hint={t('versions.whyHint')} />
    </Dialog>
  );
}
