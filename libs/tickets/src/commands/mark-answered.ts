import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { EntryRepository } from '../entry.repository';
import { TicketRepository } from '../ticket.repository';
import { decideAnswered, visible, type ThenStatus } from '../ticket.rules';
import { isEmpty } from '../ticket.state';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketChanged, TicketSolved } from '../tickets.events';

export interface MarkAnsweredInput {
  readonly ticketId: string;
  readonly entryId: string;
  readonly thenStatus?: ThenStatus;
}

/** A reply that was voided counts again, because it was sent again. Inside the caller's transaction. @returns false when the entry is no human reply */
@Injectable()
export class MarkAnswered {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly entries: EntryRepository,
    private readonly writer: TicketWriter,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { ticketId, entryId, thenStatus = 'keep' }: MarkAnsweredInput): Promise<boolean> {
    return this.database.transaction(async () => {
      const ticket = visible(actor, await this.tickets.lock(ticketId));
      const reply = await this.entries.reply(ticketId, entryId);
      if (!reply?.isHumanReply) return false;
      const change = decideAnswered(ticket, thenStatus, this.clock.now());
      if (isEmpty(change) && !reply.voided) return true;
      const notes = [...(reply.voided ? [{ code: 'reply_stands', params: { entryId } }] : []), ...change.notes].map((note) => ({ ...note, aboutEntryId: entryId }));
      await this.writer.apply(actor, ticket, { ...change, notes }, tell(change.set.status === 'solved' ? TicketSolved : TicketChanged, {}));
      return true;
    });
  }
}
