export * from './golden';
export * from './policies';
