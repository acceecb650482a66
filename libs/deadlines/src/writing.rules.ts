import { newId } from '@kaiku/kernel';
import { originOf, rowOf, type CycleOrigin, type DeadlineRow, type StoredCycle } from './deadline.rows';
import type { ClockState } from './engine';
import type { Subject, SubjectFacts } from './signals';
import type { Cycle, RecordedEvent } from './subject/cycle';
import type { Desk, SubjectWork } from './subject/subject-work';
import { timersOf, warnAtOf, type Timer } from './timers.rules';

/** A row of `deadline_reminder` about to be written. */
export interface TimerRow {
  readonly id: string;
  readonly deadline_id: string;
  readonly generation: number;
  readonly step: string;
  readonly fire_at: string;
  readonly state: 'scheduled';
  readonly fence: 0;
  readonly lease_until: null;
  readonly fired_at: null;
  readonly late: boolean;
}

/** Everything one change of clocks writes. */
export interface Writing {
  readonly rows: readonly DeadlineRow[];
  readonly events: readonly { readonly deadlineId: string; readonly event: RecordedEvent }[];
  readonly timers: readonly TimerRow[];
}

export const timerRow = (deadlineId: string, generation: number, { step, at, late }: Timer): TimerRow => ({
  id: newId(), deadline_id: deadlineId, generation, step, fire_at: new Date(at).toISOString(), state: 'scheduled', fence: 0, lease_until: null, fired_at: null, late,
});

/** A clock as it has become. */
export interface ChangedClock {
  readonly cycle: Cycle;
  readonly state: ClockState;
  readonly added: readonly RecordedEvent[];
  readonly subject: Subject;
  readonly origin: CycleOrigin;
  /** Steps that were told already. */
  readonly fired: readonly string[];
}

/** What changed clocks are written as: each is a new generation with timers of its own. */
export function writingOfClocks(clocks: readonly ChangedClock[], desk: Desk): Writing {
  const now = desk.now.getTime();
  return {
    rows: clocks.map(({ cycle, state, subject, origin }) =>
      rowOf(cycle, state, { subject, origin, generation: cycle.generation + 1, warnAt: warnAtOf(state, desk.calendars, now), zone: desk.zone, now: desk.now }),
    ),
    events: clocks.flatMap(({ cycle, added }) => added.map((event) => ({ deadlineId: cycle.id, event }))),
    timers: clocks.flatMap(({ cycle, state, fired }) => timersOf(state, cycle.plan, desk.calendars, now, fired).map((timer) => timerRow(cycle.id, cycle.generation + 1, timer))),
  };
}

/** What work on a subject's clocks has to be written as. */
export function writingOf(work: SubjectWork, stored: readonly StoredCycle[], subject: Subject, facts: SubjectFacts, desk: Desk): Writing {
  const before = new Map(stored.map((cycle) => [cycle.id, cycle]));
  return writingOfClocks(work.changed().map(({ cycle, state, added }) => {
    const known = before.get(cycle.id);
    return { cycle, state, added, subject, origin: originOf({ ...facts, ...work.attributes }, known?.origin ?? null, state, desk.now), fired: known?.fired ?? [] };
  }), desk);
}
