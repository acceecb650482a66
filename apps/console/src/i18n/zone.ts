import { useSyncExternalStore } from 'react';

/** IANA name of the shop's zone. The server says it with the session; until then it is the one most shops live by. */
let current = 'Europe/Helsinki';
const listeners = new Set<() => void>();

/** Times on screen are the shop's, wherever the browser is. */
export function setZone(zone: string): void {
  if (zone === current) return;
  current = zone;
  listeners.forEach((listener) => listener());
}

export const shopZone = (): string => current;

export function useZone(): string {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, shopZone);
}

/** What calendar and clock on a wall show. Months are 1 to 12. */
export interface Fields { year: number; month: number; day: number; hour: number; minute: number }

const readers = new Map<string, Intl.DateTimeFormat>();

function readerOf(zone: string): Intl.DateTimeFormat {
  let reader = readers.get(zone);
  if (!reader) readers.set(zone, reader = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }));
  return reader;
}

export function fieldsIn(zone: string, at: number): Fields {
  const read = Object.fromEntries(readerOf(zone).formatToParts(at).map((part) => [part.type, Number(part.value)]));
  return { year: read.year ?? 0, month: read.month ?? 0, day: read.day ?? 0, hour: read.hour ?? 0, minute: read.minute ?? 0 };
}

const asUtc = (f: Fields): number => Date.UTC(f.year, f.month - 1, f.day, f.hour, f.minute);

/** The instant at which the clocks of a zone show this; days past the end of a month go on into the next. */
export function instantIn(zone: string, wanted: Fields): number {
  const wall = asUtc(wanted);
  const offsetAt = (at: number): number => asUtc(fieldsIn(zone, at)) - at;
  // The offset there and then, also when clocks change between the first guess and the answer.
  return wall - offsetAt(wall - offsetAt(wall));
}

/** Days since 1970 by the calendar of a zone: their difference is how many nights lie between. */
export function dayNumber(at: number, zone = current): number {
  const { year, month, day } = fieldsIn(zone, at);
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** What a `datetime-local` field holds, read as the shop's time. Null for what is no time. */
export function instantOfField(text: string, zone = current): string | null {
  const [year, month, day, hour, minute] = (/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) return null;
  return new Date(instantIn(zone, { year, month, day, hour, minute })).toISOString();
}

/** What a `datetime-local` field shows of an instant, in the shop's time. */
export function fieldOfInstant(iso: string, zone = current): string {
  const { year, month, day, hour, minute } = fieldsIn(zone, Date.parse(iso));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
