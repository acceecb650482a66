import type { CalendarDefinition, DayEntry } from '../engine';
import type { PolicyConditions, PolicyTarget, ReminderStep } from '../policy';

/**
 * What a new desk promises until somebody decides otherwise. Names that begin with `shipped:` are shown in each reader's
 * language until they are changed. Ids are fixed, so that two processes that start at once write the same rows.
 */
const id = (kind: string, n: number): string => `00000000-0000-7000-8000-${kind}${String(n).padStart(8, '0')}`;
export const SHIPPED_CALENDAR = { id: id('ca1e', 1), versionId: id('ca1e', 101), name: 'shipped:office' };
const PLANS = { standard: id('b1a4', 1), short: id('b1a4', 2), legal: id('b1a4', 3) };

const HOUR = 3600;
const halfway: ReminderStep = { step: 'half', at: { percent: 50 }, to: ['assignee'], critical: false };
const warning: ReminderStep = { step: 'warn', at: { percent: 80 }, to: ['assignee'], critical: false };
const over: readonly ReminderStep[] = [
  ...[1, 2, 3].map((n): ReminderStep => ({ step: `over_${n}`, at: { afterDueBusinessHours: 4 * n }, to: ['lead'], critical: false })),
  { step: 'over_day', at: { dailyAfterDue: true, max: 10 }, to: ['supervisor'], critical: false },
];
const due = (critical: boolean): ReminderStep => ({ step: 'due', at: { percent: 100 }, to: ['assignee', 'lead'], critical });
const before = (days: number): ReminderStep => ({ step: `pre_legal_${days}`, at: { beforeLegalBusinessDays: days }, to: ['assignee', 'owner'], critical: days === 1 });

export const shippedPlans: readonly { readonly id: string; readonly name: string; readonly steps: readonly ReminderStep[] }[] = [
  { id: PLANS.standard, name: 'shipped:plan_standard', steps: [halfway, warning, due(false), ...over] },
  // Less than four hours: no step half way, which would only be noise.
  { id: PLANS.short, name: 'shipped:plan_short', steps: [warning, due(false), ...over] },
  { id: PLANS.legal, name: 'shipped:plan_legal', steps: [halfway, before(5), before(2), before(1), warning, due(true), ...over] },
];

type Given = Pick<PolicyTarget, 'metric' | 'unit' | 'amount'> & Partial<PolicyTarget>;
const target = (given: Given): PolicyTarget => ({
  priority: '*', calendarId: null, roll: 'none', retargetGraceMs: 1_800_000, pauseStatuses: [], reminderPlanId: PLANS.standard, automaticAck: false, legal: false, bufferBusinessDays: 1, ...given,
});
const businessDays = (metric: PolicyTarget['metric'], amount: number, more: Partial<PolicyTarget> = {}): PolicyTarget => target({ metric, unit: 'business_days', amount, ...more });
const hours = (metric: PolicyTarget['metric'], amount: number, more: Partial<PolicyTarget> = {}): PolicyTarget =>
  target({ metric, unit: 'business_seconds', amount: amount * HOUR, reminderPlanId: amount < 4 ? PLANS.short : PLANS.standard, ...more });
const days = (metric: PolicyTarget['metric'], amount: number, more: Partial<PolicyTarget> = {}): PolicyTarget => target({ metric, unit: 'calendar_days', amount, ...more });
const automatic = businessDays('acknowledge', 1, { automaticAck: true });
const asAgreed = (metric: PolicyTarget['metric']): PolicyTarget => target({ metric, unit: 'fixed', amount: 0 });
const urgent = { priority: 'urgent' };
/** What the customer has to answer first is not counted. */
const waiting = { pauseStatuses: ['waiting_customer'] };

export interface ShippedPolicy {
  readonly id: string;
  readonly versionId: string;
  readonly name: string;
  readonly rank: number;
  readonly conditions: PolicyConditions;
  readonly targets: readonly PolicyTarget[];
}

const POLICIES: readonly (readonly [name: string, conditions: PolicyConditions, targets: readonly PolicyTarget[]])[] = [
  ['privacy', { kinds: ['privacy_request'] }, [
    businessDays('acknowledge', 3), businessDays('first_reply', 3), businessDays('next_reply', 2), days('progress_update', 14, waiting),
    target({ metric: 'statutory', unit: 'calendar_months', amount: 1, roll: 'following', legal: true, reminderPlanId: PLANS.legal }),
  ]],
  // The one that takes back a purchase writes so in many words; whoever reads it first puts the tag on.
  ['withdrawal', { tags: ['peruutus', 'ångerrätt', 'withdrawal'] }, [
    automatic, businessDays('first_reply', 1), businessDays('next_reply', 2), days('statutory', 14, { legal: true, reminderPlanId: PLANS.legal }),
  ]],
  ['complaint', { kinds: ['complaint'] }, [
    automatic, hours('acknowledge', 2, { ...urgent, automaticAck: true }),
    businessDays('first_reply', 1), hours('first_reply', 2, urgent),
    businessDays('next_reply', 1), hours('next_reply', 4, urgent),
    days('progress_update', 7, waiting), days('progress_update', 2, { ...urgent, ...waiting }),
    days('decision', 14, { roll: 'preceding', reminderPlanId: PLANS.legal }), days('decision', 3, { ...urgent, roll: 'preceding', reminderPlanId: PLANS.legal }),
    asAgreed('remedy'),
  ]],
  // Answered calls are met while they last; what is left are missed ones and voicemail.
  ['call', { kinds: ['call'] }, [hours('first_reply', 4), businessDays('next_reply', 1), hours('callback', 4)]],
  ['survey', { kinds: ['survey'], answerWanted: true }, [businessDays('first_reply', 1), businessDays('next_reply', 1)]],
  ['feedback_unanswered', { kinds: ['feedback'], answerWanted: false }, [automatic, businessDays('next_reply', 2), businessDays('resolution', 5)]],
  ['question', { kinds: ['feedback', 'question'] }, [automatic, businessDays('first_reply', 2), businessDays('next_reply', 2)]],
];

export const shippedPolicies: readonly ShippedPolicy[] = POLICIES.map(([name, conditions, targets], i) => ({
  id: id('b0c1', i + 1), versionId: id('b0c1', 100 + i + 1), name: `shipped:policy_${name}`, rank: (i + 1) * 10, conditions, targets,
}));

/** Monday to Friday, 8 to 17, Helsinki, without the days off that are given. */
export const officeHours = (daysOff: readonly DayEntry[]): CalendarDefinition => ({
  zone: 'Europe/Helsinki', always: false, days: daysOff, weekly: ([1, 2, 3, 4, 5] as const).map((isoDay) => ({ isoDay, from: '08:00', to: '17:00' })),
});
