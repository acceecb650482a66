export * from './test-database';
export * from './test-module';
export * from './actors';
export * from './smtp-sink';
