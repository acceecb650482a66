export * from './customer.builders';
export * from './access-in-memory';
export * from './staff-table.module';
export * from './staff-row';
export * from './planned-contacts-in-table';
