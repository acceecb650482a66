import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Failure } from '../../app/failure';
import { can, useSignedIn } from '../../app/session';
import { useUnsavedGuard } from '../../app/UnsavedGuard';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { CreatePolicyDocument, type DeadlinePoliciesQuery, type PolicyFieldsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/formats';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { faultsOf, homeless, type Faults } from './calendar-draft';
import { ConditionsEditor } from './ConditionsEditor';
import { DeadlineRooms } from './DeadlineRooms';
import s from './deadlines.module.css';
import { conditionSentence, conditionsOf, emptyPolicy, metrics, newTarget, policyDraft, promises, samePolicy, targetsOf, type PolicyDraft } from './policy-draft';
import { SavePolicyDialog } from './SavePolicyDialog';
import { TargetEditor } from './TargetEditor';
import { Versions } from './Versions';

type Answer = DeadlinePoliciesQuery;
const shown = (path: string): boolean => /^(name|targets|conditions)(\.|$)/.test(path);

export function PolicyForm({ policy, calendars, plans }: { policy: Answer['deadlinePolicies'][number] | null; calendars: Answer['calendars']; plans: Answer['reminderPlans'] }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayManage = can(useSignedIn(), 'setting.manage_deadlines');
  const plan = plans[0]?.id ?? null;
  const start = useMemo(() => (policy ? policyDraft(policy) : emptyPolicy(plan)), [policy, plan]);
  const [draft, setDraft] = useState<PolicyDraft>(start);
  const [faults, setFaults] = useState<Faults>({});
  const [saving, setSaving] = useState(false);
  const dirty = !samePolicy(draft, start);
  const { guard, pass } = useUnsavedGuard(dirty && mayManage);
  const change = (changes: Partial<PolicyDraft>) => { setFaults({}); setDraft((old) => ({ ...old, ...changes })); };
  const saved = (next: PolicyFieldsFragment) => {
    announce(t('policy.saved', { version: next.version }));
    pass();
    setSaving(false);
    void client.invalidateQueries({ queryKey: ['policies'] });
    void navigate({ to: '/admin/policies/$id', params: { id: next.id }, replace: true });
  };
  const create = useMutation({
    mutationFn: () => execute(CreatePolicyDocument, { input: { name: draft.name.trim(), conditions: conditionsOf(draft), targets: targetsOf(draft) } }), onMutate: () => setFaults({}),
    onSuccess: ({ createPolicy }) => match(createPolicy, { DeadlinePolicy: saved, PolicyInvalid: (wrong) => setFaults(faultsOf(wrong.faults)), InvalidInput: ({ fields, message }) => setFaults(fields.length ? faultsOf(fields) : { '': message }) }),
  });
  const save = () => {
    if (!draft.name.trim()) setFaults({ name: t('rooms.nameMissing') });
    else if (policy) setSaving(true);
    else create.mutate();
  };
  const unpromised = metrics.find((metric) => !draft.targets.some((target) => target.metric === metric)) ?? 'FIRST_REPLY';
  return (
    <DeadlineRooms
      title={policy?.name ?? t('policy.new')}
      aside={mayManage ? <><span className={s.quiet} role="status">{dirty ? t('rooms.unsaved') : ''}</span><Button look="primary" isDisabled={!dirty} isPending={create.isPending} onPress={save}>{policy ? t('policy.saveAs') : t('policy.create')}</Button></> : null}
    >
      {homeless(faults, shown).map((message) => <Notice key={message} tone="danger">{message}</Notice>)}
      {create.isError ? <Failure error={create.error} what={t('policy.thing')} onRetry={save} /> : null}
      {policy && !policy.active ? <Notice tone="info">{t('policy.isOff')}</Notice> : null}
      <p className={s.sentence} role="status">{conditionSentence(conditionsOf(draft), t)}</p>
      {mayManage ? <>
        <div className={s.pair}><Field label={t('field.name')} required value={draft.name} onChange={(name) => change({ name })} error={faults.name} /></div>
        <section className={s.section} aria-label={t('policy.conditions')}><h2 className={s.h2}>{t('policy.conditions')}</h2><ConditionsEditor draft={draft} faults={faults} onChange={change} /></section>
        <section className={s.section} aria-label={t('policy.targets')}>
          <h2 className={s.h2}>{t('policy.targets')}</h2>
          {faults.targets ? <p className={s.fault}>{faults.targets}</p> : null}
          {draft.targets.map((target, at) => (
            <TargetEditor
              key={target.key} target={target} path={`targets.${at}`} faults={faults} calendars={calendars} plans={plans}
              onChange={(changes) => change({ targets: draft.targets.map((each) => (each.key === target.key ? { ...each, ...changes } : each)) })}
              onRemove={() => change({ targets: draft.targets.filter((each) => each.key !== target.key) })}
            />
          ))}
          <div><Button onPress={() => change({ targets: [...draft.targets, newTarget(unpromised, plan)] })}>{t('policy.addTarget')}</Button></div>
        </section>
      </> : <p>{promises(policy?.targets ?? [], t, formats)}</p>}
      {policy ? <Versions versions={policy.versions} current={policy.version} /> : null}
      {saving && policy ? <SavePolicyDialog policy={policy} draft={draft} onClose={() => setSaving(false)} onSaved={saved} onFaults={setFaults} onReload={() => { pass(); setSaving(false); void client.invalidateQueries({ queryKey: ['policies'] }); }} /> : null}
      {guard}
    </DeadlineRooms>
  );
}
