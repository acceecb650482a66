import { openMs, startOfDay } from './business-time';
import type { CalendarDefinition, CompiledCalendar } from './calendar.types';
import { compileCalendar } from './compile';
import { checkHours, type CalendarProblem } from './hours-check';
import { dateOf, dayNumber, isoDayOf, MINUTE } from './local-date';

/** Days ahead that a calendar is looked at when it is saved, and in how many of them in a row it must open for a minute. */
const AHEAD = 400;
const WINDOW = 35;

/** Worth a look, and saved all the same. */
export type CalendarWarning =
  /** A week (its Monday) with less than half of the usual open time. */
  | { readonly code: 'calendar.short_week'; readonly week: string; readonly openMs: number; readonly usualMs: number }
  /** Hours or dates beside `always` do nothing. */
  | { readonly code: 'calendar.hours_without_effect' };

export interface CalendarCheck {
  readonly problems: readonly CalendarProblem[];
  readonly warnings: readonly CalendarWarning[];
}

/** Open time of each week's Monday to Sunday from the next Monday on, and of a week without dated entries. */
function shortWeeks(def: CalendarDefinition, cal: CompiledCalendar, firstDay: number): CalendarWarning[] {
  const plain = compileCalendar({ ...def, days: [] }, { from: dateOf(firstDay), to: dateOf(firstDay + AHEAD) });
  const monday = firstDay + ((8 - isoDayOf(firstDay)) % 7);
  const warnings: CalendarWarning[] = [];
  for (let week = monday; week + 7 <= firstDay + AHEAD; week += 7) {
    const [from, to] = [startOfDay(cal, week), startOfDay(cal, week + 7)];
    const [open, usual] = [openMs(cal, from, to), openMs(plain, from, to)];
    if (open * 2 < usual) warnings.push({ code: 'calendar.short_week', week: dateOf(week), openMs: open, usualMs: usual });
  }
  return warnings;
}

/** The first 35 days in a row of the next 400 without one open minute. */
function closedWindow(def: CalendarDefinition, cal: CompiledCalendar, firstDay: number): CalendarProblem | null {
  for (let day = firstDay; day + WINDOW <= firstDay + AHEAD; day++) {
    if (openMs(cal, startOfDay(cal, day), startOfDay(cal, day + WINDOW)) >= MINUTE) continue;
    // Named where the fault is: hours that are not there, or dates that swallow them.
    return { path: def.weekly.length === 0 ? 'weekly' : 'days', code: 'calendar.never_open', window: { from: dateOf(day), to: dateOf(day + WINDOW - 1) } };
  }
  return null;
}

/**
 * Everything that is wrong with a calendar, said when it is saved and at the field it belongs to, so that no ticket has to
 * find out. `today` is a local date.
 */
export function checkCalendar(def: CalendarDefinition, today: string): CalendarCheck {
  const problems = checkHours(def);
  if (problems.length > 0) return { problems, warnings: [] };
  if (def.always) return { problems, warnings: def.weekly.length + def.days.length > 0 ? [{ code: 'calendar.hours_without_effect' }] : [] };
  const firstDay = dayNumber(today);
  const cal = compileCalendar(def, { from: today, to: dateOf(firstDay + AHEAD) });
  const closed = closedWindow(def, cal, firstDay);
  return closed ? { problems: [closed], warnings: [] } : { problems, warnings: shortWeeks(def, cal, firstDay) };
}
