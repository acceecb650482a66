export * from './staff.builders';
