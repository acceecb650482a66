import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useStaff } from '../../data/staff';
import { useT } from '../../i18n/intl';
import { DateTimeInput } from '../../ui/DateTimeInput';
import { NativeSelect } from '../../ui/NativeSelect';
import { dayOf, kinds, metrics, periodFault, periods, usualPeriod, type Kind, type Metric, type ReportSearch } from './report-search';
import s from './reports.module.css';

const kindNames = Object.keys(kinds) as Kind[];
const metricNames = Object.keys(metrics) as Metric[];

/** What the report is of. All of it stands in the address. */
export function Filters({ search, days }: { search: ReportSearch; days: { from: string; to: string } }) {
  const t = useT();
  const navigate = useNavigate();
  const { teams } = useStaff();
  const change = (over: Partial<ReportSearch>) => void navigate({ to: '/reports/reply-times', search: { ...search, ...over } });
  const period = search.period ?? usualPeriod;
  return (
    <form className={s.filters} role="search" aria-label={t('report.filters')} onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        label={t('report.period')} value={period} options={periods.map((value) => ({ value, label: t(`report.period.${value}`) }))}
        onChange={(value) => change(value === 'own' ? { period: value, ...days } : { period: value, from: undefined, to: undefined })}
      />
      {period === 'own' ? <OwnDays key={`${days.from} ${days.to}`} days={days} onChange={(own) => change({ period: 'own', ...own })} /> : null}
      <NativeSelect label={t('report.metric')} value={search.metric ?? 'first_reply'} options={metricNames.map((value) => ({ value, label: t(`deadline.metric.${metrics[value]}`) }))} onChange={(metric) => change({ metric })} />
      <NativeSelect
        label={t('field.team')} value={search.team ?? ''} onChange={(team) => change({ team: team || undefined })}
        options={[{ value: '', label: t('report.allTeams') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t('field.kind')} value={search.kind ?? ''} onChange={(kind) => change({ kind: kind === '' ? undefined : kind })}
        options={[{ value: '' as Kind | '', label: t('report.allKinds') }, ...kindNames.map((value) => ({ value, label: t(`kind.${kinds[value]}`) }))]}
      />
    </form>
  );
}

/** Two days; they are taken when they make a period, and said what is wrong with them until then. */
function OwnDays({ days, onChange }: { days: { from: string; to: string }; onChange: (days: { from: string; to: string }) => void }) {
  const t = useT();
  const [draft, setDraft] = useState(days);
  const [touched, setTouched] = useState(false);
  const fault = periodFault(dayOf(draft.from), dayOf(draft.to));
  const take = () => { if (fault === null && (draft.from !== days.from || draft.to !== days.to)) onChange(draft); };
  const put = (over: Partial<typeof draft>) => { setTouched(true); setDraft((old) => ({ ...old, ...over })); };
  return (
    // Taken when the focus leaves both, so that a day that is being typed asks for nothing.
    <div className={s.own} role="group" aria-label={t('report.period.own')} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) take(); }} onKeyDown={(event) => { if (event.key === 'Enter') take(); }}>
      <DateTimeInput label={t('report.from')} value={draft.from} onChange={(from) => put({ from })} />
      <DateTimeInput label={t('report.to')} value={draft.to} onChange={(to) => put({ to })} error={touched && fault ? t(`report.period.${fault}`) : null} />
    </div>
  );
}
