import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { useT } from '../../i18n/intl';
import { DeadlineRooms } from './DeadlineRooms';
import { policiesQuery } from './PoliciesPage';
import { PolicyForm } from './PolicyForm';

/** One policy, or a new one. */
export function PolicyPage() {
  const t = useT();
  const { id } = useParams({ from: '/shell/admin/policies/$id' });
  const query = useQuery(policiesQuery);
  const policy = query.data?.deadlinePolicies.find((each) => each.id === id);
  if (query.data && (policy || id === 'new')) return <PolicyForm key={`${id}v${policy?.version ?? 0}`} policy={policy ?? null} calendars={query.data.calendars} plans={query.data.reminderPlans} />;
  return (
    <DeadlineRooms title={t('rooms.policy')}>
      {query.isError ? <Failure error={query.error} what={t('rooms.policy')} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <p className={p.muted} role="status">{t('rooms.loading')}</p> : null}
      {query.data ? <p>{t('policy.gone')} <Link to="/admin/policies">{t('policy.toList')}</Link></p> : null}
    </DeadlineRooms>
  );
}
