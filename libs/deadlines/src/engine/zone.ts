import { Temporal } from 'temporal-polyfill';
import { DeadlineError } from './errors';
import { DAY } from './local-date';

/** Offsets of a zone: from `starts[i]` (epoch ms) local time is UTC + `offsets[i]` ms. */
export interface ZoneTable {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/** Version of the zone data of this process. */
export const tzdataVersion = (): string => process.versions.tz ?? 'unknown';

/** Whether it is an IANA name; offsets such as `+02:00` are none. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const tables = new Map<string, ZoneTable & { readonly from: number; readonly to: number }>();

/** Every change of offset from `from` to `to` (epoch ms). The only place that asks Temporal; kept per zone. */
export function zoneTable(zone: string, from: number, to: number): ZoneTable {
  const known = tables.get(zone);
  if (known && known.from <= from && known.to >= to) return known;
  if (!isZone(zone)) throw new DeadlineError('calendar.zone_unknown', { zone });
  const [first, last] = [Math.min(from, known?.from ?? from), Math.max(to, known?.to ?? to)];
  let at = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone);
  const [starts, offsets] = [[-Infinity], [at.offsetNanoseconds / 1e6]];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > last) break;
    starts.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1e6);
    at = next;
  }
  const table = { starts, offsets, from: first, to: last };
  tables.set(zone, table);
  return table;
}

/**
 * φ: the first instant whose local time is not before `local` (local date and time, as if it were UTC, in ms). A time that
 * the clocks skip is the instant of the jump, one that comes twice its first coming; so φ never goes backwards.
 */
export function phiOf(table: ZoneTable): (local: number) => number {
  const { starts, offsets } = table;
  const last = starts.length - 1;
  let i = 0;
  return (local) => {
    while (i < last && starts[i + 1]! + offsets[i]! <= local) i++;
    while (i > 0 && starts[i]! + offsets[i - 1]! > local) i--;
    return Math.max(starts[i]!, local - offsets[i]!);
  };
}

/** The table for local dates from `firstDay` to `lastDay` (days since 1970-01-01), with room on both sides. */
export const zoneTableOfDays = (zone: string, firstDay: number, lastDay: number): ZoneTable => zoneTable(zone, (firstDay - 3) * DAY, (lastDay + 3) * DAY);
