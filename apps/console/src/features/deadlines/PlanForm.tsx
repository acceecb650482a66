import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Failure } from '../../app/failure';
import { useUnsavedGuard } from '../../app/UnsavedGuard';
import { execute } from '../../data/execute';
import { match } from '../../data/match';
import { CreateReminderPlanDocument, SaveReminderPlanDocument, type PlanFieldsFragment } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { Field } from '../../ui/Field';
import { NativeSelect } from '../../ui/NativeSelect';
import { Notice } from '../../ui/Notice';
import { faultsOf, homeless, type Faults } from './calendar-draft';
import s from './deadlines.module.css';
import { emptyPlan, instants, newStep, planDraft, recipients, samePlan, stepsOf, type PlanDraft, type StepDraft } from './plan-draft';
import { recipientWord, stepSentence } from './plan-words';

const shown = (path: string): boolean => /^(name|steps)(\.|$)/.test(path);

/** The steps of a reminder plan: when, to whom, and whether quiet hours are broken. */
export function PlanForm({ plan, onClose }: { plan: PlanFieldsFragment | null; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const start = useMemo(() => (plan ? planDraft(plan) : emptyPlan()), [plan]);
  const [draft, setDraft] = useState<PlanDraft>(start);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string | null>(null);
  const dirty = !samePlan(draft, start);
  const { guard, pass } = useUnsavedGuard(dirty);
  const change = (changes: Partial<PlanDraft>) => { setFaults({}); setDraft((old) => ({ ...old, ...changes })); };
  const changeStep = (key: string, changes: Partial<StepDraft>) => change({ steps: draft.steps.map((step) => (step.key === key ? { ...step, ...changes, step: 'instant' in changes || 'amount' in changes ? null : step.step } : step)) });
  const saved = () => { pass(); announce(t('plan.saved')); void client.invalidateQueries({ queryKey: ['plans'] }); void client.invalidateQueries({ queryKey: ['policies'] }); onClose(); };
  const invalid = ({ faults: wrong }: { faults: { path: string; message: string }[] }) => setFaults(faultsOf(wrong));
  const wrong = ({ message, fields }: { message: string; fields: { path: string; message: string }[] }) => { if (fields.length) setFaults(faultsOf(fields)); else setProblem(message); };
  const said = ({ message }: { message: string }) => setProblem(message);
  const save = useMutation({
    mutationFn: async () => {
      const input = { name: draft.name.trim(), steps: stepsOf(draft) };
      if (plan) match((await execute(SaveReminderPlanDocument, { input: { ...input, planId: plan.id, expectedVersion: plan.version } })).saveReminderPlan, { ReminderPlan: saved, ReminderPlanNotFound: said, ReminderPlanInvalid: invalid, ReminderPlanConflict: said, InvalidInput: wrong });
      else match((await execute(CreateReminderPlanDocument, { input })).createReminderPlan, { ReminderPlan: saved, ReminderPlanInvalid: invalid, InvalidInput: wrong });
    },
    onMutate: () => { setProblem(null); setFaults({}); },
  });
  const submit = () => { if (!draft.name.trim()) setFaults({ name: t('rooms.nameMissing') }); else save.mutate(); };
  return (
    <form className={s.target} aria-label={plan?.name ?? t('plan.new')} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {homeless(faults, shown).map((message) => <Notice key={message} tone="danger">{message}</Notice>)}
      {save.isError ? <Failure error={save.error} what={t('rooms.reminder')} onRetry={submit} /> : null}
      <div className={s.pair}><Field label={t('field.name')} required autoFocus value={draft.name} onChange={(name) => change({ name })} error={faults.name} /></div>
      {faults.steps ? <p className={s.fault}>{faults.steps}</p> : null}
      <ol>
        {draft.steps.map((step, at) => {
          const name = stepSentence(step, t);
          const fault = (...names: string[]): string | undefined => names.map((each) => faults[`steps.${at}.${each}`]).find(Boolean);
          return (
            <li key={step.key} className={s.step} aria-label={name}>
              <div className={s.stepWhen}>
                <NativeSelect label={t('plan.when')} value={step.instant} error={fault('step')} onChange={(instant) => changeStep(step.key, { instant, amount: { percent: '80', afterDueBusinessHours: '4', dailyAfterDue: '10', beforeLegalBusinessDays: '2' }[instant] })} options={instants.map((each) => ({ value: each, label: t(`plan.instant.${each}`) }))} />
                <Field label={t(`plan.amount.${step.instant}`)} inputMode="numeric" value={step.amount} onChange={(amount) => changeStep(step.key, { amount })} error={fault('percent', 'afterDueBusinessHours', 'max', 'beforeLegalBusinessDays')} />
              </div>
              <Button look="quiet" size="strip" icon aria-label={t('plan.removeStep', { name })} onPress={() => change({ steps: draft.steps.filter((each) => each.key !== step.key) })}><X size={14} strokeWidth={1.75} aria-hidden="true" /></Button>
              <fieldset className={s.stepTo}>
                <legend>{t('plan.to')}</legend>
                {recipients.map((to) => <Check key={to} selected={step.to.includes(to)} onChange={(on) => changeStep(step.key, { to: on ? recipients.filter((each) => each === to || step.to.includes(each)) : step.to.filter((each) => each !== to) })}>{recipientWord(to, t)}</Check>)}
                <Check selected={step.critical} onChange={(critical) => changeStep(step.key, { critical })}>{t('plan.criticalStep')}</Check>
                {fault('to') ? <span className={s.fault}>{fault('to')}</span> : null}
              </fieldset>
            </li>
          );
        })}
      </ol>
      <div className={s.tools}>
        <Button onPress={() => change({ steps: [...draft.steps, newStep('afterDueBusinessHours', '4')] })}>{t('plan.addStep')}</Button>
        <Button type="submit" look="primary" isPending={save.isPending} isDisabled={!dirty}>{t('action.save')}</Button>
        <Button look="quiet" onPress={onClose}>{t('action.cancel')}</Button>
      </div>
      {guard}
    </form>
  );
}
