import { countUpTo, localDay, startOfDay, unanswered } from './business-time';
import type { CompiledCalendar } from './calendar.types';
import { DeadlineError } from './errors';
import { isAuthorityEve, isFinnishHoliday } from './holidays';
import { dateOf, dayNumber, isoDayOf } from './local-date';

export { finnishPublicHolidays, type FinnishHoliday, type Holiday } from './holidays';

export type Roll = 'none' | 'following' | 'preceding';

/** Which dates are no working days; Saturdays and Sundays never are. Dates are `YYYY-MM-DD`. */
export type Holidays = (date: string) => boolean;

/** Time limits before authorities also step over Midsummer Eve and Christmas Eve. */
export const authorityHolidays: Holidays = (date) => isFinnishHoliday(date) || isAuthorityEve(date);

function whole(amount: number): void {
  if (!Number.isInteger(amount) || amount < 1) throw new DeadlineError('target.not_positive', { amount });
}

/** Last day of a period of `n` days: the day of the event is not counted. */
export function addCalendarDays(date: string, n: number): string {
  whole(n);
  return dateOf(dayNumber(date) + n);
}

/** Last day of a period of `n` months: the same number of day, or the last of a shorter month (Reg. 1182/71, art. 3(2)(c)). */
export function addCalendarMonths(date: string, n: number): string {
  whole(n);
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + n, 1));
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastOfMonth));
  return first.toISOString().slice(0, 10);
}

/** The last day, moved to a working day: the next one for statutory limits, the one before for our own promises. */
export function rollDate(date: string, roll: Roll, holidays: Holidays = isFinnishHoliday): string {
  if (roll === 'none') return date;
  const step = roll === 'following' ? 1 : -1;
  let day = dayNumber(date);
  while (isoDayOf(day) > 5 || holidays(dateOf(day))) day += step;
  return dateOf(day);
}

export interface Period {
  readonly unit: 'calendar_days' | 'calendar_months';
  readonly amount: number;
  readonly roll: Roll;
  readonly holidays?: Holidays;
}

export interface LegalDue {
  /** Last day as counted, and after rolling (`YYYY-MM-DD`, included). */
  readonly rawLastDay: string;
  readonly lastDay: string;
  /** 00:00 local of the day after: done in time is done before it. Epoch ms. */
  readonly due: number;
}

/** Last days of a period that began with an event on a local date. */
export function lastDays(receivedOn: string, period: Period): Omit<LegalDue, 'due'> {
  const rawLastDay = (period.unit === 'calendar_days' ? addCalendarDays : addCalendarMonths)(receivedOn, period.amount);
  return { rawLastDay, lastDay: rollDate(rawLastDay, period.roll, period.holidays) };
}

/** End of a period that began with an event at `received` (epoch ms), by the local dates of the calendar's zone. */
export function legalDue(cal: CompiledCalendar, received: number, period: Period): LegalDue {
  const days = lastDays(dateOf(localDay(cal, received)), period);
  return { ...days, due: startOfDay(cal, dayNumber(days.lastDay) + 1) };
}

/**
 * When the work must be done to meet `due` (epoch ms, exclusive): the last instant the desk is open before it, less a number
 * of open dates. Null when the desk is not open before it within the horizon.
 */
export function operationalDue(cal: CompiledCalendar, due: number, bufferBusinessDays = 1): number | null {
  if (due > cal.to) throw unanswered(cal);
  if (bufferBusinessDays > 0) return cal.dayCloses[countUpTo(cal.dayCloses, due) - 1 - bufferBusinessDays] ?? null;
  const opened = countUpTo(cal.opens, due - 1);
  return opened === 0 ? null : Math.min(cal.closes[opened - 1]!, due);
}
