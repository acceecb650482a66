import { DeadlineError } from './errors';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** Days since 1970-01-01 of `YYYY-MM-DD`, or null when there is no such date. */
export function dayNumberOrNull(date: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!parts) return null;
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return dateOf(ms / DAY) === date ? ms / DAY : null;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  const day = dayNumberOrNull(date);
  if (day === null) throw new DeadlineError('calendar.interval_invalid', { date });
  return day;
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Monday is 1, Sunday 7. */
export const isoDayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Minutes since midnight of `HH:MM`, or null. `24:00` is taken only where an interval ends. */
export function minutesOf(time: string, end: boolean): number | null {
  const parts = /^(\d\d):(\d\d)$/.exec(time);
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  if (end && hours === 24 && minutes === 0) return 1440;
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
