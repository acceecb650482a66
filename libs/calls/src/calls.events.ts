import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';
import { CallOutcome } from './call.words';

export const CallLogged = defineEvent('call.logged.v1', z.object({ callId: z.uuid(), ticketId: z.uuid().nullable(), entryId: z.uuid().nullable(), customerId: z.uuid().nullable(), actorId: z.uuid(), outcome: z.enum(CallOutcome) }));
