export * from './notice.builders';
