import { Injectable } from '@nestjs/common';
import { staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { TicketRepository } from '../ticket.repository';
import { CHANGED, TicketChanged } from '../tickets.events';

/**
 * Tells the consoles that something beside the ticket's own columns is new: a message was sent, delivered, bounced. Raises no version.
 * Throws on a word that consoles do not know.
 */
@Injectable()
export class AnnounceTicket {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, ticketId: string, changed: readonly string[] = ['entries']): Promise<void> {
    await this.database.transaction(async () => {
      const ticket = await this.tickets.get(ticketId);
      if (!ticket) return;
      const { number, version, teamId, assigneeId } = ticket;
      await this.outbox.publish(TicketChanged, { ticketId, number, version, teamId, assigneeId, changed: z.array(z.enum(CHANGED)).parse(changed), actorId: staffIdOf(actor) });
    });
  }
}
