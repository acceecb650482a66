import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { useNow } from '../../data/clock';
import { execute } from '../../data/execute';
import { ReplyTimesDocument, type FigureFieldsFragment, type ReplyTimesQuery } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { useZone } from '../../i18n/zone';
import { Notice } from '../../ui/Notice';
import { DayChart } from './DayChart';
import type { Scope } from './FigureLink';
import { Filters } from './Filters';
import { GroupTable } from './GroupTable';
import { Counts, Headline } from './Headline';
import { daysOf, inputOf, reportSearch, shopDay, type ReportSearch } from './report-search';
import s from './reports.module.css';

/** A chart of more days has bars that nobody can hit. */
const CHARTED = 92;

const any = (f: FigureFieldsFragment): boolean => f.due + f.cancelled + f.waived + f.metInContact + f.arrived > 0;

/** How fast customers are answered: one sentence, four figures, and each figure by kind, team and day with its cases behind it. */
export function ReplyTimesPage() {
  const t = useT();
  const zone = useZone();
  const search = reportSearch(useSearch({ strict: false }));
  const days = daysOf(search, shopDay(zone, useNow()));
  const query = useQuery({
    queryKey: ['replyTimes', inputOf(search, days)], staleTime: 60_000, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => execute(ReplyTimesDocument, { input: inputOf(search, days) }, signal),
  });
  const report = query.data?.replyTimes;
  const scope: Scope = { search: { ...search, ...days } };
  return (
    <main id="main" tabIndex={-1} className={p.page} data-pane="list" aria-label={t('nav.reports')}>
      <title>{`${t('nav.reports')} · Kaiku`}</title>
      <div className={p.column}>
        <h1 className={p.h1}>{t('nav.reports')}</h1>
        <Filters search={search} days={days} />
        {query.isError ? <Failure error={query.error} what={t('nav.reports')} onRetry={() => void query.refetch()} /> : null}
        {query.isPending || query.isPlaceholderData ? <p className={p.muted} role="status">{t(query.isPending ? 'rooms.loading' : 'report.updating')}</p> : null}
        {query.isSuccess && !report ? <Notice tone="danger">{t('failure.forbidden', { what: t('nav.reports') })}</Notice> : null}
        {report && !query.isError ? <div className={s.report} data-stale={query.isPlaceholderData ? '' : undefined}><Report report={report} scope={scope} days={days} /></div> : null}
      </div>
    </main>
  );
}

function Report({ report, scope, days }: { report: NonNullable<ReplyTimesQuery['replyTimes']>; scope: Scope; days: { from: string; to: string } }) {
  const t = useT();
  const formats = useFormats();
  const byDay = report.byDay.filter((day) => any(day.figures));
  const charted = report.overall.due > 0 && report.byDay.length <= CHARTED;
  const facts = <p className={s.foot}>{t('report.facts', { from: formats.date(days.from), to: formats.date(days.to), zone: report.zone, at: formats.full(report.asOf) })}</p>;
  if (!any(report.overall)) return <><Nothing search={scope.search} />{facts}</>;
  return (
    <>
      <Headline figures={report.overall} scope={scope} />
      {report.matured ? null : <Notice tone="info">{t('report.immature', { at: formats.full(report.asOf) })}</Notice>}
      <Counts figures={report.overall} scope={scope} />
      <section className={p.section}>
        <h2 className={p.h2}>{t('report.by.day')}</h2>
        {charted ? <DayChart days={report.byDay} scope={scope} /> : null}
        <details className={s.details} open={!charted}>
          <summary>{t('report.asTable')}</summary>
          <GroupTable by="day" groups={byDay} scope={scope} caption={t('report.by.day')} />
        </details>
      </section>
      {(['kind', 'team'] as const).map((by) => (
        <section key={by} className={p.section}>
          <h2 className={p.h2}>{t(`report.by.${by}`)}</h2>
          <GroupTable by={by} groups={by === 'kind' ? report.byKind : report.byTeam} scope={scope} caption={t(`report.by.${by}`)} />
        </section>
      ))}
      <p className={s.foot}>{t('report.how')}</p>
      {facts}
    </>
  );
}

/** Nothing in the period, and where there may be something. */
function Nothing({ search }: { search: ReportSearch }) {
  const t = useT();
  const elsewhere: ReportSearch[] = [{ ...search, period: 'last_month', from: undefined, to: undefined }, { metric: search.metric, period: search.period, from: search.from, to: search.to }];
  return (
    <div className={s.nothing}>
      <p>{t('report.nothing')}</p>
      <p><Link to="/reports/reply-times" search={elsewhere[0]}>{t('report.period.last_month')}</Link>{search.team || search.kind ? <> · <Link to="/reports/reply-times" search={elsewhere[1]}>{t('report.unfiltered')}</Link></> : null}</p>
    </div>
  );
}
