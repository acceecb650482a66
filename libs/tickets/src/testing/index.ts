export * from './ticket.builders';
export * from './staff.builders';
export * from './events';
