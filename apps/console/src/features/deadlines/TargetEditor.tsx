import { X } from 'lucide-react';
import { useState } from 'react';
import type { DeadlinePoliciesQuery } from '../../graphql/generated/graphql';
import { useT } from '../../i18n/intl';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { Field } from '../../ui/Field';
import { NativeSelect } from '../../ui/NativeSelect';
import { targetWords } from '../../ui/target-words';
import type { Faults } from './calendar-draft';
import s from './deadlines.module.css';
import { mayPause, metrics, pauses, sentAmount, units, wordLabel, words, type TargetDraft } from './policy-draft';

const rolls = ['none', 'following', 'preceding'] as const;
const pauseWords = { waiting_customer: 'status.WAITING_CUSTOMER', waiting_third_party: 'status.WAITING_THIRD_PARTY', snoozed: 'status.SNOOZED' } as const;

/** One promise: what, for which priority, how soon; the rest unfolds. */
export function TargetEditor({ target, path, faults, calendars, plans, onChange, onRemove }: {
  target: TargetDraft; path: string; faults: Faults; calendars: DeadlinePoliciesQuery['calendars']; plans: DeadlinePoliciesQuery['reminderPlans'];
  onChange: (changes: Partial<TargetDraft>) => void; onRemove: () => void;
}) {
  const t = useT();
  const fault = (name: string): string | undefined => faults[`${path}.${name}`] ?? Object.entries(faults).find(([at]) => at.startsWith(`${path}.${name}.`))?.[1];
  const hidden = ['roll', 'retargetGraceMs', 'pauseStatuses', 'automaticAck', 'legal', 'bufferBusinessDays'].some((name) => fault(name));
  const [more, setMore] = useState(false);
  const open = more || hidden;
  const sent = sentAmount(target.unit, target.amount);
  const title = `${t(`deadline.metric.${target.metric}`)}: ${targetWords(sent.unit, sent.amount, t)}`;
  const dated = target.unit === 'CALENDAR_DAYS' || target.unit === 'CALENDAR_MONTHS';
  const noPlan = { value: '', label: t('policy.noPlan') };
  return (
    <section className={s.target} aria-label={title}>
      <div className={s.targetHead}><span>{title}</span><Button look="quiet" size="strip" icon aria-label={t('policy.removeTarget', { name: title })} onPress={onRemove}><X size={14} strokeWidth={1.75} aria-hidden="true" /></Button></div>
      <div className={s.targetRow}>
        <NativeSelect
          label={t('policy.metric')} value={target.metric} error={fault('metric')} options={metrics.map((metric) => ({ value: metric, label: t(`deadline.metric.${metric}`) }))}
          onChange={(metric) => onChange({ metric, automaticAck: metric === 'ACKNOWLEDGE' && target.automaticAck, legal: metric === 'STATUTORY' || target.legal, pauseStatuses: mayPause.includes(metric) ? target.pauseStatuses : [] })}
        />
        <NativeSelect label={t('field.priority')} value={target.priority} error={fault('priority')} onChange={(priority) => onChange({ priority })} options={[{ value: '*', label: t('policy.everyPriority') }, ...words.priorities.map((word) => ({ value: word, label: wordLabel('priorities', word, t) }))]} />
        {target.unit === 'FIXED' ? null : <Field label={t('policy.amount')} inputMode="numeric" value={target.amount} onChange={(amount) => onChange({ amount })} error={fault('amount')} />}
        <NativeSelect label={t('preview.unit')} value={target.unit} error={fault('unit') ?? (target.unit === 'FIXED' ? fault('amount') : undefined)} onChange={(unit) => onChange({ unit, roll: unit === 'CALENDAR_DAYS' || unit === 'CALENDAR_MONTHS' ? target.roll : 'none' })} options={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))} />
        <NativeSelect label={t('deadline.explain.calendar')} value={target.calendarId ?? ''} error={fault('calendarId')} onChange={(id) => onChange({ calendarId: id || null })} options={[{ value: '', label: t('policy.defaultCalendar') }, ...calendars.filter((calendar) => calendar.active || calendar.id === target.calendarId).map((calendar) => ({ value: calendar.id, label: calendar.name }))]} />
        <NativeSelect label={t('rooms.reminder')} value={target.reminderPlanId ?? ''} error={fault('reminderPlanId')} onChange={(id) => onChange({ reminderPlanId: id || null })} options={[noPlan, ...plans.map((plan) => ({ value: plan.id, label: plan.name }))]} />
      </div>
      <div><Button look="link" aria-expanded={open} onPress={() => setMore(!open)}>{t(open ? 'policy.less' : 'policy.more')}</Button></div>
      {open ? (
        <div className={s.targetRow}>
          <Field label={t('policy.grace')} inputMode="numeric" value={target.graceMinutes} onChange={(graceMinutes) => onChange({ graceMinutes })} error={fault('retargetGraceMs')} hint={t('policy.graceHint')} />
          {dated || fault('roll') ? <NativeSelect label={t('policy.roll')} value={target.roll} error={fault('roll')} onChange={(roll) => onChange({ roll })} options={rolls.map((roll) => ({ value: roll as string, label: t(`policy.roll.${roll}`) }))} /> : null}
          {dated || fault('bufferBusinessDays') ? <Field label={t('policy.buffer')} inputMode="numeric" value={target.bufferDays} onChange={(bufferDays) => onChange({ bufferDays })} error={fault('bufferBusinessDays')} hint={t('policy.bufferHint')} /> : null}
          {mayPause.includes(target.metric) || fault('pauseStatuses') ? (
            <fieldset className={s.group}>
              <legend>{t('policy.pauses')}</legend>
              {pauses.map((status) => <Check key={status} selected={target.pauseStatuses.includes(status)} onChange={(on) => onChange({ pauseStatuses: on ? [...target.pauseStatuses, status] : target.pauseStatuses.filter((each) => each !== status) })}>{t(pauseWords[status])}</Check>)}
              {fault('pauseStatuses') ? <p className={s.fault}>{fault('pauseStatuses')}</p> : null}
            </fieldset>
          ) : null}
          <div>
            {target.metric === 'ACKNOWLEDGE' || fault('automaticAck') ? <Check selected={target.automaticAck} onChange={(automaticAck) => onChange({ automaticAck })}>{t('policy.automaticAck')}</Check> : null}
            {dated || target.metric === 'STATUTORY' || target.legal ? <Check selected={target.legal} onChange={(legal) => onChange({ legal })}>{t('policy.legal')}</Check> : null}
            {fault('automaticAck') ?? fault('legal') ? <p className={s.fault}>{fault('automaticAck') ?? fault('legal')}</p> : null}
          </div>
        </div>
      ) : null}
    </section>
  );
}
