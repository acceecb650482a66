import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { TicketRepository } from '../ticket.repository';
import { reopening, visible } from '../ticket.rules';
import { changeOf, together } from '../ticket.state';
import { isOpen } from '../ticket.words';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketEntryAdded, TicketReopened } from '../tickets.events';
import { entryFrom, type EntrySpec } from './entry-spec';

export interface AskForAnswerInput {
  readonly ticketId: string;
  /** What the customer says now. */
  readonly entry: EntrySpec;
  /** Whose it shall be; nobody's when null. */
  readonly assigneeId: string | null;
}

/**
 * The customer asks for something on a ticket that had ended because nothing was asked: it is opened, for whoever is named, and its
 * clocks begin with these words. An open one only gets the words.
 */
@Injectable()
export class AskForAnswer {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction. Throws TicketNotFound when the actor may not see the ticket. */
  async run(actor: Actor, { ticketId, entry: spec, assigneeId }: AskForAnswerInput): Promise<void> {
    await this.database.transaction(async () => {
      const ticket = visible(actor, await this.tickets.lock(ticketId));
      const entry = entryFrom({ ...spec, isCustomerContact: true });
      if (isOpen(ticket.status)) {
        await this.writer.apply(actor, ticket, { set: {}, fields: ['entries'], notes: [] }, tell(TicketEntryAdded, { entryId: entry.id, entryKind: entry.kind }), [entry]);
        return;
      }
      const change = together(
        reopening(ticket, 'open', this.clock.now(), 'reopened_by_customer'),
        { set: { answerWanted: true }, fields: ['entries'], notes: [] },
        ...(assigneeId !== null && assigneeId !== ticket.assigneeId ? [changeOf('assignee', { assigneeId }, 'assignee_changed', ticket.assigneeId, assigneeId)] : []),
      );
      // To the clocks it is open and somebody waits: the words themselves start the one for a first reply.
      const waiting = { ...ticket, status: 'open', answerWanted: true } as const;
      await this.writer.apply(actor, waiting, change, tell(TicketReopened, { entryId: entry.id }), [entry]);
    });
  }
}
