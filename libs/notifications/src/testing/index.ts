export * from './notice.builders';
export * from './open-push';
