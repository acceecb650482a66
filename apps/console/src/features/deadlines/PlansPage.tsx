import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../app/failure';
import p from '../../app/page.module.css';
import { can, useSignedIn } from '../../app/session';
import { execute } from '../../data/execute';
import { ReminderPlansDocument, type PlanFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { DeadlineRooms } from './DeadlineRooms';
import s from './deadlines.module.css';
import { planDraft } from './plan-draft';
import { PlanForm } from './PlanForm';
import { recipientList, stepSentence } from './plan-words';

/** Who is reminded when, and to whom a late one goes on. */
export function PlansPage() {
  const t = useT();
  const mayManage = can(useSignedIn(), 'setting.manage_deadlines');
  const query = useQuery({ queryKey: ['plans'], staleTime: 0, queryFn: async ({ signal }) => (await execute(ReminderPlansDocument, {}, signal)).reminderPlans });
  const [editing, setEditing] = useState<string | null>(null);
  const close = () => setEditing(null);
  return (
    <DeadlineRooms title={t('rooms.reminders')} aside={mayManage && editing === null ? <Button look="primary" onPress={() => setEditing('new')}>{t('plan.new')}</Button> : null}>
      <p className={p.muted}>{t('plan.intro')}</p>
      {query.isError ? <Failure error={query.error} what={t('rooms.reminders')} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <p className={p.muted} role="status">{t('rooms.loading')}</p> : null}
      {editing === 'new' ? <PlanForm plan={null} onClose={close} /> : null}
      {query.data?.length === 0 && editing !== 'new' ? <Notice tone="info">{t('plan.empty')}</Notice> : null}
      {query.data?.map((plan) => (editing === plan.id ? <PlanForm key={`${plan.id}v${plan.version}`} plan={plan} onClose={close} /> : <Plan key={plan.id} plan={plan} onEdit={mayManage && editing === null ? () => setEditing(plan.id) : null} />))}
    </DeadlineRooms>
  );
}

function Plan({ plan, onEdit }: { plan: PlanFieldsFragment; onEdit: (() => void) | null }) {
  const t = useT();
  const formats = useFormats();
  return (
    <section className={s.section} aria-label={plan.name}>
      <div className={p.titleRow}>
        <h2 className={s.h2}>{plan.name}</h2><span className={s.quiet}>{t('plan.version', { version: plan.version })}</span>
        {onEdit ? <Button size="strip" aria-label={t('people.editOf', { name: plan.name })} onPress={onEdit}>{t('people.edit')}</Button> : null}
      </div>
      <table className={s.table}>
        <thead><tr><th scope="col">{t('plan.when')}</th><th scope="col">{t('plan.to')}</th><th scope="col">{t('plan.critical')}</th></tr></thead>
        <tbody>{planDraft(plan).steps.map((step) => <tr key={step.key}><td>{stepSentence(step, t)}</td><td>{recipientList(step.to, t, formats)}</td><td>{step.critical ? t('plan.yes') : ''}</td></tr>)}</tbody>
      </table>
    </section>
  );
}
