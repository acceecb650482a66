import { countUpTo, dueAt, localDay, openMs, startOfDay, unanswered } from './business-time';
import type { CompiledCalendar } from './calendar.types';
import type { Target, TargetUnit } from './clock.types';
import { DeadlineError } from './errors';
import { addCalendarDays, addCalendarMonths, operationalDue, rollDate } from './legal';
import { dateOf, dayNumber } from './local-date';

/** What a clock has used: counted milliseconds, and the ends of open and of civil days that it ran through. */
export interface Used {
  readonly ms: number;
  readonly businessDays: number;
  readonly civilDays: number;
}
export const NOTHING_USED: Used = { ms: 0, businessDays: 0, civilDays: 0 };

export interface Due {
  readonly due: number;
  /** End of a period of calendar days or months, exclusive. */
  readonly legal: number | null;
}

export const isCivil = (unit: TargetUnit): boolean => unit === 'calendar_days' || unit === 'calendar_months';
const isPlain = (unit: TargetUnit): boolean => unit === 'calendar_seconds' || unit === 'fixed';

/** Milliseconds that count from `a` to `b`: open ones, or all. */
export const countedMs = (cal: CompiledCalendar, unit: TargetUnit, a: number, b: number): number => (isPlain(unit) ? b - a : openMs(cal, a, b));

/** What running from `a` to `b` adds. A day counts when the clock runs at its end; the day of the start never does. */
export function usedBetween(cal: CompiledCalendar, unit: TargetUnit, startedAt: number, a: number, b: number): Used {
  const startDay = localDay(cal, startedAt);
  const ends = (list: Float64Array, skipped: number): number => Math.max(0, countUpTo(list, b) - Math.max(countUpTo(list, a), skipped));
  return {
    ms: countedMs(cal, unit, a, b),
    businessDays: ends(cal.dayCloses, countUpTo(cal.openDays, startDay)),
    civilDays: ends(cal.dayStarts, startDay + 2 - cal.firstDay),
  };
}

export const add = (a: Used, b: Used): Used => ({ ms: a.ms + b.ms, businessDays: a.businessDays + b.businessDays, civilDays: a.civilDays + b.civilDays });

/** Days of a civil period, not counting the day of the event. */
function civilDays(target: Target, startDay: number): number {
  const end = (target.unit === 'calendar_days' ? addCalendarDays : addCalendarMonths)(dateOf(startDay), target.amount);
  return dayNumber(end) - startDay;
}

/** The period's end by rolling its last day, never before `at`; and the working due time before it. */
function civilDue(cal: CompiledCalendar, target: Target, startDay: number, at: number, left: number): Due {
  const nextMidnight = cal.firstDay + countUpTo(cal.dayStarts, at);
  const lastDay = Math.max(nextMidnight, startDay + 2) + left - 2;
  const rolled = startOfDay(cal, Math.max(startDay, dayNumber(rollDate(dateOf(lastDay), target.roll))) + 1);
  const legal = rolled > at ? rolled : startOfDay(cal, lastDay + 1);
  // A period in which the desk hardly opens has no buffer, and one in which it never does no working due time of its own.
  const working = [operationalDue(cal, legal, target.bufferBusinessDays ?? 1), operationalDue(cal, legal, 0)].find((due) => due !== null && due > at);
  return { due: working ?? legal, legal };
}

/** What is left of a target: milliseconds or days by its unit; not positive when it is used up. */
export function leftOf(cal: CompiledCalendar, target: Target, startedAt: number, used: Used): number {
  switch (target.unit) {
    case 'business_seconds':
    case 'calendar_seconds':
      return Math.round(target.amount * 1000) - used.ms;
    case 'business_days':
      return target.amount - used.businessDays;
    case 'calendar_days':
    case 'calendar_months':
      return civilDays(target, localDay(cal, startedAt)) - used.civilDays;
    case 'fixed':
      return Infinity;
  }
}

/** Refuses what cannot be a promise: nothing, less than nothing, or a part of a day. */
export function checkTarget(target: Target): void {
  const whole = target.unit === 'business_days' || isCivil(target.unit);
  if (!(target.amount > 0) || !Number.isFinite(target.amount) || (whole && !Number.isInteger(target.amount))) throw new DeadlineError('target.not_positive', { amount: target.amount });
}

/** When a clock that runs from `at` on is due, with `left` of its target. */
export function dueOf(cal: CompiledCalendar, target: Target, startedAt: number, at: number, left: number): Due {
  switch (target.unit) {
    case 'business_seconds':
      return { due: dueAt(cal, at, left), legal: null };
    case 'calendar_seconds':
      return { due: at + left, legal: null };
    case 'business_days': {
      const startDay = localDay(cal, startedAt);
      const due = cal.dayCloses[Math.max(countUpTo(cal.dayCloses, at), countUpTo(cal.openDays, startDay)) + left - 1];
      if (due === undefined) throw unanswered(cal);
      return { due, legal: null };
    }
    case 'calendar_days':
    case 'calendar_months':
      return civilDue(cal, target, localDay(cal, startedAt), at, left);
    case 'fixed':
      return { due: target.amount, legal: null };
  }
}
