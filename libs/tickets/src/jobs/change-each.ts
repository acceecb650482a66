import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { TicketRepository } from '../ticket.repository';
import type { TicketChange, TicketState } from '../ticket.state';
import { TicketWriter, type Telling } from '../ticket.writer';

/** One transaction for each ticket: decided again under the lock, so that a second run and a colleague's edit change nothing twice. */
@Injectable()
export class ChangeEach {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
  ) {}

  /** @returns how many were changed */
  async run(actor: Actor, ids: readonly string[], decide: (ticket: TicketState) => TicketChange | null, telling: Telling): Promise<number> {
    let changed = 0;
    for (const id of ids) {
      await this.database.transaction(async () => {
        const ticket = await this.tickets.lock(id);
        const change = ticket && decide(ticket);
        if (!change) return;
        await this.writer.apply(actor, ticket, change, telling);
        changed++;
      });
    }
    return changed;
  }
}
