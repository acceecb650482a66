import { Temporal } from 'temporal-polyfill';
import { compileCalendar, dueAt, finnishPublicHolidays, type CalendarDefinition } from '../libs/deadlines/src/engine';
import { median } from './measure';
import type { ProbeName } from './options';

/** One thing done by the desk's own code and by what one would write without it. */
export interface Probe {
  readonly name: Exclude<ProbeName, 'reminders'>;
  readonly words: string;
  /** Of both figures; more is better. */
  readonly unit: string;
  readonly goal: number;
  /** Each round's pair, in `unit`. */
  readonly rounds: readonly { readonly mine: number; readonly bare: number }[];
}

const QUESTIONS = 2000;
const HOURS = [{ from: '08:00', to: '11:30' }, { from: '12:00', to: '17:00' }] as const;
const CLOSED = new Set([2026, 2027].flatMap((year) => finnishPublicHolidays(year).map((h) => h.date)));
const ZONE = 'Europe/Helsinki';

const definition: CalendarDefinition = {
  zone: ZONE, always: false,
  weekly: ([1, 2, 3, 4, 5] as const).flatMap((isoDay) => HOURS.map((h) => ({ isoDay, ...h }))),
  days: [...CLOSED].map((date) => ({ date, kind: 'closed', intervals: [], source: 'law', label: null })),
};

/** The day loop that one writes first: each date's hours as instants, until the time is used up. */
function naiveDue(from: number, ms: number): number {
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(ZONE).toPlainDate();
  let left = ms;
  for (;;) {
    if (day.dayOfWeek <= 5 && !CLOSED.has(day.toString())) {
      for (const { from: opens, to: closes } of HOURS) {
        const open = Math.max(from, day.toZonedDateTime({ timeZone: ZONE, plainTime: opens }).epochMilliseconds);
        const close = day.toZonedDateTime({ timeZone: ZONE, plainTime: closes }).epochMilliseconds;
        if (close <= open) continue;
        if (left <= close - open) return open + left;
        left -= close - open;
      }
    }
    day = day.add({ days: 1 });
  }
}

/** Starts through a year, and targets from one minute to five working days: the same for both. */
const asked = Array.from({ length: QUESTIONS }, (_, i) => ({ from: Date.parse('2026-01-01T00:00Z') + ((i * 7_919_317) % 31_536_000) * 1000, ms: (1 + ((i * 104_729) % 2550)) * 60_000 }));

/** Answers a second over at least so many milliseconds. */
function rate(due: (from: number, ms: number) => number, atLeastMs: number): number {
  const begin = performance.now();
  let [answers, elapsed] = [0, 0];
  while (elapsed < atLeastMs) {
    for (const { from, ms } of asked) due(from, ms);
    answers += asked.length;
    elapsed = performance.now() - begin;
  }
  return (answers * 1000) / elapsed;
}

/** Both asked the same, in turns; refuses to give a figure when one answer differs. */
export function deadlineEngine(rounds: number): Probe {
  const calendar = compileCalendar(definition, { from: '2025-01-01', to: '2029-01-01' });
  const mine = (from: number, ms: number): number => dueAt(calendar, from, ms);
  for (const { from, ms } of asked) if (mine(from, ms) !== naiveDue(from, ms)) throw new Error(`the engine and the day loop differ for ${ms} ms from ${new Date(from).toISOString()}`);
  rate(mine, 300);
  const pairs = Array.from({ length: rounds }, (_, n) => {
    const [first, second] = n % 2 === 0 ? [rate(naiveDue, 1000), rate(mine, 1000)] : [rate(mine, 1000), rate(naiveDue, 1000)];
    return n % 2 === 0 ? { bare: first, mine: second } : { mine: first, bare: second };
  });
  return { name: 'deadline-engine', words: 'Due time in open hours, one answer (yardstick: a day loop on temporal-polyfill)', unit: 'due/s', goal: 100, rounds: pairs };
}

/** The probe as a row of the figures: medians, and the ratio of each round's own pair. */
export function rowOf(probe: Probe) {
  const each = median(probe.rounds.map((r) => r.mine / r.bare));
  const ratio = Number(each.toFixed(each < 10 ? 2 : 1));
  return { name: probe.name, value: Math.round(median(probe.rounds.map((r) => r.mine))), unit: probe.unit, yardstick: Math.round(median(probe.rounds.map((r) => r.bare))), ratio, goal: probe.goal, met: ratio >= probe.goal };
}
