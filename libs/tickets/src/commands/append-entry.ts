import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@kaiku/kernel';
import type { Signal } from '@kaiku/deadlines';
import { Database } from '@kaiku/platform';
import { TicketRepository } from '../ticket.repository';
import { decideAnswered, decideContact, visible, type ThenStatus } from '../ticket.rules';
import { NO_CHANGE, together, type SystemNote, type TicketChange, type TicketState } from '../ticket.state';
import type { TicketStatus } from '../ticket.words';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketEntryAdded, TicketReopened, TicketSolved } from '../tickets.events';
import { entryFrom, type EntrySpec } from './entry-spec';

export interface AppendEntryInput {
  readonly ticketId: string;
  /** The ticket, when the caller has it locked by {@link LockTicket}. */
  readonly locked?: TicketState;
  readonly entry: EntrySpec;
  /** For a human reply: what the author chose beside the send button. */
  readonly thenStatus?: ThenStatus;
  /** Changes of the caller's own that the timeline should tell. */
  readonly notes?: readonly SystemNote[];
  /** What the ticket's clocks are to be told beyond what the entry says itself. */
  readonly signals?: readonly Signal[];
}

/** `follows`: the ticket has ended and nothing was written; the caller opens one with `followUpOf`. */
export type AppendedEntry =
  | { readonly follows: false; readonly entryId: string; readonly number: number; readonly version: number; readonly status: TicketStatus; readonly reopened: boolean }
  | { readonly follows: true };

/**
 * Adds something people said to a ticket, with its consequences, inside the caller's transaction: the customer's word reopens or wakes
 * the ticket, a person's answer counts as one. Throws TicketNotFound when the actor may not see the ticket.
 */
@Injectable()
export class AppendEntry {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: AppendEntryInput): Promise<AppendedEntry> {
    return this.database.transaction(() => this.append(actor, input));
  }

  private async append(actor: Actor, { ticketId, locked, entry: spec, thenStatus = 'keep', notes = [], signals = [] }: AppendEntryInput): Promise<AppendedEntry> {
    const ticket = locked ?? visible(actor, await this.tickets.lock(ticketId));
    const now = this.clock.now();
    const entry = entryFrom(spec);
    let change: TicketChange = NO_CHANGE;
    let reopened = false;
    if (entry.isCustomerContact) {
      const contact = decideContact(ticket, now);
      if (contact.follows) return { follows: true };
      // Whoever solves must have seen it: the version it came with is kept like that of a field.
      change = together(contact.change, { set: {}, fields: ['entries'], notes: [] });
      reopened = contact.reopened;
    }
    if (entry.isHumanReply) change = together(change, about(entry.id, decideAnswered(ticket, thenStatus, now)));
    change = { ...change, notes: [...change.notes, ...notes] };
    const status = change.set.status ?? ticket.status;
    const telling = reopened
      ? tell(TicketReopened, { entryId: entry.id })
      : status === 'solved' && ticket.status !== 'solved'
        ? tell(TicketSolved, {})
        : tell(TicketEntryAdded, { entryId: entry.id, entryKind: entry.kind });
    const version = await this.writer.apply(actor, ticket, change, telling, [entry], signals);
    return { follows: false, entryId: entry.id, number: ticket.number, version, status, reopened };
  }
}

/** The status a reply brought is remembered with the reply, so that taking it back can put the old one back. */
const about = (entryId: string, change: TicketChange): TicketChange => ({ ...change, notes: change.notes.map((note) => ({ ...note, aboutEntryId: entryId })) });
