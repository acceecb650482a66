import { definePermissions } from '@kaiku/kernel';

export const CALL = definePermissions('calls', { log: 'call.log' });
