import { LIMITS } from '@kaiku/kernel';
import { compileCalendar, type CalendarDefinition, type CompiledCalendar } from '../engine';
import { targetFor, unmetConditions, type MatchedPolicy, type PolicyAttributes, type PolicyConditions, type PolicyTarget, type ReminderStep } from '../policy';
import type { PolicySheet } from '../policy-book';
import type { SheetCalendar, SheetCalendarVersion, SheetPlan, SheetPolicy, SheetPolicyVersion } from './sheet.repository';

/** Compiled calendars by content; equal calendars share one. Kept while the process lives, since versions never change. */
export class CompiledCalendars {
  private readonly compiled = new Map<string, CompiledCalendar>();

  /** For ten years either side of the year of `now`: made anew once a year. */
  of(hash: string, definition: CalendarDefinition, now: Date): CompiledCalendar {
    const year = now.getUTCFullYear();
    const key = `${year} ${hash}`;
    let calendar = this.compiled.get(key);
    if (!calendar) this.compiled.set(key, (calendar = compileFor(definition, now)));
    return calendar;
  }
}

/** Compiles for as far as any promise may reach; throws the engine's error for a zone or hours that are none. */
export function compileFor(definition: CalendarDefinition, now: Date): CompiledCalendar {
  const year = now.getUTCFullYear();
  const { horizonYears } = LIMITS.deadline;
  return compileCalendar(definition, { from: `${year - horizonYears}-01-01`, to: `${year + horizonYears + 1}-01-01` });
}

/** The rows of one moment. */
export interface SheetRows {
  readonly policies: readonly SheetPolicy[];
  readonly calendars: readonly SheetCalendar[];
  readonly plans: readonly SheetPlan[];
  readonly policyVersions: ReadonlyMap<string, SheetPolicyVersion>;
  readonly calendarVersions: ReadonlyMap<string, SheetCalendarVersion>;
}

/** What a policy asks of an attribute, and why it does not hold; for the list of tickets without a deadline. */
export interface PolicyMiss {
  readonly policyId: string;
  readonly policyName: string;
  readonly active: boolean;
  readonly unmet: readonly (keyof PolicyConditions)[];
}

/** Answers from memory, for the moment at which its rows were read. */
export class StoredPolicySheet implements PolicySheet {
  private readonly steps: ReadonlyMap<string, readonly ReminderStep[]>;
  private readonly newest: ReadonlyMap<string, string>;
  private readonly standard: string | null;

  constructor(
    private readonly rows: SheetRows,
    private readonly compiled: CompiledCalendars,
    private readonly now: Date,
  ) {
    this.steps = new Map(rows.plans.map((plan) => [plan.id, plan.steps]));
    this.newest = new Map(rows.calendars.map((calendar) => [calendar.id, calendar.versionId]));
    this.standard = rows.calendars.find((calendar) => calendar.isDefault)?.versionId ?? null;
  }

  get asksTier(): boolean {
    return this.rows.policies.some((policy) => policy.active && (this.rows.policyVersions.get(policy.versionId)?.conditions.customerTiers?.length ?? 0) > 0);
  }

  policyFor(attributes: PolicyAttributes): MatchedPolicy | null {
    for (const policy of this.rows.policies) {
      const version = policy.active ? this.rows.policyVersions.get(policy.versionId) : undefined;
      if (version && unmetConditions(version.conditions, attributes).length === 0) return { policyId: policy.id, policyVersionId: version.id, targets: version.targets };
    }
    return null;
  }

  /** Every policy in the order in which it is tried, with what keeps it from holding. */
  misses(attributes: PolicyAttributes): PolicyMiss[] {
    return this.rows.policies.map((policy) => ({
      policyId: policy.id, policyName: policy.name, active: policy.active,
      unmet: unmetConditions(this.rows.policyVersions.get(policy.versionId)?.conditions ?? {}, attributes),
    }));
  }

  /** Everything a version promises; any version, old ones too. */
  targetsOf(policyVersionId: string | null): readonly PolicyTarget[] {
    return (policyVersionId && this.rows.policyVersions.get(policyVersionId)?.targets) || [];
  }

  targetFor(policyVersionId: string, metric: PolicyTarget['metric'], priority: string): PolicyTarget | null {
    return targetFor(this.targetsOf(policyVersionId), metric, priority);
  }

  calendarVersionFor(target: Pick<PolicyTarget, 'calendarId'>): string | null {
    return (target.calendarId && this.newest.get(target.calendarId)) || this.standard;
  }

  defaultCalendarVersionId(): string | null {
    return this.standard;
  }

  calendar(versionId: string): CompiledCalendar | null {
    const version = this.rows.calendarVersions.get(versionId);
    return version ? this.compiled.of(version.hash, version.definition, this.now) : null;
  }

  plan(reminderPlanId: string | null): readonly ReminderStep[] {
    return (reminderPlanId && this.steps.get(reminderPlanId)) || [];
  }
}
