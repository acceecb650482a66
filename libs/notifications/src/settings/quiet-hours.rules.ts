import { LIMITS } from '@kaiku/kernel';

/** Minutes of the day, `from` included, `to` not; equal: none. May go over midnight. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export const USUAL_QUIET: QuietHours = { fromMinute: LIMITS.notice.quietFromMinute, toMinute: LIMITS.notice.quietToMinute };

export const isQuiet = ({ fromMinute, toMinute }: QuietHours, minute: number): boolean =>
  fromMinute <= toMinute ? fromMinute <= minute && minute < toMinute : minute >= fromMinute || minute < toMinute;

/** When somebody may be disturbed: now, or the minute their quiet hours end. Found by walking, which no clock change can mislead. */
export function disturbableFrom(quiet: QuietHours, now: Date, zone: string): Date {
  let at = now.getTime();
  while (isQuiet(quiet, minuteOfDay(at, zone))) at = (Math.floor(at / MINUTE) + 1) * MINUTE;
  return new Date(at);
}

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function minuteOfDay(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })));
  const [hour = '0', minute = '0'] = format.format(at).split(':');
  return Number(hour) * 60 + Number(minute);
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;
/** `07:30` in minutes; null when it is no time of the day. */
export function minuteOf(text: string): number | null {
  const match = CLOCK.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}
export const timeOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
