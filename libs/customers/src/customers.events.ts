import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';
import { ConsentPurpose, ObjectionScope, RestrictionGround, SuppressionScope } from './contact/contact-terms';

const ids = { customerId: z.uuid(), actorId: z.uuid().nullable() };
export const CustomerCreated = defineEvent('customer.created.v1', z.object(ids));
/** `changed` names fields, never values. */
export const CustomerChanged = defineEvent('customer.changed.v1', z.object({ ...ids, version: z.number().int(), changed: z.array(z.string().max(64)) }));

const choice = { customerId: z.uuid().nullable(), actorId: z.uuid().nullable() };
/** A person, or the unknown one behind an address, wants something no more; `withdrawn` when they take that back. */
export const ContactObjected = defineEvent('customer.objected.v1', z.object({ ...choice, scope: z.enum(ObjectionScope), withdrawn: z.boolean() }));
export const ConsentChanged = defineEvent('customer.consent_changed.v1', z.object({ ...choice, purpose: z.enum(ConsentPurpose), given: z.boolean() }));
export const ProcessingRestricted = defineEvent('customer.restricted.v1', z.object({ ...choice, ground: z.enum(RestrictionGround), lifted: z.boolean() }));
/** Names no address. */
export const AddressSuppressed = defineEvent('customer.address_suppressed.v1', z.object({ actorId: z.uuid().nullable(), scope: z.enum(SuppressionScope), lifted: z.boolean() }));
