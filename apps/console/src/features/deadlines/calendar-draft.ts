import type { CalendarDayKind, CalendarDaySource, CalendarDefinitionInput, DefinitionFieldsFragment } from '../../graphql/generated/graphql';
import type { Formats } from '../../i18n/formats';

export interface Hours { key: string; from: string; to: string }
export interface WeekHours extends Hours { isoDay: number }
export interface DayDraft { key: string; date: string; kind: CalendarDayKind; source: CalendarDaySource; label: string; keepSpill: boolean; intervals: Hours[] }

/** A calendar as it is being edited. Rows have keys, so that they keep their fields while others come and go. */
export interface CalendarDraft { name: string; zone: string; always: boolean; weekly: WeekHours[]; days: DayDraft[] }

let next = 0;
export const newKey = (): string => `k${next++}`;

export const isoDays = [1, 2, 3, 4, 5, 6, 7] as const;

export function draftOf(name: string, definition: DefinitionFieldsFragment): CalendarDraft {
  return {
    name, zone: definition.zone, always: definition.always,
    weekly: definition.weekly.map(({ isoDay, from, to }) => ({ key: newKey(), isoDay, from, to })),
    days: [...definition.days].sort((a, b) => a.date.localeCompare(b.date)).map((day) => ({
      key: newKey(), date: day.date, kind: day.kind, source: day.source, label: day.label ?? '', keepSpill: day.keepSpill, intervals: day.intervals.map(({ from, to }) => ({ key: newKey(), from, to })),
    })),
  };
}

/** Monday to Friday, eight to four: something to change rather than an empty week. */
export function emptyDraft(zone: string): CalendarDraft {
  return { name: '', zone, always: false, weekly: [1, 2, 3, 4, 5].map((isoDay) => ({ key: newKey(), isoDay, from: '08:00', to: '16:00' })), days: [] };
}

/** What is sent: the rows in the order of the draft, so that a fault's path finds its row again. */
export function definitionOf(draft: CalendarDraft): CalendarDefinitionInput {
  return {
    zone: draft.zone.trim(), always: draft.always,
    weekly: draft.weekly.map(({ isoDay, from, to }) => ({ isoDay, from, to })),
    days: draft.days.map(({ date, kind, source, label, keepSpill, intervals }) => ({
      date, kind, source, label: label.trim() || null, keepSpill, intervals: kind === 'CLOSED' ? [] : intervals.map(({ from, to }) => ({ from, to })),
    })),
  };
}

export const sameDraft = (a: CalendarDraft, b: CalendarDraft): boolean => a.name.trim() === b.name.trim() && JSON.stringify(definitionOf(a)) === JSON.stringify(definitionOf(b));

/** Messages by the path they belong to; `weekly[2].to` and `weekly.2.to` are one place. */
export type Faults = Record<string, string>;
export function faultsOf(list: readonly { path: string; message: string }[]): Faults {
  return Object.fromEntries(list.map(({ path, message }) => [path.replace(/\[(\d+)\]/g, '.$1'), message]));
}

/** Faults that no field of the form shows, for the top of it. */
export function homeless(faults: Faults, shown: (path: string) => boolean): string[] {
  return [...new Set(Object.entries(faults).filter(([path]) => !shown(path)).map(([, message]) => message))];
}

/** "Mon–Fri 8:00–17:00, Sat 9:00–14:00": days in a row with the same hours are said once. */
export function hoursSummary(weekly: readonly { isoDay: number; from: string; to: string }[], formats: Pick<Formats, 'clock' | 'weekday'>): string {
  const of = (day: number): string => weekly.filter((hours) => hours.isoDay === day).sort((a, b) => a.from.localeCompare(b.from)).map((hours) => `${formats.clock(hours.from)}–${formats.clock(hours.to)}`).join(', ');
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const day of isoDays) {
    const hours = of(day);
    const run = runs.at(-1);
    if (run && run.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  return runs.filter((run) => run.hours).map(({ first, last, hours }) => `${dayName(first, formats)}${last > first ? `–${dayName(last, formats)}` : ''} ${hours}`).join(' · ');
}

/** The short name of a weekday. The week from Monday 16 November 2026 has them all. */
export function dayName(isoDay: number, formats: Pick<Formats, 'weekday'>): string {
  return formats.weekday(`2026-11-${15 + isoDay}`);
}
