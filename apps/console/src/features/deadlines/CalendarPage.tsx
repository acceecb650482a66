import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { execute } from '../../data/execute';
import { CalendarDocument } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { CalendarForm } from './CalendarForm';
import { DeadlineRooms } from './DeadlineRooms';

/** One calendar, or a new one. */
export function CalendarPage() {
  const t = useT();
  const { id } = useParams({ from: '/shell/admin/calendars/$id' });
  const isNew = id === 'new';
  const query = useQuery({ queryKey: ['calendar', id], enabled: !isNew, staleTime: 0, queryFn: async ({ signal }) => (await execute(CalendarDocument, { id }, signal)).calendar });
  if (isNew) return <CalendarForm key="new" calendar={null} versions={[]} />;
  if (query.data) return <CalendarForm key={`${query.data.id}v${query.data.version}`} calendar={query.data} versions={query.data.versions} />;
  return (
    <DeadlineRooms title={t('rooms.calendar')}>
      {query.isError ? <Failure error={query.error} what={t('rooms.calendar')} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <p className={p.muted} role="status">{t('rooms.loading')}</p> : null}
      {query.data === null ? <p>{t('calendar.gone')} <Link to="/admin/calendars">{t('calendar.toList')}</Link></p> : null}
    </DeadlineRooms>
  );
}
