import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const minute = z.number().int().min(0).max(1440);
/** Hours of one weekday as minutes of its wall clock, in order and apart. */
const hours = z.array(z.tuple([minute, minute])).max(4).refine((all) => all.every(([from, to], i) => from < to && (i === 0 || all[i - 1]![1] < from)), { message: 'window_malformed' });

/** When surveys may leave: wall-clock hours by ISO weekday (1 is Monday) in a zone, never an offset. No day named: always. */
export const SendWindow = z.object({
  zone: z.string().refine(isZone, { message: 'zone_unknown' }),
  days: z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), hours),
  /** Whether public holidays count as their weekday. */
  holidays: z.boolean(),
});
export type SendWindow = z.output<typeof SendWindow>;

/** Monday to Friday 9–19, Saturday 10–16, not on public holidays. */
export const DEFAULT_WINDOW: SendWindow = {
  zone: 'Europe/Helsinki',
  days: { '1': [[540, 1140]], '2': [[540, 1140]], '3': [[540, 1140]], '4': [[540, 1140]], '5': [[540, 1140]], '6': [[600, 960]] },
  holidays: false,
};
export const ALWAYS: SendWindow = { zone: 'Europe/Helsinki', days: {}, holidays: true };

/** An instant of the window and when the hours it is in end; `opened` when the window was closed and opens at it. */
export interface Opening {
  readonly at: Date;
  readonly until: Date | null;
  readonly opened: boolean;
}

/** @param closed whether a date (YYYY-MM-DD) is a public holiday @returns the first instant not before `from` in which surveys may leave; null when there is none in a year */
export function nextOpening(from: Date, window: SendWindow, closed: (date: string) => boolean): Opening | null {
  if (Object.values(window.days).every((hoursOfDay) => hoursOfDay.length === 0)) return { at: from, until: null, opened: false };
  const ms = from.getTime();
  let date = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(window.zone).toPlainDate();
  for (let day = 0; day < 370; day++, date = date.add({ days: 1 })) {
    if (!window.holidays && closed(date.toString())) continue;
    for (const [opens, closes] of window.days[String(date.dayOfWeek) as '1'] ?? []) {
      const until = wall(date, closes, window.zone);
      if (until <= ms) continue;
      const at = wall(date, opens, window.zone);
      return { at: new Date(Math.max(at, ms)), until: new Date(until), opened: at > ms };
    }
  }
  return null;
}

/** The instant of a wall-clock minute: an hour the clocks skip counts as the one after, one they repeat as the first. */
function wall(date: Temporal.PlainDate, minutes: number, zone: string): number {
  const day = minutes === 1440 ? date.add({ days: 1 }) : date;
  const time = Temporal.PlainTime.from({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** Date of the instant in the zone, YYYY-MM-DD. */
export const localDate = (at: Date, zone: string): string => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
