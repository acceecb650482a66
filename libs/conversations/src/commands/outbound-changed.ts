import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { TicketDoor } from '../inbound/ticket-door';

/** Tells consoles that a message's delivery state has changed. */
@Injectable()
export class OutboundChanged {
  constructor(private readonly tickets: TicketDoor) {}

  run(actor: Actor, ticketId: string): Promise<void> {
    return this.tickets.announce(actor, ticketId, ['delivery']);
  }
}
