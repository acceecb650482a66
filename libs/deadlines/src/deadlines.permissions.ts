import { definePermissions } from '@kaiku/kernel';

/** Moving a due time by hand, and saying that no reply is needed. */
export const DEADLINE = definePermissions('deadlines', { fix: 'deadline.fix', waive: 'deadline.waive' });
