import { Injectable } from '@nestjs/common';
import { system } from '@kaiku/kernel';
import { TicketDoor } from '../inbound/ticket-door';

/** Tells consoles that a message's delivery state has changed. */
@Injectable()
export class OutboundChanged {
  constructor(private readonly tickets: TicketDoor) {}

  run(ticketId: string): Promise<void> {
    return this.tickets.announce(system('outbound'), ticketId, ['delivery']);
  }
}
