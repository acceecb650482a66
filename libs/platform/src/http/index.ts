export * from './request-hooks';
export * from './console-files';
export * from './origin';
export * from './graphql-outcome.plugin';
export * from './security-headers';
