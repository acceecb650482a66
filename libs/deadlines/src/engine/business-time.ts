import type { CompiledCalendar } from './calendar.types';
import { DeadlineError } from './errors';

/** How many values of a sorted list are not after `value`. */
export function countUpTo(sorted: Float64Array | Int32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What to say when the calendar has no answer: it never opens, or the answer lies beyond what was compiled. */
export function unanswered(cal: CompiledCalendar): DeadlineError {
  return cal.opens.length === 0 ? new DeadlineError('calendar.never_open') : new DeadlineError('calendar.horizon_exceeded', { from: cal.from, to: cal.to });
}

function covered(cal: CompiledCalendar, t: number): void {
  // Also false for NaN.
  if (!(t >= cal.from && t <= cal.to)) throw new DeadlineError('calendar.horizon_exceeded', { at: t, from: cal.from, to: cal.to });
}

/** Open milliseconds from the beginning of the horizon to `t`, with `i` intervals that have opened. */
const before = (cal: CompiledCalendar, t: number, i: number): number => (i === 0 ? 0 : cal.sums[i - 1]! + Math.min(t, cal.closes[i - 1]!) - cal.opens[i - 1]!);

/** Open milliseconds from `a` to `b` (epoch ms); negative when `b` is the earlier one. */
export function openMs(cal: CompiledCalendar, a: number, b: number): number {
  covered(cal, a);
  covered(cal, b);
  return before(cal, b, countUpTo(cal.opens, b)) - before(cal, a, countUpTo(cal.opens, a));
}

/**
 * The first instant at which `ms` of open time have passed since `from` (epoch ms). What is used up exactly at closing time is
 * due then, not at the next opening. Throws `target.not_positive`, `calendar.never_open`, `calendar.horizon_exceeded`.
 */
export function dueAt(cal: CompiledCalendar, from: number, ms: number): number {
  if (!(ms > 0)) throw new DeadlineError('target.not_positive', { ms });
  covered(cal, from);
  const { sums } = cal;
  const opened = countUpTo(cal.opens, from);
  const wanted = before(cal, from, opened) + ms;
  const last = sums.length - 1;
  if (wanted > sums[last]!) throw unanswered(cal);
  // Most are due within a few intervals: double the step until it is passed, then halve.
  let low = Math.max(0, opened - 1);
  let step = 1;
  while (low + step < last && sums[low + step]! < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, last) - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle + 1]! >= wanted) high = middle;
    else low = middle + 1;
  }
  return cal.opens[low]! + (wanted - sums[low]!);
}

/** Whether it is open at `t`; the closing instant itself is closed. */
export function isOpen(cal: CompiledCalendar, t: number): boolean {
  covered(cal, t);
  const opened = countUpTo(cal.opens, t);
  return opened > 0 && t < cal.closes[opened - 1]!;
}

/** `t` when it is open, else the next opening (epoch ms). */
export function nextOpen(cal: CompiledCalendar, t: number): number {
  if (isOpen(cal, t)) return t;
  const next = cal.opens[countUpTo(cal.opens, t)];
  if (next === undefined) throw unanswered(cal);
  return next;
}

/** The local date of `t`, in days since 1970-01-01. */
export function localDay(cal: CompiledCalendar, t: number): number {
  covered(cal, t);
  return cal.firstDay + Math.min(countUpTo(cal.dayStarts, t), cal.dayStarts.length - 1) - 1;
}

/** The first instant of a local date (days since 1970-01-01). */
export function startOfDay(cal: CompiledCalendar, day: number): number {
  const start = cal.dayStarts[day - cal.firstDay];
  if (start === undefined) throw new DeadlineError('calendar.horizon_exceeded', { day });
  return start;
}

/**
 * Last closing instant of the `n`-th open date after the local date of `t`. A whole number from 1, else
 * `target.not_positive`.
 */
export function dueBusinessDays(cal: CompiledCalendar, t: number, n: number): number {
  if (!Number.isInteger(n) || n < 1) throw new DeadlineError('target.not_positive', { days: n });
  const close = cal.dayCloses[countUpTo(cal.openDays, localDay(cal, t)) + n - 1];
  if (close === undefined) throw unanswered(cal);
  return close;
}
