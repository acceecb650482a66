export { DeadlineError, type DeadlineErrorCode } from './errors';
export * from './calendar';
export * from './legal';
export * from './clock';
