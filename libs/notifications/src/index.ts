export * from './notifications.module';
export * from './notifications.api.module';
export * from './notifications.worker.module';
export * from './notifications.problems';
export * from './notice.words';
export * from './commands/notify';
export * from './commands/tell-of-reminder';
export type { ClockFacts, FiredReminder } from './reminder.rules';
export { NoticeQueries, type NoticeRow } from './notice.queries';
