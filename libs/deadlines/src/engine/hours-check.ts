import type { CalendarDefinition, DayEntry, Hours, IsoDay } from './calendar.types';
import { dayNumberOrNull, minutesOf } from './local-date';
import { isZone } from './zone';

export type CalendarProblemCode = 'calendar.zone_unknown' | 'calendar.interval_invalid' | 'calendar.date_invalid' | 'calendar.too_large' | 'calendar.never_open';

/** What is wrong with a calendar, at which field (`weekly[2].to`, `days[4].intervals[0].from`). */
export interface CalendarProblem {
  readonly path: string;
  readonly code: CalendarProblemCode;
  /**
   * For hours: not a time of day; overlapping others; or running over midnight for more than half a day, which is nearly always
   * two times put the wrong way round (a real one is written as two, to 24:00 and from 00:00). For dates: no such date, or
   * given twice.
   */
  readonly reason?: 'malformed' | 'overlapping' | 'reversed' | 'empty' | 'no_such_date' | 'repeated';
  /** Local dates, both included, in which the calendar does not open. */
  readonly window?: { readonly from: string; readonly to: string };
}

/** Most weekly intervals and dated entries of one calendar. */
export const MOST_WEEKLY = 140;
export const MOST_DAYS = 4000;
/** Minutes after which hours over midnight are taken for reversed ones. */
const LONGEST_NIGHT = 720;

interface Piece {
  readonly path: string;
  /** Minutes since the week's, or the date's, beginning. */
  readonly from: number;
  readonly to: number;
}

function piece(hours: Hours, path: string, day: number, problems: CalendarProblem[]): Piece | null {
  const [from, to] = [minutesOf(hours.from, false), minutesOf(hours.to, true)];
  if (from === null) problems.push({ path: `${path}.from`, code: 'calendar.interval_invalid', reason: 'malformed' });
  if (to === null) problems.push({ path: `${path}.to`, code: 'calendar.interval_invalid', reason: 'malformed' });
  if (from === null || to === null) return null;
  const length = to > from ? to - from : to + 1440 - from;
  if (to <= from && length > LONGEST_NIGHT) {
    problems.push({ path: `${path}.to`, code: 'calendar.interval_invalid', reason: 'reversed' });
    return null;
  }
  return { path, from: day * 1440 + from, to: day * 1440 + from + length };
}

function overlaps(pieces: readonly Piece[], period: number | null, problems: CalendarProblem[]): void {
  const sorted = pieces.toSorted((a, b) => a.from - b.from);
  const first = sorted[0];
  // Sunday's night reaches into Monday.
  const ring = period !== null && first ? [...sorted, { ...first, from: first.from + period, to: first.to + period }] : sorted;
  for (let i = 1; i < ring.length; i++) {
    if (ring[i]!.from < ring[i - 1]!.to && ring[i]!.path !== ring[i - 1]!.path) problems.push({ path: `${ring[i]!.path}.from`, code: 'calendar.interval_invalid', reason: 'overlapping' });
  }
}

function weekly(def: CalendarDefinition, problems: CalendarProblem[]): void {
  const days: readonly IsoDay[] = [1, 2, 3, 4, 5, 6, 7];
  const pieces = def.weekly.map((hours, i) => {
    if (!days.includes(hours.isoDay)) problems.push({ path: `weekly[${i}].isoDay`, code: 'calendar.interval_invalid', reason: 'malformed' });
    return piece(hours, `weekly[${i}]`, hours.isoDay - 1, problems);
  });
  overlaps(pieces.filter((p) => p !== null), 7 * 1440, problems);
}

function dated(days: readonly DayEntry[], problems: CalendarProblem[]): void {
  const seen = new Set<string>();
  for (const [i, day] of days.entries()) {
    const path = `days[${i}]`;
    if (dayNumberOrNull(day.date) === null) problems.push({ path: `${path}.date`, code: 'calendar.date_invalid', reason: 'no_such_date' });
    else if (seen.has(day.date)) problems.push({ path: `${path}.date`, code: 'calendar.date_invalid', reason: 'repeated' });
    seen.add(day.date);
    if (day.kind === 'closed') continue;
    if (day.intervals.length === 0) problems.push({ path: `${path}.intervals`, code: 'calendar.interval_invalid', reason: 'empty' });
    overlaps(day.intervals.map((hours, n) => piece(hours, `${path}.intervals[${n}]`, 0, problems)).filter((p) => p !== null), null, problems);
  }
}

/** What is wrong with a calendar before any time is counted. */
export function checkHours(def: CalendarDefinition): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (!isZone(def.zone)) problems.push({ path: 'zone', code: 'calendar.zone_unknown' });
  if (def.weekly.length > MOST_WEEKLY) return [...problems, { path: 'weekly', code: 'calendar.too_large' }];
  if (def.days.length > MOST_DAYS) return [...problems, { path: 'days', code: 'calendar.too_large' }];
  weekly(def, problems);
  dated(def.days, problems);
  return problems;
}
