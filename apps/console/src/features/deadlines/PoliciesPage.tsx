import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { can, useSignedIn } from '../../app/session';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { DeadlinePoliciesDocument, OrderPoliciesDocument, SetPolicyActiveDocument, type PolicyFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Notice } from '../../ui/Notice';
import { DeadlineRooms } from './DeadlineRooms';
import s from './deadlines.module.css';
import { conditionSentence, promises } from './policy-draft';
import { WithoutPolicy } from './WithoutPolicy';

export const policiesQuery = { queryKey: ['policies'], staleTime: 0, queryFn: ({ signal }: { signal: AbortSignal }) => execute(DeadlinePoliciesDocument, {}, signal) };
const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** What is promised to whom: the first policy whose conditions hold is the one that counts. */
export function PoliciesPage() {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayManage = can(useSignedIn(), 'setting.manage_deadlines');
  const [problem, setProblem] = useState<string | null>(null);
  const query = useQuery(policiesQuery);
  const fresh = () => void client.invalidateQueries({ queryKey: ['policies'] });
  const wrong = ({ message, fields }: { message: string; fields: { message: string }[] }) => { setProblem(fields[0]?.message ?? message); fresh(); };
  const order = useMutation({
    mutationFn: (ids: string[]) => execute(OrderPoliciesDocument, { input: { ids } }), onMutate: () => setProblem(null),
    onSuccess: ({ orderPolicies }) => match(orderPolicies, { DeadlinePolicies: fresh, InvalidInput: wrong }),
  });
  const turn = useMutation({
    mutationFn: (policy: PolicyFieldsFragment) => execute(SetPolicyActiveDocument, { input: { policyId: policy.id, active: !policy.active } }), onMutate: () => setProblem(null),
    onSuccess: ({ setPolicyActive }) => match(setPolicyActive, { DeadlinePolicy: fresh, PolicyNotFound: ({ message }) => { setProblem(message); fresh(); }, InvalidInput: wrong }),
  });
  const policies = [...(query.data?.deadlinePolicies ?? [])].sort((a, b) => a.rank - b.rank);
  const move = (at: number, step: 1 | -1) => {
    const ids = policies.map((policy) => policy.id);
    const [moved] = ids.splice(at, 1);
    if (!moved) return;
    ids.splice(at + step, 0, moved);
    announce(t('policy.moved', { place: at + step + 1 }));
    order.mutate(ids);
  };
  const failed = order.error ?? turn.error;
  return (
    <DeadlineRooms title={t('rooms.policies')} aside={mayManage ? <Button look="primary" onPress={() => void navigate({ to: '/admin/policies/$id', params: { id: 'new' } })}>{t('policy.new')}</Button> : null}>
      <p className={p.muted}>{t('policy.intro')}</p>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {failed ? <Failure error={failed} what={t('rooms.policies')} /> : null}
      {query.isError ? <Failure error={query.error} what={t('rooms.policies')} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <p className={p.muted} role="status">{t('rooms.loading')}</p> : null}
      {query.data && policies.length === 0 ? <Notice tone="warn">{t('policy.empty')}</Notice> : null}
      {policies.length ? (
        <ol className={s.policies}>
          {policies.map((policy, at) => (
            <li key={policy.id} className={s.policy} data-off={policy.active ? undefined : ''}>
              <span className={s.order}>
                <span className={s.rank}>{at + 1}</span>
                {mayManage ? <>
                  <Button look="quiet" size="strip" icon isDisabled={at === 0 || order.isPending} aria-label={t('policy.up', { name: policy.name })} onPress={() => move(at, -1)}><ArrowUp {...icon} /></Button>
                  <Button look="quiet" size="strip" icon isDisabled={at === policies.length - 1 || order.isPending} aria-label={t('policy.down', { name: policy.name })} onPress={() => move(at, 1)}><ArrowDown {...icon} /></Button>
                </> : null}
              </span>
              <div className={s.policyText}>
                <span><Link className={s.policyName} to="/admin/policies/$id" params={{ id: policy.id }}>{policy.name}</Link> {policy.active ? null : <Chip>{t('policy.off')}</Chip>}</span>
                <span>{conditionSentence(policy.conditions, t)}</span>
                <span className={s.promises}>{promises(policy.targets, t, formats)}</span>
              </div>
              <div className={s.policySide}>
                <span className={s.quiet}>{t('policy.facts', { version: policy.version, count: policy.openDeadlines })}</span>
                {mayManage ? <Button size="strip" isPending={turn.isPending && turn.variables.id === policy.id} aria-label={t(policy.active ? 'policy.turnOffOf' : 'policy.turnOnOf', { name: policy.name })} onPress={() => turn.mutate(policy)}>{t(policy.active ? 'policy.turnOff' : 'policy.turnOn')}</Button> : null}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {query.data ? <WithoutPolicy /> : null}
    </DeadlineRooms>
  );
}
