export * from './reports.module';
export * from './reports.api.module';
export * from './reports.permissions';
export * from './reply-times/reply-times.queries';
