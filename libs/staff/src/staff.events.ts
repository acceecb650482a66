import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';

/** Sessions were ended by somebody or something else than their own sign-out. */
export const StaffSessionsEnded = defineEvent('staff.sessions_ended.v1', z.object({ staffId: z.uuid(), sessionIds: z.array(z.uuid()) }));
/** The account can no longer be used; its open work may need a new owner. */
export const StaffDeactivated = defineEvent('staff.deactivated.v1', z.object({ staffId: z.uuid() }));
