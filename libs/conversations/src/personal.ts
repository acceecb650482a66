import type { PersonalMark } from '@kaiku/kernel';

/** Marks that several columns here share. */
export const MESSAGE: PersonalMark = { category: 'message', purposes: ['customer_service', 'feedback'], subject: 'ticket_id', provided: true, erase: 'delete', retention: 'ticket' };
export const ADDRESS: PersonalMark = { category: 'contact', purposes: ['customer_service', 'feedback'], subject: 'ticket_id', provided: true, erase: 'delete', retention: 'ticket', mask: 'customer.view_contact' };
export const RAW: PersonalMark = { category: 'message', purposes: ['customer_service'], subject: 'entry_id', provided: true, erase: 'delete', retention: 'raw_mail', mask: 'mail.view_raw' };
export const FILE: PersonalMark = { category: 'attachment', purposes: ['customer_service', 'feedback'], subject: 'ticket_id', provided: true, erase: 'delete', retention: 'ticket' };
export const AGENT: PersonalMark = { category: 'staff', purposes: ['customer_service', 'staff_administration'], subject: 'staff', provided: false, erase: 'keep', retention: 'staff' };
