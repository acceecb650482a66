import type { PersonalMark } from '@kaiku/kernel';

/** Marks that several columns here share; `subject` is completed by each table. */
const SERVICE = ['customer_service', 'feedback'] as const;
export const IDENTITY: PersonalMark = { category: 'identity', purposes: SERVICE, subject: 'self', provided: true, erase: 'null', retention: 'contact' };
export const ADDRESS: PersonalMark = { category: 'contact', purposes: SERVICE, subject: 'self', provided: true, erase: 'null', retention: 'contact', mask: 'customer.view_details' };
export const CONTACT: PersonalMark = { category: 'contact', purposes: SERVICE, subject: 'customer_id', provided: true, erase: 'delete', retention: 'contact', mask: 'customer.view_contact' };
export const HISTORY: PersonalMark = { category: 'identity', purposes: SERVICE, subject: 'customer_id', provided: true, erase: 'delete', retention: 'contact', mask: 'customer.view_details' };
export const LOYALTY: PersonalMark = { category: 'loyalty', purposes: ['loyalty', 'customer_service'], subject: 'customer_id', provided: false, erase: 'delete', retention: 'loyalty', mask: 'customer.view_details' };
export const PET: PersonalMark = { category: 'pet', purposes: ['loyalty', 'customer_service'], subject: 'customer_id', provided: true, erase: 'delete', retention: 'loyalty', mask: 'customer.view_details' };
export const PURCHASE: PersonalMark = { category: 'purchase', purposes: ['customer_service', 'legal_claims'], subject: 'customer_id', provided: false, erase: 'delete', retention: 'purchase', mask: 'customer.view_receipts' };
/** What somebody wants to get or not: kept as evidence after its last effect. */
export const CHOICE: PersonalMark = { category: 'choice', purposes: ['surveys', 'legal_claims'], subject: 'customer_id', provided: true, erase: 'delete', retention: 'consent' };
/** A keyed hash is a pseudonym, not anonymous; it is kept only because the objection must be honoured after erasure too. */
export const HASHED: PersonalMark = { category: 'choice', purposes: ['surveys', 'legal_claims'], subject: 'address_hash', provided: true, erase: 'keep', retention: 'suppression' };
export const AGENT: PersonalMark = { category: 'staff', purposes: ['customer_service', 'staff_administration'], subject: 'staff', provided: false, erase: 'keep', retention: 'staff' };
