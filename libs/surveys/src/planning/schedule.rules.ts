import { LIMITS } from '@kaiku/kernel';
import { spreadMs } from './sampling.rules';
import { addDays, localDate, nextOpening, type SendWindow } from '../window/send-window.rules';

/**
 * When an invitation leaves: not before `notBefore`, in the window, and where the window was closed spread over its first 90
 * minutes. Null when the window never opens.
 */
export function plannedAt(id: string, notBefore: Date, window: SendWindow, closed: (date: string) => boolean): Date | null {
  const opening = nextOpening(notBefore, window, closed);
  if (!opening?.opened || !opening.until) return opening?.at ?? null;
  const minutes = Math.min(LIMITS.surveySending.spreadMinutes, (opening.until.getTime() - opening.at.getTime()) / 60_000);
  return new Date(opening.at.getTime() + spreadMs(id, minutes));
}

/** Days in which nothing else is asked: from the local date of the sending, `days` long, as a Postgres range. */
export function blockedDays(at: Date, zone: string, days: number): string {
  const from = localDate(at, zone);
  return `[${from},${addDays(from, days)})`;
}
