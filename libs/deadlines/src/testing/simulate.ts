import { fold, type Calendars, type ClockEvent } from '../engine/clock';
import type { CompiledCalendar } from '../engine/calendar';
import { reminderInstants, type PlanStep, type Reminder } from '../engine/steps';

/**
 * Lives through a clock tick by tick (epoch ms), planning its reminders anew at each one as a change of it would, and gives
 * what was told and when. What is planned between two ticks is told at its own time.
 */
export function simulate(events: readonly ClockEvent[], calendars: Calendars, cal: CompiledCalendar, plan: readonly PlanStep[], ticks: Iterable<number>): Reminder[] {
  const told: Reminder[] = [];
  let planned: Reminder[] = [];
  for (const now of ticks) {
    told.push(...planned.filter((r) => r.at <= now));
    const happened = events.filter((e) => e.at <= now);
    planned = reminderInstants(fold(happened, calendars, now), plan, cal, now, new Set(told.map((r) => r.step)));
    told.push(...planned.filter((r) => r.late));
    planned = planned.filter((r) => !r.late);
  }
  return told;
}
