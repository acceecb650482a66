import { newId } from '@kaiku/kernel';
import { originOf, rowOf, type DeadlineRow, type StoredCycle } from './deadline.rows';
import type { Subject, SubjectFacts } from './signals';
import type { RecordedEvent } from './subject/cycle';
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

/** What work on a subject's clocks has to be written as: each changed clock is a new generation with timers of its own. */
export function writingOf(work: SubjectWork, stored: readonly StoredCycle[], subject: Subject, facts: SubjectFacts, desk: Desk): Writing {
  const before = new Map(stored.map((cycle) => [cycle.id, cycle]));
  const rows: DeadlineRow[] = [];
  const events: { deadlineId: string; event: RecordedEvent }[] = [];
  const timers: TimerRow[] = [];
  const now = desk.now.getTime();
  for (const { cycle, state, added } of work.changed()) {
    const known = before.get(cycle.id);
    const generation = (known?.generation ?? 0) + 1;
    const origin = originOf({ ...facts, ...work.attributes }, known?.origin ?? null, state, desk.now);
    rows.push(rowOf(cycle, state, { subject, origin, generation, warnAt: warnAtOf(state, desk.calendars, now), zone: desk.zone, now: desk.now }));
    for (const event of added) events.push({ deadlineId: cycle.id, event });
    for (const timer of timersOf(state, cycle.plan, desk.calendars, now, known?.fired ?? [])) timers.push(timerRow(cycle.id, generation, timer));
  }
  return { rows, events, timers };
}
