import type { CalendarDefinition, Hours } from '../engine/calendar.types';

/** Minutes of a stretch of time with what the wall clock shows, from `Intl` alone; nothing here is shared with the engine. */
export interface OracleWindow {
  readonly zone: string;
  /** Epoch ms of the first minute. */
  readonly from: number;
  /** Local minutes since 1970-01-01T00:00, never going back: while the clock repeats an hour it stands at the last minute. */
  readonly local: Int32Array;
}

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const localMinutes = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`) / MINUTE;

export function oracleWindow(zone: string, from: number, minutes: number): OracleWindow {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const local = new Int32Array(minutes);
  let highest = -Infinity;
  for (let i = 0; i < minutes; i++) {
    highest = Math.max(highest, localMinutes(format.format(from + i * MINUTE)));
    local[i] = highest;
  }
  return { zone, from, local };
}

const of = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dateText = (day: number): string => new Date(day * DAY_MINUTES * MINUTE).toISOString().slice(0, 10);

/** What covers a minute: hours of its own day, of the night before, or of both. */
const OWN = 1;
const NIGHT = 2;

/** For each minute what covers it; 0 while it is closed. */
export function openMinutes(def: CalendarDefinition, window: OracleWindow): Uint8Array {
  const hoursOf = (day: number): { hours: readonly (readonly [from: number, to: number])[]; cut: boolean } => {
    const entry = def.days.find((d) => d.date === dateText(day));
    const weekday = ((new Date(day * DAY_MINUTES * MINUTE).getUTCDay() + 6) % 7) + 1;
    const hours: readonly Hours[] = entry ? (entry.kind === 'closed' ? [] : entry.intervals) : def.weekly.filter((w) => w.isoDay === weekday);
    return { hours: hours.map((h) => [of(h.from), of(h.to)]), cut: entry !== undefined && hours.length === 0 && !entry.keepSpill };
  };
  let day = Number.NaN;
  let [own, before] = [hoursOf(0), hoursOf(0)];
  const open = new Uint8Array(window.local.length).fill(def.always ? OWN : 0);
  for (let i = 0; i < open.length && !def.always; i++) {
    const local = window.local[i]!;
    const today = Math.floor(local / DAY_MINUTES);
    if (today !== day) [day, own, before] = [today, hoursOf(today), hoursOf(today - 1)];
    const minute = local - day * DAY_MINUTES;
    let cover = 0;
    for (const [from, to] of own.hours) if (minute >= from && (to <= from || minute < to)) cover |= OWN;
    if (!own.cut) for (const [from, to] of before.hours) if (to <= from && minute < to) cover |= NIGHT;
    open[i] = cover;
  }
  return open;
}

/** The first instant at which so much open time has passed, minute by minute; null when the window ends before. */
export function oracleDue(window: OracleWindow, open: Uint8Array, from: number, ms: number): number | null {
  let left = ms;
  for (let i = Math.floor((from - window.from) / MINUTE); i < open.length; i++) {
    if (open[i] === 0) continue;
    const begin = Math.max(from, window.from + i * MINUTE);
    const length = window.from + (i + 1) * MINUTE - begin;
    if (left <= length) return begin + left;
    left -= length;
  }
  return null;
}

/** Open time from one whole minute to another. */
export function oracleOpenMs(window: OracleWindow, open: Uint8Array, from: number, to: number): number {
  let minutes = 0;
  for (let i = (from - window.from) / MINUTE; i < (to - window.from) / MINUTE; i++) if (open[i] !== 0) minutes++;
  return minutes * MINUTE;
}

/** The end of the last open minute of each local day, by its number since 1970-01-01. No day ends before the day before it. */
export function oracleClosings(window: OracleWindow, open: Uint8Array): ReadonlyMap<number, number> {
  const first = Math.floor(window.local[0]! / DAY_MINUTES) - 1;
  const ends = new Float64Array(Math.floor((window.local.at(-1)! - window.local[0]!) / DAY_MINUTES) + 3);
  for (let i = 0; i < open.length; i++) {
    const day = Math.floor(window.local[i]! / DAY_MINUTES) - first;
    if (open[i]! & OWN) ends[day] = window.from + (i + 1) * MINUTE;
    if (open[i]! & NIGHT) ends[day - 1] = window.from + (i + 1) * MINUTE;
  }
  let latest = 0;
  return new Map([...ends].flatMap((end, i) => (end === 0 ? [] : [[first + i, (latest = Math.max(latest, end))] as const])));
}

/** The closing instant of the n-th open local day after that of `from`; null when the window may end before that day does. */
export function oracleBusinessDays(window: OracleWindow, closings: ReadonlyMap<number, number>, from: number, n: number): number | null {
  const today = Math.floor(window.local[Math.floor((from - window.from) / MINUTE)]! / DAY_MINUTES);
  const day = [...closings.keys()].filter((d) => d > today)[n - 1];
  return day === undefined || (day + 2) * DAY_MINUTES > window.local.at(-1)! ? null : closings.get(day)!;
}
