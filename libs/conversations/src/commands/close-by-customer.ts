import { Injectable } from '@nestjs/common';
import { Clock, type SystemActor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { SolveTicket, TicketAlreadySolved } from '@kaiku/tickets';
import { TicketDoor } from '../inbound/ticket-door';
import { PublicLinkRepository } from '../public/public-link.repository';

const REASON = 'solved_by_customer';

/** The customer says that it is solved. A reason stands for the answer that may be missing; their next word reopens it. */
@Injectable()
export class CloseByCustomer {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketDoor,
    private readonly solve: SolveTicket,
    private readonly links: PublicLinkRepository,
    private readonly clock: Clock,
  ) {}

  async run(actor: SystemActor, page: { readonly ticketId: string; readonly token: string }): Promise<void> {
    try {
      await this.database.transaction(async () => {
        const { version } = await this.tickets.facts(page.ticketId);
        await this.solve.run(actor, { ticketId: page.ticketId, expectedVersion: version, noReplyReason: REASON });
        await this.links.used(page.token, this.clock.now());
      });
    } catch (error) {
      // Twice is once.
      if (!(error instanceof TicketAlreadySolved)) throw error;
    }
  }
}
