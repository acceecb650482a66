export * from './delivery-reports';
export * from './gated-body';
export * from './relay-lookup';
export * from './smtp-sender';
