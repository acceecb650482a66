import { openMs, type CompiledCalendar, type ReminderStep } from '@kaiku/deadlines';
import type { ClockRow } from './clock.queries';
import type { NoticeCause } from './notice.words';

/** A reminder that has fired, as its event tells it. */
export interface FiredReminder {
  readonly reminderId: string;
  readonly deadlineId: string;
  readonly subjectId: string;
  readonly step: string;
  readonly metric: string;
  /** It should have fired earlier: the desk was down, or the target moved. */
  readonly late: boolean;
  readonly critical: boolean;
  readonly to: readonly string[];
}

/** The clock at the moment somebody is told. Work times in milliseconds, below zero when it is over. */
export interface ClockFacts {
  /** Whether it runs; what has stopped or rests reminds nobody. */
  readonly running: boolean;
  readonly dueAt: string | null;
  readonly consumedWorkMs: number | null;
  readonly targetWorkMs: number | null;
  readonly remainingWorkMs: number | null;
  /** It counts opening hours, so that it never speaks at night by itself. */
  readonly opensAndCloses: boolean;
  /** What kind of step the plan has under the reminder's name: on the way, after the due time, or daily after it. */
  readonly kind: 'on_the_way' | 'after' | 'daily';
}

/** @param calendar null: not known any more, so that no working time can be told */
export function clockFacts(row: ClockRow, calendar: CompiledCalendar | null, step: string, now: Date): ClockFacts {
  const due = row.dueAt === null ? null : Date.parse(row.dueAt);
  const elapsed = row.unit === 'calendar_seconds';
  const between = (a: number, b: number): number | null => (elapsed ? b - a : calendar && openMs(calendar, a, b));
  const left = due === null ? null : due >= now.getTime() ? between(now.getTime(), due) : negative(between(due, now.getTime()));
  return {
    running: row.state === 'running', dueAt: due === null ? null : new Date(due).toISOString(), targetWorkMs: row.targetMs, remainingWorkMs: left,
    consumedWorkMs: left === null || row.targetMs === null ? null : row.targetMs - left,
    opensAndCloses: row.unit.startsWith('business_') && calendar !== null && !calendar.always,
    kind: kindOf(row.plan, step),
  };
}

const negative = (value: number | null): number | null => (value === null ? null : -value);

/** Daily steps are written down as `step_1`, `step_2` … */
function kindOf(plan: readonly ReminderStep[], name: string): ClockFacts['kind'] {
  const at = (plan.find(({ step }) => step === name) ?? plan.find(({ step, at: when }) => 'dailyAfterDue' in when && name.startsWith(`${step}_`)))?.at;
  return !at ? 'on_the_way' : 'dailyAfterDue' in at ? 'daily' : 'afterDueBusinessHours' in at ? 'after' : 'on_the_way';
}

export function causeOf({ dueAt, kind }: ClockFacts, now: Date): Extract<NoticeCause, `deadline_${string}`> {
  if (!dueAt || now < new Date(dueAt)) return 'deadline_warn';
  return kind === 'on_the_way' ? 'deadline_late' : 'deadline_escalated';
}

/** The clock's numbers as they are at this moment: by working time and by the wall. */
export const paramsOf = ({ step, metric, late, critical }: FiredReminder, clock: ClockFacts, now: Date): Readonly<Record<string, unknown>> => ({
  step, metric: metric.toUpperCase(), late, critical,
  dueAt: clock.dueAt,
  consumedWorkMs: clock.consumedWorkMs,
  targetWorkMs: clock.targetWorkMs,
  remainingWorkMs: clock.remainingWorkMs,
  remainingWallMs: clock.dueAt ? Date.parse(clock.dueAt) - now.getTime() : null,
});
