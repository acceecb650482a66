import { definePermissions } from '@kaiku/kernel';

/** Seeing the tickets of one's teams and one's own, or all; opening; changing; answering the customer. */
export const TICKET = definePermissions('tickets', { view: 'ticket.view', viewAll: 'ticket.view_all', open: 'ticket.open', work: 'ticket.work', reply: 'ticket.reply' });
