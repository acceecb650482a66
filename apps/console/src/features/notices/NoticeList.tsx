import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failure } from '../../app/failure';
import { useNow } from '../../data/clock';
import { execute } from '../../data/execute';
import { NoticesDocument, type NoticesQuery } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { digestNumbers, noticeWords } from './notice-words';
import s from './notices.module.css';
import { listKey, markRead, useUnread } from './unread';

type Row = NoticesQuery['notices']['nodes'][number];

/** The reader's notices, newest first; a click leads to the ticket and marks the line read. */
export function NoticeList({ onLeave, level = 2 }: { onLeave: () => void; level?: 1 | 2 }) {
  const Heading = level === 1 ? 'h1' : 'h2';
  const t = useT();
  const client = useQueryClient();
  const unread = useUnread();
  const query = useInfiniteQuery({
    queryKey: listKey, initialPageParam: null as string | null, staleTime: 0,
    queryFn: async ({ pageParam, signal }) => (await execute(NoticesDocument, { after: pageParam, unreadOnly: null }, signal)).notices,
    getNextPageParam: (last) => (last.hasNextPage ? last.endCursor : undefined),
  });
  const read = useMutation({ mutationFn: (which: { ids?: string[]; all?: boolean }) => markRead(client, which) });
  const rows = query.data?.pages.flatMap((page) => page.nodes) ?? [];
  const open = (row: Row) => { if (!row.readAt) read.mutate({ ids: [row.id] }); onLeave(); };
  return (
    <div className={s.list}>
      <div className={s.head}>
        <Heading className={s.title}>{t('notices.title')}</Heading>
        {unread.count > 0 ? <Button look="link" isPending={read.isPending} onPress={() => read.mutate({ all: true })}>{t('notices.readAll')}</Button> : null}
      </div>
      {read.isError ? <Failure error={read.error} what={t('notices.marking')} onRetry={() => read.mutate(read.variables)} /> : null}
      {query.isError ? <Failure error={query.error} what={t('notices.title')} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <p className={s.quiet} role="status">{t('rooms.loading')}</p> : null}
      {query.isSuccess && rows.length === 0 ? <p className={s.quiet}>{t('notices.none')}</p> : null}
      {rows.length ? <ul className={s.rows}>{rows.map((row) => <li key={row.id}><NoticeRow row={row} onOpen={() => open(row)} /></li>)}</ul> : null}
      {query.hasNextPage ? <div><Button size="strip" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{t('action.more')}</Button></div> : null}
      <Link to="/settings/notices" className={s.settings} onClick={onLeave}>{t('notices.settings')}</Link>
    </div>
  );
}

function NoticeRow({ row, onOpen }: { row: Row; onOpen: () => void }) {
  const t = useT();
  const formats = useFormats();
  const now = useNow();
  const text = <><span className={s.words}>{row.readAt ? null : <span className="sr">{t('notices.unread')} </span>}{noticeWords(row, now, t, formats)}</span>{row.ticket?.subject ? <span className={s.subject}>{row.ticket.subject}</span> : null}<span className={s.quiet}>{formats.ago(row.at, now)}</span></>;
  const look = cx(s.row, !row.readAt && s.unread);
  const numbers = digestNumbers(row.params);
  if (numbers.length) return <div className={look}>{text}<span className={s.numbers}>{numbers.slice(0, 20).map((number) => <Link key={number} to="/t/$number" params={{ number: String(number) }} search={true} onClick={onOpen}>#{number}</Link>)}</span></div>;
  if (row.ticketNumber === null) return <div className={look}>{text}</div>;
  return <Link className={look} to="/t/$number" params={{ number: String(row.ticketNumber) }} search={true} onClick={onOpen}>{text}</Link>;
}
