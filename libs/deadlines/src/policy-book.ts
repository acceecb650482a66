import type { CompiledCalendar } from './engine';
import type { DeadlineMetric, MatchedPolicy, PolicyAttributes, PolicyTarget, ReminderStep } from './policy';

/** Every policy, calendar and plan as they were at one moment. Asking it costs no statement, so that pure rules can. */
export interface PolicySheet {
  /** Whether any policy that is in use asks for the customer's tier. */
  readonly asksTier: boolean;
  /** The first active policy by rank whose conditions hold; null: no clock, visible as "no policy". */
  policyFor(attributes: PolicyAttributes): MatchedPolicy | null;
  /** The target of a version for a metric and priority; null: that version promises nothing there. Any version, old ones too. */
  targetFor(policyVersionId: string, metric: DeadlineMetric, priority: string): PolicyTarget | null;
  /** The newest version of the target's calendar, else of the default one. Null: the desk has no calendar. */
  calendarVersionFor(target: Pick<PolicyTarget, 'calendarId'>): string | null;
  defaultCalendarVersionId(): string | null;
  /** Compiled once per content. Any version, old ones too; null: unknown. */
  calendar(versionId: string): CompiledCalendar | null;
  /** Steps of a plan as it is now; none for null or an unknown plan. */
  plan(reminderPlanId: string | null): readonly ReminderStep[];
}

/**
 * What is promised to whom. One per process: holds everything in memory and looks at most four times a second, by one
 * small statement, whether something was changed; what this process changes itself it knows at once. Who changes settings
 * does not ask it before the change is committed: it would remember what may be rolled back.
 */
export abstract class PolicyBook {
  /** The sheet as of now; inside a transaction or without. */
  abstract sheet(): Promise<PolicySheet>;
  /** Looks again at the next asking. */
  abstract forget(): void;
}
