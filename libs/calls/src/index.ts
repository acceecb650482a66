export * from './calls.module';
export * from './calls.permissions';
export * from './calls.problems';
export * from './calls.events';
export * from './call.words';
export * from './call.queries';
export * from './caller-matches';
export * from './commands/log-call';
