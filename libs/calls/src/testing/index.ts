export * from './call.builders';
