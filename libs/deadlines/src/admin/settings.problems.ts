import { Problem, type ProblemParams } from '@kaiku/kernel';

/** What is wrong with one place of a definition. `path` is dotted: `weekly.2.to`, `targets.0.amount`. */
export interface DefinitionFault {
  readonly path: string;
  readonly code: string;
  readonly params?: ProblemParams;
}

abstract class FaultyProblem extends Problem {
  constructor(readonly faults: readonly DefinitionFault[]) {
    super({ faults: faults.map((fault) => fault.path).join(', ') });
  }
  override extras(): Record<string, unknown> {
    return { faults: this.faults };
  }
}

abstract class VersionConflictProblem extends Problem {
  /** @param theirs the version that somebody else made meanwhile */
  constructor(readonly theirs: number) {
    super({ theirs });
  }
  override extras(): Record<string, unknown> {
    return { theirs: this.theirs };
  }
}

/** No clock could go by it. Said when it is saved, so that no ticket ever has to say it. */
export class CalendarInvalid extends FaultyProblem {
  readonly code = 'calendar.invalid';
}

export class CalendarNotFound extends Problem {
  readonly code = 'calendar.not_found';
}

export class CalendarConflict extends VersionConflictProblem {
  readonly code = 'calendar.conflict';
}

export class PolicyInvalid extends FaultyProblem {
  readonly code = 'policy.invalid';
}

export class PolicyNotFound extends Problem {
  readonly code = 'policy.not_found';
}

export class PolicyConflict extends VersionConflictProblem {
  readonly code = 'policy.conflict';
}

export class ReminderPlanInvalid extends FaultyProblem {
  readonly code = 'reminder_plan.invalid';
}

export class ReminderPlanNotFound extends Problem {
  readonly code = 'reminder_plan.not_found';
}

export class ReminderPlanConflict extends VersionConflictProblem {
  readonly code = 'reminder_plan.conflict';
}

/** The text is no calendar feed, has no days, or too many. */
export class FeedInvalid extends Problem {
  constructor(readonly code: 'feed.too_large' | 'feed.too_many_events' | 'feed.unreadable' | 'feed.empty') {
    super();
  }
}
