export { DeadlineError, type DeadlineErrorCode } from './errors';
export * from './calendar';
export * from './legal';
export * from './clock';
export { mergeClocks, splitClock, unmergeClock, type Merge, type Merged } from './merge';
export { DEFAULT_STEPS, reminderInstants, type PlanStep, type Reminder, type StepAt } from './steps';
export { openSlices, type OpenSlice } from './explain';
export { FEED_BYTES, FEED_EVENTS, parseDayFeed, type DayFeed } from './day-feed';
export { proposeFinnishDays, type DayProposal } from './finnish-days';
