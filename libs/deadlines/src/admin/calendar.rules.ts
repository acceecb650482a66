import { checkCalendar, type CalendarDefinition, type CalendarProblem, type CalendarWarning, type DayEntry } from '../engine';
import type { DefinitionFault } from './settings.problems';

/** `weekly[2].to` of the engine as the API writes paths: `weekly.2.to`. */
const dotted = (path: string): string => path.replace(/\[(\d+)\]/g, '.$1');

const faultOf = ({ path, code, reason, window }: CalendarProblem): DefinitionFault => ({
  path: dotted(path), code, params: { reason: reason ?? null, from: window?.from ?? null, to: window?.to ?? null },
});

const warningOf = (warning: CalendarWarning): DefinitionFault =>
  warning.code === 'calendar.short_week'
    ? { path: 'days', code: warning.code, params: { week: warning.week, hours: hours(warning.openMs), usual: hours(warning.usualMs) } }
    : { path: 'always', code: warning.code };

const hours = (ms: number): number => Math.round(ms / 360_000) / 10;

/** What is wrong with a calendar, and what is only worth a look. Overlapping and reversed hours are refused, not guessed at. */
export function calendarFaults(definition: CalendarDefinition, now: Date): { readonly faults: readonly DefinitionFault[]; readonly warnings: readonly DefinitionFault[] } {
  const { problems, warnings } = checkCalendar(definition, now.toISOString().slice(0, 10));
  return { faults: problems.map(faultOf), warnings: warnings.map(warningOf) };
}

/** The days with others put in: of two entries for a date the newer one holds. */
export function withDays(days: readonly DayEntry[], more: readonly DayEntry[]): DayEntry[] {
  const byDate = new Map([...days, ...more].map((day) => [day.date, day]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** What is stored is what was meant: no time for a closed date, hours in order. */
export function tidy(definition: CalendarDefinition): CalendarDefinition {
  return {
    ...definition,
    weekly: definition.weekly.toSorted((a, b) => a.isoDay - b.isoDay || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    days: withDays([], definition.days.map((day) => (day.kind === 'closed' ? { ...day, intervals: [] } : day))),
  };
}

