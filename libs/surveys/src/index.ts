export * from './surveys.module';
export * from './surveys.api.module';
export * from './surveys.worker.module';
export * from './survey.words';
export * from './survey.queries';
export * from './surveys.permissions';
export * from './surveys.problems';
