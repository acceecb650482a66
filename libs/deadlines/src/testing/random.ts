import type { CalendarDefinition, DayEntry, Hours, IsoDay } from '../engine/calendar.types';

/** The five zones in which the engine is proved: summer times of one hour and of half of one, none, and on both halves of the globe. */
export const ZONES = ['Europe/Helsinki', 'Europe/Stockholm', 'America/Sao_Paulo', 'America/New_York', 'Australia/Lord_Howe'] as const;

/** A repeatable source of numbers (mulberry32). */
export class Dice {
  constructor(private seed: number) {}
  /** A whole number from `low` to `high`, both included. */
  roll(low: number, high: number): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + (((t ^ (t >>> 14)) >>> 0) % (high - low + 1));
  }
  chance(percent: number): boolean {
    return this.roll(1, 100) <= percent;
  }
}

export const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Up to three disjoint stretches of a day by the quarter hour or minute, the last one perhaps a night. */
export function randomHours(dice: Dice, nights = true): Hours[] {
  const step = dice.chance(70) ? 15 : 1;
  const marks = Array.from({ length: dice.roll(1, 3) * 2 }, () => dice.roll(0, Math.floor(1440 / step)) * step).sort((a, b) => a - b);
  const hours: Hours[] = [];
  for (let i = 0; i + 1 < marks.length; i += 2) if (marks[i + 1]! > marks[i]!) hours.push({ from: clock(marks[i]!), to: clock(marks[i + 1]!) });
  const last = hours.at(-1);
  if (nights && last && dice.chance(25)) hours[hours.length - 1] = { from: last.from, to: clock(dice.roll(0, Math.min(8 * 60, (hours[0] === last ? 1440 : 0) + Number(last.from.slice(0, 2)) * 60))) };
  return hours.filter((h) => h.from !== h.to);
}

/** Some calendar: weekly hours, closed dates and dates with hours of their own among `dates`. */
export function randomCalendar(dice: Dice, zone: string, dates: readonly string[]): CalendarDefinition {
  if (dice.chance(4)) return { zone, always: true, weekly: [], days: [] };
  const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((isoDay: IsoDay) => (dice.chance(80) ? randomHours(dice).map((h) => ({ isoDay, ...h })) : []));
  const days = dates.filter(() => dice.chance(20)).map((date): DayEntry => {
    const intervals = dice.chance(50) ? randomHours(dice) : [];
    return { date, kind: intervals.length > 0 ? 'hours' : 'closed', intervals, source: 'custom', label: null, keepSpill: dice.chance(20) };
  });
  return { zone, always: false, weekly, days };
}
