import type { CalendarDefinition, CompiledCalendar, DayEntry, Horizon, Hours } from './calendar.types';
import { calendarHash } from './calendar-hash';
import { DeadlineError } from './errors';
import { DAY, dayNumber, isoDayOf, MINUTE, minutesOf } from './local-date';
import { phiOf, tzdataVersion, zoneTableOfDays } from './zone';

/** Milliseconds since local midnight, the end not before the beginning: a night ends beyond 24 h. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(hours: Hours): Span {
  const [from, to] = [minutesOf(hours.from, false), minutesOf(hours.to, true)];
  if (from === null || to === null) throw new DeadlineError('calendar.interval_invalid', { from: hours.from, to: hours.to });
  return { from: from * MINUTE, to: (to <= from ? to + 1440 : to) * MINUTE };
}

const closesAllDay = (entry: DayEntry): boolean => entry.kind === 'closed' || entry.intervals.length === 0;

/** The hours of each local date: its dated entry, else those of its weekday; the night before a closed date is cut. */
export function spansOf(def: CalendarDefinition): (day: number) => readonly Span[] {
  const weekly: Span[][] = Array.from({ length: 8 }, () => []);
  for (const hours of def.weekly) weekly[hours.isoDay]?.push(spanOf(hours));
  const entries = new Map(def.days.map((entry) => [dayNumber(entry.date), { entry, spans: closesAllDay(entry) ? [] : entry.intervals.map(spanOf) }]));
  return (day) => {
    const spans = entries.get(day)?.spans ?? weekly[isoDayOf(day)]!;
    const next = entries.get(day + 1)?.entry;
    if (!next || !closesAllDay(next) || next.keepSpill) return spans;
    return spans.map((span) => ({ from: span.from, to: Math.min(span.to, DAY) }));
  };
}

/** Sorted and merged: touching pieces are one. */
function disjoint(pieces: [number, number][]): [number, number][] {
  pieces.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && piece[0] <= last[1]) last[1] = Math.max(last[1], piece[1]);
    else merged.push(piece);
  }
  return merged;
}

/**
 * Makes instants of a calendar for the local dates of the horizon. Costs about a millisecond for five years: callers keep it
 * under its hash. Throws `calendar.zone_unknown` and `calendar.interval_invalid`; one that never opens compiles, and says so
 * when it is asked for a due time.
 */
export function compileCalendar(def: CalendarDefinition, horizon: Horizon): CompiledCalendar {
  const [firstDay, endDay] = [dayNumber(horizon.from), dayNumber(horizon.to)];
  if (endDay <= firstDay) throw new DeadlineError('calendar.horizon_exceeded', { from: horizon.from, to: horizon.to });
  const phi = phiOf(zoneTableOfDays(def.zone, firstDay, endDay));
  const dayStarts = Float64Array.from({ length: endDay - firstDay + 1 }, (_, i) => phi((firstDay + i) * DAY));
  const [from, to] = [dayStarts[0]!, dayStarts.at(-1)!];
  const spans = def.always ? () => [{ from: 0, to: DAY }] : spansOf(def);
  const pieces: [number, number][] = [];
  const days: [day: number, open: number, close: number][] = [];
  // The night before the first date reaches into it.
  for (let day = firstDay - 1; day < endDay; day++) {
    let [first, last] = [Infinity, days.at(-1)?.[2] ?? -Infinity];
    for (const span of spans(day)) {
      const [open, close] = [phi(day * DAY + span.from), phi(day * DAY + span.to)];
      if (close <= open) continue;
      if (close > from && open < to) pieces.push([Math.max(open, from), Math.min(close, to)]);
      first = Math.min(first, open);
      last = Math.max(last, close);
    }
    // A last night that the horizon cuts has no closing time yet.
    if (first < Infinity && day >= firstDay && last <= to) days.push([day, first, last]);
  }
  const open = disjoint(pieces);
  const sums = new Float64Array(open.length + 1);
  open.forEach(([a, b], i) => (sums[i + 1] = sums[i]! + b - a));
  return {
    hash: calendarHash(def), zone: def.zone, always: def.always, tzdata: tzdataVersion(), from, to, sums, firstDay, dayStarts,
    opens: Float64Array.from(open, (o) => o[0]), closes: Float64Array.from(open, (o) => o[1]),
    openDays: Int32Array.from(days, (d) => d[0]), dayOpens: Float64Array.from(days, (d) => d[1]), dayCloses: Float64Array.from(days, (d) => d[2]),
  };
}
