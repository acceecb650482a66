import { defineEvent } from '@kaiku/kernel';
import { z } from 'zod';
import { EntryKind, TicketKind } from './ticket.words';

/** Fields of the API that can change, and the timeline. */
export const CHANGED = ['subject', 'status', 'priority', 'team', 'language', 'orderNumber', 'kind', 'assignee', 'tags', 'customer', 'entries'] as const;
export type ChangedField = (typeof CHANGED)[number];

/** A name of a field or of a kind: never what somebody wrote. The payload may come from an older release, so no closed list. */
const word = z.string().regex(/^[A-Za-z_]{1,40}$/);

/**
 * What every `ticket.*` event carries; consoles follow them. `teamId` and `assigneeId` decide who hears of it; the previous ones let
 * those hear who lose sight of the ticket. `changed` names fields of the API, or `entries`.
 */
export const ticketNews = {
  ticketId: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  teamId: z.uuid(),
  assigneeId: z.uuid().nullable().optional(),
  previousTeamId: z.uuid().optional(),
  previousAssigneeId: z.uuid().optional(),
  changed: z.array(word),
  actorId: z.uuid().nullable(),
};
const news = z.object(ticketNews);
export type TicketNews = z.output<typeof news>;

export const TicketOpened = defineEvent('ticket.opened.v1', z.object({ ...ticketNews, kind: word, customerId: z.uuid().nullable(), entryId: z.uuid().nullable() }));
/** Any change that has no event of its own. */
export const TicketChanged = defineEvent('ticket.changed.v1', news);
export const TicketKindChanged = defineEvent('ticket.kind_changed.v1', z.object({ ...ticketNews, from: word, to: word }));
export const TicketAssigned = defineEvent('ticket.assigned.v1', news);
export const TicketSolved = defineEvent('ticket.solved.v1', news);
export const TicketReopened = defineEvent('ticket.reopened.v1', z.object({ ...ticketNews, entryId: z.uuid().nullable() }));
export const TicketClosed = defineEvent('ticket.closed.v1', news);
/** Something was added to the timeline that changed no status that has an event of its own. */
export const TicketEntryAdded = defineEvent('ticket.entry_added.v1', z.object({ ...ticketNews, entryId: z.uuid(), entryKind: word }));
