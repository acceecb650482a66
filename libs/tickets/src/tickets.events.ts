import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';
import { EntryKind, TicketKind } from './ticket.words';

/** Fields of the API that can change, the timeline, and how far a mail on it has come. */
export const CHANGED = ['subject', 'status', 'priority', 'team', 'language', 'orderNumber', 'kind', 'assignee', 'tags', 'customer', 'deadlines', 'entries', 'delivery'] as const;
export type ChangedField = (typeof CHANGED)[number];

/**
 * What every `ticket.*` event carries; consoles follow them. `teamId` and `assigneeId` decide who hears of it; the previous ones let
 * those hear who lose sight of the ticket. `changed` says what to look at again.
 */
export const ticketNews = {
  ticketId: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  teamId: z.uuid(),
  assigneeId: z.uuid().nullable().optional(),
  previousTeamId: z.uuid().optional(),
  previousAssigneeId: z.uuid().optional(),
  changed: z.array(z.enum(CHANGED)),
  actorId: z.uuid().nullable(),
};
const news = z.object(ticketNews);
export type TicketNews = z.output<typeof news>;

export const TicketOpened = defineEvent('ticket.opened.v1', z.object({ ...ticketNews, kind: z.enum(TicketKind), customerId: z.uuid().nullable(), entryId: z.uuid().nullable() }));
/** Any change that has no event of its own. */
export const TicketChanged = defineEvent('ticket.changed.v1', news);
export const TicketKindChanged = defineEvent('ticket.kind_changed.v1', z.object({ ...ticketNews, from: z.enum(TicketKind), to: z.enum(TicketKind) }));
export const TicketAssigned = defineEvent('ticket.assigned.v1', news);
export const TicketSolved = defineEvent('ticket.solved.v1', news);
export const TicketReopened = defineEvent('ticket.reopened.v1', z.object({ ...ticketNews, entryId: z.uuid().nullable() }));
export const TicketClosed = defineEvent('ticket.closed.v1', news);
/** Something was added to the timeline that changed no status that has an event of its own. */
export const TicketEntryAdded = defineEvent('ticket.entry_added.v1', z.object({ ...ticketNews, entryId: z.uuid(), entryKind: z.enum(EntryKind) }));
