import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { ApplySignals, type Signal } from '@kaiku/deadlines';
import { Database } from '@kaiku/platform';
import { factsOf } from '../deadline-signals.rules';
import { TicketTiers } from '../ticket-tiers';
import { TicketRepository } from '../ticket.repository';

/** Tells the clocks of a ticket what happened beside the ticket itself: a receipt was sent, or came back. Raises no version. */
@Injectable()
export class TellClocks {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly clocks: ApplySignals,
    private readonly tiers: TicketTiers,
  ) {}

  async run(actor: Actor, ticketId: string, signals: readonly Signal[]): Promise<void> {
    await this.database.transaction(async () => {
      const ticket = await this.tickets.lock(ticketId);
      const due = ticket && (await this.clocks.run(actor, { id: ticket.id, kind: 'ticket' }, factsOf(ticket, await this.tiers.of(ticket.customerId)), signals));
      if (due) await this.tickets.saveDue(ticketId, due);
    });
  }
}
