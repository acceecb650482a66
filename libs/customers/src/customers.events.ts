import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';

const ids = { customerId: z.uuid(), actorId: z.uuid().nullable() };
export const CustomerCreated = defineEvent('customer.created.v1', z.object(ids));
/** `changed` names fields, never values. */
export const CustomerChanged = defineEvent('customer.changed.v1', z.object({ ...ids, version: z.number().int(), changed: z.array(z.string().max(64)) }));
