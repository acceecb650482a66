import { Injectable } from '@nestjs/common';
import { system } from '@kaiku/kernel';
import { nextDue, type NextDue } from './commands/apply-signals';
import { recordOf } from './deadline.repository';
import type { DeadlineRow } from './deadline.rows';
import { Desks } from './desk';
import type { Calendars, ClockState } from './engine';
import type { ReminderStep } from './policy';
import type { Signal, Subject, SubjectFacts } from './signals';
import { workIn } from './subject/subject.rules';
import { timersOf, type Timer } from './timers.rules';
import { timerRow, writingOf, type TimerRow } from './writing.rules';

/** Rows under the names of their columns, as JSON can carry them. */
export interface ImaginedRows {
  readonly deadline: readonly DeadlineRow[];
  readonly deadline_event: readonly ReturnType<typeof recordOf>[];
  readonly deadline_reminder: readonly (Omit<TimerRow, 'state' | 'fired_at'> & { readonly state: string; readonly fired_at: string | null })[];
  readonly next: NextDue;
}

/** The timers of a clock that has run all the time: those that have passed, and those to come that would be written down by now. */
function timersSinceStart(state: ClockState, plan: readonly ReminderStep[], calendars: Calendars, now: number): readonly Timer[] {
  const first = timersOf(state, plan, calendars, state.startedAt!, []);
  return state.dueAt !== null && state.dueAt <= now ? [...first, ...timersOf(state, plan, calendars, state.dueAt + 1, first.map((timer) => timer.step))] : first;
}

/** What clocks would have come to, had the desk been there: for who fills a database with a past. Nothing is written here. */
@Injectable()
export class ImaginedClocks {
  constructor(private readonly desks: Desks) {}

  /** Policies and calendars as they are now. @returns what makes the rows of one subject from everything that happened to it, oldest first */
  async begin(): Promise<(subject: Subject, facts: SubjectFacts, signals: readonly Signal[], newId: () => string) => ImaginedRows> {
    const desk = await this.desks.for(system('seed'));
    const now = desk.now.getTime();
    return (subject, facts, signals, newId) => {
      const work = workIn([], facts, signals, { ...desk, newId });
      const { rows, events } = writingOf(work, [], subject, facts, desk);
      const begun = (at: number | null) => new Date(at ?? facts.receivedAt).toISOString();
      const timers = work.changed().flatMap(({ cycle, state }) =>
        timersSinceStart(state, cycle.plan, desk.calendars, now).map((timer) => {
          const row = { ...timerRow(cycle.id, 1, timer), id: newId() };
          return timer.at <= now ? { ...row, state: 'fired', fired_at: row.fire_at } : row;
        }),
      );
      return {
        deadline: rows.map((row, i) => ({ ...row, created_at: begun(work.changed()[i]!.state.startedAt) })),
        deadline_event: events.map(({ deadlineId, event }) => recordOf({ deadlineId, event: { ...event, recordedAt: event.at } })),
        deadline_reminder: timers, next: nextDue(work),
      };
    };
  }
}
