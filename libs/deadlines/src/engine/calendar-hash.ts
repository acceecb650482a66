import { createHash } from 'node:crypto';
import type { CalendarDefinition, Hours } from './calendar.types';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const hoursOf = (hours: readonly Hours[]): string[] => hours.map((h) => `${h.from}-${h.to}`).sort(byText);

/**
 * SHA-256 (hex) of what decides about time: the zone, the hours, the dates; not labels, sources or the order of the list.
 * Equal hashes give equal due times.
 */
export function calendarHash(def: CalendarDefinition): string {
  const weekly = def.always ? [] : def.weekly.map((h) => `${h.isoDay} ${h.from}-${h.to}`).sort(byText);
  // Of two entries for a date the last one holds.
  const days = def.always ? [] : [...new Map(def.days.map((d) => [d.date, d])).values()];
  const dates = days.map((d) => {
    const hours = d.kind === 'closed' ? [] : hoursOf(d.intervals);
    return [d.date, hours.length === 0 && d.keepSpill === true ? 'spill' : 'cut', ...hours].join(' ');
  });
  return createHash('sha256').update(JSON.stringify([def.zone, def.always, weekly, dates.sort(byText)])).digest('hex');
}
