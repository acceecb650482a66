import type { DeadlineMetric, DeadlineState } from '../graphql/generated/graphql';

/** What the server says of one clock; every instant and every working time in it is the server's. */
export interface ClockFacts {
  metric: DeadlineMetric;
  state: DeadlineState;
  dueAt: string | null;
  warnAt: string | null;
  /** When work time goes on; null while the calendar is open. */
  nextOpenAt: string | null;
}

export type ClockLook = 'calm' | 'soon' | 'late' | 'closed' | 'paused' | 'suspended' | 'met' | 'missed' | 'cancelled' | 'waived' | 'error';

/** A countdown helps only when it is short; what lies further off is said by its time. */
const short = 90 * 60_000;

const ended: Partial<Record<DeadlineState, ClockLook>> = {
  PAUSED: 'paused', SUSPENDED: 'suspended', MET: 'met', LATE: 'missed', CANCELLED: 'cancelled', WAIVED: 'waived', ERROR: 'error',
};

/**
 * How a clock looks at an instant. Late goes before everything; while the calendar is closed nothing is expected of anybody,
 * so that goes before soon.
 * @param now business time, epoch milliseconds
 */
export function lookOf(clock: ClockFacts, now: number): ClockLook {
  const end = ended[clock.state];
  if (end) return end;
  if (!clock.dueAt) return 'calm';
  if (now >= Date.parse(clock.dueAt)) return 'late';
  if (clock.nextOpenAt && now < Date.parse(clock.nextOpenAt)) return 'closed';
  return clock.warnAt && now >= Date.parse(clock.warnAt) ? 'soon' : 'calm';
}

/** True when the time left is said as a countdown rather than as a time of day. */
export function countsDown(clock: ClockFacts, now: number): boolean {
  return clock.dueAt !== null && Date.parse(clock.dueAt) - now <= short;
}

export interface WorkFacts extends ClockFacts {
  /** Working time, milliseconds, as of the reading. */
  remainingWorkMs: number | null;
}

/**
 * Working time left, where it is known without counting business hours here: the calendar is closed until it opens, or is open
 * without a break until the due time. Null: only the server can say, and it is asked again.
 * @param readAt business time of the server's answer, epoch milliseconds
 */
export function workLeft(clock: WorkFacts, readAt: number, now: number): number | null {
  if (clock.remainingWorkMs === null || !clock.dueAt) return null;
  const due = Date.parse(clock.dueAt);
  if (clock.nextOpenAt && now < Date.parse(clock.nextOpenAt)) return clock.remainingWorkMs;
  if (!clock.nextOpenAt && Math.abs(due - readAt - clock.remainingWorkMs) < 60_000) return Math.max(0, due - now);
  return now - readAt < 60_000 ? clock.remainingWorkMs : null;
}

/** The order in which promises follow one another in a matter. */
export const metricOrder: DeadlineMetric[] = ['ACKNOWLEDGE', 'FIRST_REPLY', 'NEXT_REPLY', 'PROGRESS_UPDATE', 'DECISION', 'REMEDY', 'RESOLUTION', 'CALLBACK', 'STATUTORY'];
const open: DeadlineState[] = ['RUNNING', 'PAUSED', 'SUSPENDED', 'ERROR'];
const spoken: DeadlineState[] = ['RUNNING', 'PAUSED', 'SUSPENDED', 'ERROR', 'MET', 'LATE'];

export interface Cell extends ClockFacts { id: string; cycle: number; stoppedAt: string | null; outcomeReason: string | null }

/**
 * The clocks of the strip: at most three, of each kind its newest cycle, in the order in which they follow one another.
 * What still runs goes before what has ended, the nearest first; a limit of the law is never left out.
 */
export function stripOf<T extends Cell>(clocks: readonly T[]): T[] {
  const newest = metricOrder.flatMap((metric) => {
    // A cycle that turned out to be part of the one before it is nobody's promise.
    const of = clocks.filter((clock) => clock.metric === metric && clock.outcomeReason !== 'folded_back').sort((a, b) => b.cycle - a.cycle);
    return of.slice(0, 1);
  });
  const weight = (clock: T): number => (clock.metric === 'STATUTORY' && open.includes(clock.state) ? 0 : open.includes(clock.state) ? 1 : spoken.includes(clock.state) ? 2 : 3);
  const at = (clock: T): number => (open.includes(clock.state) ? Date.parse(clock.dueAt ?? '9999-01-01') : -Date.parse(clock.stoppedAt ?? '1970-01-01'));
  const chosen = [...newest].sort((a, b) => weight(a) - weight(b) || at(a) - at(b)).slice(0, 3);
  return newest.filter((clock) => chosen.includes(clock));
}
