export type { CalendarDefinition, CompiledCalendar, DayEntry, Horizon, Hours, IsoDay, WeeklyHours } from './calendar.types';
export { compileCalendar } from './compile';
export { calendarHash } from './calendar-hash';
export { dueAt, dueBusinessDays, isOpen, localDay, nextOpen, openMs, startOfDay } from './business-time';
export { checkCalendar, type CalendarCheck, type CalendarWarning } from './calendar-check';
export { MOST_DAYS, MOST_WEEKLY, type CalendarProblem, type CalendarProblemCode } from './hours-check';
export { CalendarBook } from './book';
