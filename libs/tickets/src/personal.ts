import type { PersonalMark } from '@kaiku/kernel';

/** Marks that several columns here share. */
export const MATTER: PersonalMark = { category: 'message', purposes: ['customer_service', 'feedback'], subject: 'customer_id', provided: true, erase: 'null', retention: 'ticket' };
export const WORDS: PersonalMark = { category: 'message', purposes: ['customer_service', 'feedback'], subject: 'ticket_id', provided: true, erase: 'null', retention: 'ticket' };
export const WHOSE: PersonalMark = { category: 'identity', purposes: ['customer_service', 'feedback'], subject: 'customer_id', provided: false, erase: 'null', retention: 'ticket' };
export const AGENT: PersonalMark = { category: 'staff', purposes: ['customer_service', 'staff_administration'], subject: 'staff', provided: false, erase: 'keep', retention: 'staff.account' };
