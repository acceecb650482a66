import * as fc from 'fast-check';
import { compileCalendar, openMs, type CalendarDefinition, type CompiledCalendar, type IsoDay } from '../engine/calendar';
import type { ClockEvent } from '../engine/clock';
import { targetOf } from './clocks';
import { clock } from './random';

/** Every run of the properties asks the same questions. */
export const RUNS = { seed: 20261122, numRuns: 50 } as const;
const FIRST = Date.parse('2026-02-01T00:00Z');
const LAST = Date.parse('2026-11-20T00:00Z');
const HORIZON = { from: '2025-12-01', to: '2027-07-01' };

export const compiled = (def: CalendarDefinition): CompiledCalendar => compileCalendar(def, HORIZON);

/** Any instant of ten months with both changes of the clocks, by the millisecond; half of them near a change or at a full hour. */
export const instant = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc.integer({ min: FIRST / 3_600_000, max: LAST / 3_600_000 }).map((hours) => hours * 3_600_000),
  ...['2026-03-08', '2026-03-29', '2026-04-04', '2026-10-03', '2026-10-25', '2026-11-01'].map((day) => fc.integer({ min: -86_400_000, max: 2 * 86_400_000 }).map((ms) => Date.parse(day) + ms)),
);
/** Up to thirty hours of open time, by the millisecond. */
export const duration = fc.integer({ min: 1, max: 30 * 3_600_000 });

const isoDay = fc.constantFrom<IsoDay>(1, 2, 3, 4, 5, 6, 7);
/** Hours within `first` and `last` o'clock by the quarter of an hour. */
export const hoursWithin = (first: number, last: number) =>
  fc.tuple(isoDay, fc.integer({ min: first * 4, max: last * 4 - 1 }), fc.integer({ min: 1, max: 40 })).map(([day, from, length]) => ({ isoDay: day, from: clock(from * 15), to: clock(Math.min(from + length, last * 4) * 15) }));
const night = fc.tuple(isoDay, fc.integer({ min: 72, max: 95 }), fc.integer({ min: 1, max: 32 })).map(([day, from, to]) => ({ isoDay: day, from: clock(from * 15), to: clock(to * 15) }));
const date = fc.integer({ min: 0, max: 330 }).map((n) => new Date(Date.parse('2026-01-15') + n * 86_400_000).toISOString().slice(0, 10));
const entry = fc.tuple(date, fc.boolean(), fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 30 })).map(([on, closed, from, length]) => ({
  date: on, kind: closed ? ('closed' as const) : ('hours' as const), intervals: closed ? [] : [{ from: clock(from * 15), to: clock(Math.min(from + length, 96) * 15) }], source: 'custom' as const, label: null,
}));

/** A calendar that opens at least once a week; nights, dated hours and closures included. */
export const calendarIn = (zone: string) =>
  fc.record({ weekly: fc.array(fc.oneof({ weight: 4, arbitrary: hoursWithin(0, 24) }, { weight: 1, arbitrary: night }), { minLength: 2, maxLength: 9 }), days: fc.uniqueArray(entry, { maxLength: 12, selector: (d) => d.date }) }).map(
    ({ weekly, days }): CalendarDefinition => ({ zone, always: false, weekly, days }),
  );
export const closure = date.map((on) => ({ date: on, kind: 'closed' as const, intervals: [], source: 'custom' as const, label: null }));

/** Passes over runs in which the calendar does not open for so long within its horizon. */
export const enough = (cal: CompiledCalendar, t: number, ms: number): void => fc.pre(openMs(cal, t, cal.to) > ms + 60_000);

/** A start at `from` and up to eight things that happen within the next days, some in the same instant; the last may end it. */
export function lifeOf(ends: boolean) {
  const happening = fc.tuple(fc.constantFrom('pause', 'resume', 'suspend', 'unsuspend', 'retarget', 'recalendar'), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }));
  return fc.tuple(instant, fc.integer({ min: 1, max: 20 }), fc.array(happening, { maxLength: 8 }), fc.integer({ min: 0, max: 200 }), fc.constantFrom('business_seconds', 'business_days', 'calendar_seconds', 'calendar_days')).map(([from, amount, happened, end, unit]): ClockEvent[] => {
    const target = (n: number) => targetOf(unit === 'business_days' || unit === 'calendar_days' ? Math.ceil(n / 4) : n * 3600, { unit });
    const events: Omit<ClockEvent, 'seq'>[] = [{ type: 'start', at: from, payload: { target: target(amount), calendar: 'one' } }];
    for (const [type, hour, n] of happened) {
      const payload = type === 'retarget' ? { target: target(n) } : type === 'recalendar' ? { calendar: n % 2 ? 'one' : 'two' } : { reason: 'waiting' };
      // One thing of a kind in an instant.
      const at = from + hour * 3 * 3_600_000;
      if (!events.some((e) => e.at === at && e.type === type)) events.push({ type, at, payload } as Omit<ClockEvent, 'seq'>);
    }
    if (ends) events.push({ type: 'stop', at: from + end * 3_600_000, payload: { outcome: 'replied' } });
    return events.map((event, i) => ({ ...event, seq: i + 1 }) as ClockEvent);
  });
}
