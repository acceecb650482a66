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

/** The clock at the moment somebody is told. Work times in milliseconds. */
export interface ClockFacts {
  /** Whether it runs; what has stopped or rests reminds nobody. */
  readonly running: boolean;
  readonly dueAt: string | null;
  readonly consumedWorkMs: number;
  readonly targetWorkMs: number | null;
  readonly remainingWorkMs: number | null;
  /** It counts opening hours, so that it never speaks at night by itself. */
  readonly opensAndCloses: boolean;
}

export function causeOf({ step }: FiredReminder, { dueAt }: ClockFacts, now: Date): Extract<NoticeCause, `deadline_${string}`> {
  if (!dueAt || now < new Date(dueAt)) return 'deadline_warn';
  return step.startsWith('over') ? 'deadline_escalated' : 'deadline_late';
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

/** What comes daily for as long as something is overdue is one line, however much of it there is. */
export const isDaily = ({ step }: FiredReminder): boolean => step.startsWith('over_day');
