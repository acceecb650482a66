import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { TicketRepository } from '../ticket.repository';
import { visible } from '../ticket.rules';
import type { TicketState } from '../ticket.state';

/** For commands of higher libraries that decide by the ticket's state before they add to it. */
@Injectable()
export class LockTicket {
  constructor(private readonly tickets: TicketRepository) {}

  /** The ticket, which nobody else changes until the caller's transaction ends. Throws TicketNotFound when the actor may not see it. */
  async run(actor: Actor, ticketId: string): Promise<TicketState> {
    return visible(actor, await this.tickets.lock(ticketId));
  }
}
