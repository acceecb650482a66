import ICAL from 'ical.js';
import type { DayEntry, Horizon } from './calendar.types';
import { DeadlineError } from './errors';
import { dateOf, DAY, dayNumber, isoDayOf } from './local-date';

/** Most events, bytes and days of a feed. */
export const FEED_EVENTS = 2000;
export const FEED_BYTES = 1024 * 1024;
const FEED_DAYS = 4000;
/** Years in which a yearly event comes again when nobody says for which dates they want it. */
const YEARS = 10;

export interface DayFeed {
  /** Proposals, by date; nothing in a feed changes a calendar by itself. */
  readonly days: readonly DayEntry[];
  /** Events that are no whole days, are cancelled, or come again in a way that is not understood. */
  readonly skipped: number;
}

const dayOf = (time: ICAL.Time): number => Date.UTC(time.year, time.month - 1, time.day) / DAY;
const utcDay = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;

/** The day in a year on which a yearly rule falls; null in a year without one; undefined for a rule that is not understood. */
function inYear(start: number, parts: Readonly<Record<string, readonly (string | number)[] | undefined>>, year: number): number | null | undefined {
  const [month, day] = dateOf(start).split('-').slice(1).map(Number) as [number, number];
  const [weekday, ...more] = parts['BYDAY'] ?? [];
  if (weekday === undefined) {
    const same = (key: string, value: number) => parts[key] === undefined || (parts[key].length === 1 && Number(parts[key][0]) === value);
    if (!same('BYMONTH', month) || !same('BYMONTHDAY', day)) return undefined;
    const found = utcDay(year, month, day);
    return new Date(found * DAY).getUTCMonth() + 1 === month ? found : null;
  }
  const rule = /^([+-]?[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(weekday));
  const of = Number(parts['BYMONTH']?.[0] ?? Number.NaN);
  if (!rule || more.length > 0 || parts['BYMONTHDAY'] || parts['BYMONTH']?.length !== 1 || !(of >= 1 && of <= 12)) return undefined;
  const [nth, wanted] = [Number(rule[1]), ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(rule[2]!) + 1];
  if (nth > 0) {
    const first = utcDay(year, of, 1);
    return first + ((wanted - isoDayOf(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = utcDay(year, of + 1, 1) - 1;
  return last - ((isoDayOf(last) - wanted + 7) % 7) + (nth + 1) * 7;
}

/** Days on which an event begins; null when its recurrence is not understood. */
function beginnings(event: ICAL.Component, start: number, firstDay: number, endDay: number): number[] | null {
  const rules = event.getAllProperties('rrule');
  if (rules.length === 0) return event.getFirstProperty('rdate') ? null : [start];
  const recur = rules[0]!.getFirstValue() as ICAL.Recur;
  const known = ['BYMONTH', 'BYMONTHDAY', 'BYDAY'];
  if (rules.length > 1 || recur.freq !== 'YEARLY' || Object.keys(recur.parts).some((key) => !known.includes(key))) return null;
  const except = new Set(event.getAllProperties('exdate').map((p) => dayOf(p.getFirstValue() as ICAL.Time)));
  const found: number[] = [];
  const firstYear = Number(dateOf(start).slice(0, 4));
  let count = recur.count ?? Infinity;
  for (let year = firstYear; year <= Number(dateOf(endDay).slice(0, 4)) && count > 0; year += Math.max(1, recur.interval)) {
    const day = inYear(start, recur.parts as Readonly<Record<string, readonly (string | number)[] | undefined>>, year);
    if (day === undefined) return null;
    if (day === null || day < start) continue;
    if (recur.until && day > dayOf(recur.until)) break;
    count--;
    if (day >= firstDay - 366 && day < endDay && !except.has(day)) found.push(day);
  }
  return found;
}

/** First days and length of a whole-day event, else null. DTEND is exclusive. */
function wholeDays(event: ICAL.Component, horizon: Horizon | undefined): { starts: number[]; length: number } | null {
  const start = event.getFirstPropertyValue('dtstart');
  const end = event.getFirstPropertyValue('dtend');
  const duration = event.getFirstPropertyValue('duration');
  if (!(start instanceof ICAL.Time) || !start.isDate || String(event.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') return null;
  const first = dayOf(start);
  if (!Number.isInteger(first) || start.year < 1900 || start.year > 2200) return null;
  const length = end instanceof ICAL.Time ? dayOf(end) - first : duration instanceof ICAL.Duration ? Math.ceil(duration.toSeconds() / 86_400) : 1;
  const [from, to] = horizon ? [dayNumber(horizon.from), dayNumber(horizon.to)] : [first, first + YEARS * 366];
  const starts = beginnings(event, first, from, to);
  return starts && { starts, length: Math.max(1, length) };
}

function componentOf(ics: string): ICAL.Component {
  try {
    const parsed: unknown = ICAL.parse(ics);
    const root = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed;
    const component = new ICAL.Component(root as ConstructorParameters<typeof ICAL.Component>[0]);
    if (component.name !== 'vcalendar') throw new Error('no calendar');
    return component;
  } catch {
    throw new DeadlineError('feed.unreadable');
  }
}

/**
 * Whole-day events of an iCalendar text as proposals to close, within `horizon` where it is given; yearly ones come again. Throws
 * `feed.too_large` (1 MB), `feed.too_many_events` (2,000, or more days than a calendar takes), `feed.unreadable`, `feed.empty`.
 */
export function parseDayFeed(ics: string, horizon?: Horizon): DayFeed {
  if (Buffer.byteLength(ics) > FEED_BYTES) throw new DeadlineError('feed.too_large', { most: FEED_BYTES });
  if ((ics.match(/^BEGIN:VEVENT/gim)?.length ?? 0) > FEED_EVENTS) throw new DeadlineError('feed.too_many_events', { most: FEED_EVENTS });
  const events = componentOf(ics).getAllSubcomponents('vevent');
  if (events.length === 0) throw new DeadlineError('feed.empty');
  const [from, to] = horizon ? [dayNumber(horizon.from), dayNumber(horizon.to)] : [-Infinity, Infinity];
  const days = new Map<string, DayEntry>();
  let skipped = 0;
  for (const event of events) {
    const whole = wholeDays(event, horizon);
    if (!whole) {
      skipped++;
      continue;
    }
    const label = String(event.getFirstPropertyValue('summary') ?? '').trim().slice(0, 200) || null;
    for (const start of whole.starts) {
      // A span of centuries is cut before it is counted.
      for (let day = Math.max(start, from); day < Math.min(start + whole.length, to); day++) {
        const date = dateOf(day);
        if (!days.has(date)) days.set(date, { date, kind: 'closed', intervals: [], source: 'feed', label });
        if (days.size > FEED_DAYS) throw new DeadlineError('feed.too_many_events', { most: FEED_DAYS });
      }
    }
  }
  return { days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), skipped };
}
