import type { CalendarDefinition } from '../engine';
import { calendarFaults, tidy } from './calendar.rules';
import { CalendarInvalid } from './settings.problems';

/** The definition as it is stored, or {@link CalendarInvalid} with each fault at its field. */
export function soundCalendar(given: CalendarDefinition, now: Date): CalendarDefinition {
  const { faults } = calendarFaults(given, now);
  if (faults.length > 0) throw new CalendarInvalid(faults);
  return tidy(given);
}
