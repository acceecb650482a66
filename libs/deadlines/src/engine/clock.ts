export * from './clock.types';
export { fold } from './fold';
export { checkTarget } from './target-due';
export type { Calendars } from './running-clock';
