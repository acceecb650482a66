import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { useNow } from '../../data/clock';
import { execute } from '../../data/execute';
import { useStaff } from '../../data/staff';
import { ReplyTimeCasesDocument, type ReplyOutcome } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { useZone } from '../../i18n/zone';
import { Button } from '../../ui/Button';
import { Chip, type ChipTone } from '../../ui/Chip';
import { cx } from '../../ui/cx';
import { visible } from '../../ui/visible';
import { casesSearch, daysOf, figures, groupings, inputOf, kinds, metrics, shopDay, type CasesSearch } from './report-search';
import s from './reports.module.css';
import { calendarTime, groupName, workTime } from './report-words';

const tones: Record<ReplyOutcome, ChipTone> = { MET: 'ok', LATE: 'dangerTint', OPEN: 'warn', CANCELLED: 'neutral', WAIVED: 'neutral' };

/** The cases that one figure of the report counts: as many rows as the figure says. */
export function CasesPage() {
  const t = useT();
  const formats = useFormats();
  const zone = useZone();
  const search = casesSearch(useSearch({ strict: false }));
  const { figure = 'due', by = 'all', key, ...report } = search;
  const days = daysOf(report, shopDay(zone, useNow()));
  const input = { ...inputOf(report, days), figure: figures[figure], groupBy: groupings[by], key: key ?? null };
  const query = useInfiniteQuery({
    queryKey: ['replyTimeCases', input], initialPageParam: null as string | null, staleTime: 0,
    queryFn: async ({ pageParam, signal }) => (await execute(ReplyTimeCasesDocument, { input, after: pageParam }, signal)).replyTimeCases,
    getNextPageParam: (last) => (last.hasNextPage ? last.endCursor : undefined),
  });
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const total = query.data?.pages[0]?.totalCount;
  const name = t(`report.figure.${figure}`);
  const waits = (outcome: ReplyOutcome, ms: number) => ({ ms, atLeast: outcome === 'OPEN' });
  return (
    <main id="main" tabIndex={-1} className={p.page} data-pane="list" aria-label={name}>
      <title>{`${name} · ${t('nav.reports')} · Kaiku`}</title>
      <div className={p.column}>
        <nav aria-label={t('report.path')}><Link to="/reports/reply-times" search={report}>{t('report.back')}</Link></nav>
        <div>
          <h1 className={p.h1}>{total === undefined ? name : t('report.cases', { figure: name, count: total })}</h1>
          <Chosen search={search} days={days} />
        </div>
        {query.isError ? <Failure error={query.error} what={t('report.list')} onRetry={() => void query.refetch()} /> : null}
        {query.isPending ? <p className={p.muted} role="status">{t('rooms.loading')}</p> : null}
        {query.isSuccess && rows.length === 0 ? <p className={p.muted} role="status">{t('report.noCases')}</p> : null}
        {rows.length ? (
          <div className={p.tableWrap} tabIndex={0} role="region" aria-label={t('report.list')}>
            <table className={cx(p.table, s.table)}>
              <thead>
                <tr>
                  <th scope="col">{t('report.ticket')}</th><th scope="col">{t('report.outcome')}</th><th scope="col">{t('report.started')}</th><th scope="col">{t('report.dueAt')}</th><th scope="col">{t('report.stopped')}</th>
                  <th scope="col" className={p.right}>{t('report.workingTime')}</th><th scope="col" className={p.right}>{t('report.calendarTime')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, ticket, outcome, startedAt, dueAt, stoppedAt, workMs, calendarMs }) => (
                  <tr key={id}>
                    <td>
                      {ticket ? (
                        <>
                          <Link to="/t/$number" params={{ number: String(ticket.number) }}>#{ticket.number} {visible(ticket.subject ?? t('ticket.noSubject'))}</Link>
                          <span className={s.sub}>{t(`kind.${ticket.kind}`)} · {ticket.team.name}</span>
                        </>
                      ) : t('report.notYours')}
                    </td>
                    <td><Chip tone={figure === 'metInContact' ? 'neutral' : tones[outcome]}>{t(figure === 'metInContact' ? 'report.figure.metInContact' : `report.outcome.${outcome}`)}</Chip></td>
                    <td className="num">{formats.full(startedAt)}</td><td className="num">{dueAt ? formats.full(dueAt) : '–'}</td><td className="num">{stoppedAt ? formats.full(stoppedAt) : '–'}</td>
                    <td className={p.right}>{workTime(waits(outcome, workMs), t)}</td><td className={p.right}>{calendarTime(waits(outcome, calendarMs), t)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        {query.hasNextPage ? <div><Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{t('action.more')}</Button></div> : null}
      </div>
    </main>
  );
}

/** What the figure is of, in words. */
function Chosen({ search: { metric = 'first_reply', team, kind, by = 'all', key }, days }: { search: CasesSearch; days: { from: string; to: string } }) {
  const t = useT();
  const formats = useFormats();
  const { teams } = useStaff();
  const nameOf = (id: string) => teams.find((each) => each.id === id)?.name ?? '';
  const words = [
    t(`deadline.metric.${metrics[metric]}`), `${formats.date(days.from)}–${formats.date(days.to)}`, team ? nameOf(team) : null, kind ? t(`kind.${kinds[kind]}`) : null,
    key ? groupName(by, key, nameOf(key), t, formats) : null,
  ];
  return <p className={p.muted}>{words.filter(Boolean).join(' · ')}</p>;
}
