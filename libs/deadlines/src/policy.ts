import type { Metric, Roll, TargetUnit } from './engine';

/** The closed sets of words a promise is described with. Keys are what the API says, values what is stored. */
export const DeadlineMetric = {
  ACKNOWLEDGE: 'acknowledge', FIRST_REPLY: 'first_reply', NEXT_REPLY: 'next_reply', PROGRESS_UPDATE: 'progress_update', DECISION: 'decision',
  REMEDY: 'remedy', RESOLUTION: 'resolution', CALLBACK: 'callback', STATUTORY: 'statutory',
} as const satisfies Record<string, Metric>;
export type DeadlineMetric = Metric;

export const DeadlineUnit = {
  BUSINESS_SECONDS: 'business_seconds', CALENDAR_SECONDS: 'calendar_seconds', BUSINESS_DAYS: 'business_days', CALENDAR_DAYS: 'calendar_days',
  CALENDAR_MONTHS: 'calendar_months', FIXED: 'fixed',
} as const satisfies Record<string, TargetUnit>;
export type DeadlineUnit = TargetUnit;

/** Where a period of days or months that ends on a day off runs to. */
export const ROLLS = ['none', 'following', 'preceding'] as const satisfies readonly Roll[];

export const RECIPIENTS = ['assignee', 'team', 'lead', 'supervisor', 'owner'] as const;
export type ReminderRecipient = (typeof RECIPIENTS)[number];

/** What a subject is matched by. Words as they are stored. */
export interface PolicyAttributes {
  readonly kind: string;
  readonly channel: string;
  readonly priority: string;
  readonly language: string;
  readonly tags: readonly string[];
  readonly customerTier: string | null;
  readonly answerWanted: boolean;
}

/** All that are given must hold; a list means any of. Nothing given holds for everything. */
export interface PolicyConditions {
  readonly kinds?: readonly string[];
  readonly channels?: readonly string[];
  readonly priorities?: readonly string[];
  readonly languages?: readonly string[];
  readonly tags?: readonly string[];
  readonly customerTiers?: readonly string[];
  readonly answerWanted?: boolean;
}

/** One promise of a policy for one metric; a `Target` of the engine and what is needed to choose it. */
export interface PolicyTarget {
  readonly metric: DeadlineMetric;
  /** A priority, or `*` for those that no other target of the metric names. */
  readonly priority: string;
  readonly unit: DeadlineUnit;
  /** In the unit; seconds, days or months. 0 for `fixed`, whose instant comes with each promise. */
  readonly amount: number;
  /** Null: the default calendar. */
  readonly calendarId: string | null;
  readonly roll: Roll;
  /** What is left, in open milliseconds, when a new target is used up already. */
  readonly retargetGraceMs: number;
  /** Statuses in which the clock stands. */
  readonly pauseStatuses: readonly string[];
  readonly reminderPlanId: string | null;
  /** An automatic acknowledgement counts. */
  readonly automaticAck: boolean;
  /** A limit of the law: never moved by a priority, and shown with the date of the law. */
  readonly legal: boolean;
  /** Open days that the date to work by lies before the date of the law. */
  readonly bufferBusinessDays: number;
}

/** When a step is due, seen from its deadline. */
export type ReminderAt =
  | { readonly percent: number }
  | { readonly afterDueBusinessHours: number }
  /** From the opening after one more working day, once a day, `max` times. */
  | { readonly dailyAfterDue: true; readonly max: number }
  | { readonly beforeLegalBusinessDays: number };

export interface ReminderStep {
  /** Its name in the plan; with the deadline's generation it makes a reminder unique. */
  readonly step: string;
  readonly at: ReminderAt;
  /** Everybody named is told. Where nobody stands behind a name, the next of assignee, team, lead, supervisor does. */
  readonly to: readonly ReminderRecipient[];
  /** Told in quiet hours too. */
  readonly critical: boolean;
}

/** The policy that holds for somebody's matter, as of its newest version. */
export interface MatchedPolicy {
  readonly policyId: string;
  readonly policyVersionId: string;
  readonly targets: readonly PolicyTarget[];
}

const among = (value: string | null, list: readonly string[] | undefined): boolean => !list || (value !== null && list.includes(value));

/** Names of the conditions that do not hold; none: the policy matches. */
export function unmetConditions(conditions: PolicyConditions, of: PolicyAttributes): (keyof PolicyConditions)[] {
  const held: Record<keyof PolicyConditions, boolean> = {
    kinds: among(of.kind, conditions.kinds),
    channels: among(of.channel, conditions.channels),
    priorities: among(of.priority, conditions.priorities),
    languages: among(of.language, conditions.languages),
    tags: !conditions.tags || conditions.tags.some((tag) => of.tags.includes(tag)),
    customerTiers: among(of.customerTier, conditions.customerTiers),
    answerWanted: conditions.answerWanted === undefined || conditions.answerWanted === of.answerWanted,
  };
  return (Object.keys(held) as (keyof PolicyConditions)[]).filter((name) => !held[name]);
}

/** The target of a metric: the one of the very priority before the one of all. */
export function targetFor(targets: readonly PolicyTarget[], metric: DeadlineMetric, priority: string): PolicyTarget | null {
  const mine = targets.filter((target) => target.metric === metric);
  return mine.find((target) => target.priority === priority) ?? mine.find((target) => target.priority === '*') ?? null;
}
