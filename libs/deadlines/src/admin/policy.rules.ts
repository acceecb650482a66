import { LIMITS } from '@kaiku/kernel';
import { DeadlineError, dueAt, dueBusinessDays, type CompiledCalendar } from '../engine';
import type { PolicyConditions, PolicyTarget, ReminderAt, ReminderStep } from '../policy';
import type { ReminderStepInput } from './settings.inputs';
import type { DefinitionFault } from './settings.problems';

/** Words of the things that policies are about; a test of the library above holds them to be the same. */
export const SUBJECT_WORDS = {
  kinds: ['feedback', 'complaint', 'question', 'call', 'survey', 'privacy_request'],
  channels: ['email', 'form', 'phone', 'store', 'letter', 'api', 'survey'],
  priorities: ['low', 'normal', 'high', 'urgent'],
  languages: ['fi', 'sv', 'en'],
} as const;

/** What a clock may stand still in, and which clocks may: a customer who waits for an answer waits whatever the status says. */
export const PAUSE_STATUSES = ['waiting_customer', 'waiting_third_party', 'snoozed'] as const;
const MAY_PAUSE: readonly PolicyTarget['metric'][] = ['resolution', 'progress_update', 'remedy'];
const DATED = ['calendar_days', 'calendar_months'];
const DAY_MS = 86_400_000;

/** What a policy is checked against. */
export interface PolicyGround {
  /** Newest version of each calendar, compiled; null: the default one. */
  calendar(calendarId: string | null): CompiledCalendar | null;
  knowsPlan(planId: string): boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** Everything that is wrong with a policy; none: it can be saved. */
export function policyFaults(conditions: PolicyConditions, targets: readonly PolicyTarget[], ground: PolicyGround): DefinitionFault[] {
  const unknown = Object.entries(SUBJECT_WORDS).flatMap(([name, known]) =>
    (conditions[name as keyof typeof SUBJECT_WORDS] ?? []).flatMap((word, i): DefinitionFault[] => ((known as readonly string[]).includes(word) ? [] : [{ path: `conditions.${name}.${i}`, code: 'policy.unknown_word' }])),
  );
  const none: DefinitionFault[] = targets.length === 0 ? [{ path: 'targets', code: 'policy.no_targets' }] : [];
  return [...unknown, ...none, ...targets.flatMap((target, i) => targetFaults(target, ground, targets.slice(0, i)).map((fault) => ({ ...fault, path: `targets.${i}.${fault.path}` })))];
}

function targetFaults(target: PolicyTarget, ground: PolicyGround, before: readonly PolicyTarget[]): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const say = (wrong: boolean, path: string, code: string): void => void (wrong && faults.push({ path, code }));
  const dated = DATED.includes(target.unit);
  say(target.priority !== '*' && !(SUBJECT_WORDS.priorities as readonly string[]).includes(target.priority), 'priority', 'policy.unknown_word');
  say(before.some((other) => other.metric === target.metric && other.priority === target.priority), 'priority', 'target.twice');
  say(target.roll !== 'none' && !dated, 'roll', 'target.roll_without_days');
  say(target.legal && !dated, 'unit', 'target.legal_needs_days');
  say(target.metric === 'statutory' && !target.legal, 'legal', 'target.statutory_is_legal');
  say(target.automaticAck && target.metric !== 'acknowledge', 'automaticAck', 'target.only_acknowledge');
  say(!between(target.retargetGraceMs, 0, LIMITS.deadline.graceDays * DAY_MS), 'retargetGraceMs', 'target.grace_range');
  say(!between(target.bufferBusinessDays, 0, LIMITS.deadline.bufferDays), 'bufferBusinessDays', 'target.buffer_range');
  say(target.pauseStatuses.length > 0 && !MAY_PAUSE.includes(target.metric), 'pauseStatuses', 'target.never_pauses');
  target.pauseStatuses.forEach((status, i) => say(!(PAUSE_STATUSES as readonly string[]).includes(status), `pauseStatuses.${i}`, 'policy.unknown_word'));
  say(target.reminderPlanId !== null && !ground.knowsPlan(target.reminderPlanId), 'reminderPlanId', 'reminder_plan.unknown');
  const calendar = ground.calendar(target.calendarId);
  say(calendar === null, 'calendarId', 'calendar.unknown');
  const code = calendar && amountFault(target, calendar, ground.now);
  if (code) say(true, 'amount', code);
  return faults;
}

const between = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

/** Counts it once from now: what has no answer now would have none when a ticket comes. */
function amountFault({ unit, amount }: PolicyTarget, calendar: CompiledCalendar, now: number): string | null {
  if (unit === 'fixed') return amount === 0 ? null : 'target.fixed_has_no_amount';
  if (!(amount > 0)) return 'target.not_positive';
  if (!Number.isInteger(amount)) return 'target.not_whole';
  const days = unit === 'calendar_months' ? amount * 31 : unit === 'calendar_days' ? amount : amount / 86_400;
  // Working time is never shorter than plain time, so that this bounds every unit.
  if (unit !== 'business_days' && now + days * DAY_MS >= calendar.to) return 'calendar.horizon_exceeded';
  try {
    if (unit === 'business_seconds') dueAt(calendar, now, amount * 1000);
    else if (unit === 'business_days') dueBusinessDays(calendar, now, amount);
    return null;
  } catch (error) {
    if (error instanceof DeadlineError) return error.code;
    throw error;
  }
}

/** Steps as they are stored, and what is wrong with them. */
export function planOf(given: readonly ReminderStepInput[]): { readonly steps: readonly ReminderStep[]; readonly faults: readonly DefinitionFault[] } {
  const faults: DefinitionFault[] = given.length === 0 ? [{ path: 'steps', code: 'reminder_plan.no_steps' }] : [];
  const steps = given.map((step, i): ReminderStep => {
    const say = (wrong: boolean, path: string, code: string): void => void (wrong && faults.push({ path: `steps.${i}.${path}`, code }));
    const ats: [path: string, at: ReminderAt, right: boolean][] = [];
    if (step.percent != null) ats.push(['percent', { percent: step.percent }, step.percent > 0 && step.percent <= 100]);
    if (step.afterDueBusinessHours != null) ats.push(['afterDueBusinessHours', { afterDueBusinessHours: step.afterDueBusinessHours }, step.afterDueBusinessHours > 0 && step.afterDueBusinessHours <= 1000]);
    if (step.dailyAfterDue) ats.push(['max', { dailyAfterDue: true, max: step.max ?? 10 }, between(step.max ?? 10, 1, 30)]);
    if (step.beforeLegalBusinessDays != null) ats.push(['beforeLegalBusinessDays', { beforeLegalBusinessDays: step.beforeLegalBusinessDays }, between(step.beforeLegalBusinessDays, 1, LIMITS.deadline.bufferDays)]);
    say(ats.length !== 1, 'step', 'reminder_plan.one_instant');
    for (const [path, , right] of ats) say(!right, path, 'reminder_plan.instant_range');
    say(given.slice(0, i).some((other) => other.step === step.step), 'step', 'reminder_plan.step_twice');
    say(step.to.length === 0, 'to', 'reminder_plan.nobody');
    return { step: step.step, at: ats[0]?.[1] ?? { percent: 100 }, to: step.to, critical: step.critical };
  });
  return { steps, faults };
}

