import { Injectable } from '@nestjs/common';
import { Clock, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { FieldConflicts } from '../field-conflicts';
import { TicketRepository } from '../ticket.repository';
import { decideReopening, visible } from '../ticket.rules';
import { wireName } from '../ticket.words';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketReopened } from '../tickets.events';
import { expectedVersion, ticketId, type Changed } from './change-input';

export const ReopenTicketInput = z.object({ ticketId, expectedVersion });

/** Takes a solved ticket up again, within the reopen window. */
@Injectable()
export class ReopenTicket {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly conflicts: FieldConflicts,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Changed> {
    const input = parseInput(ReopenTicketInput, raw);
    return this.database.transaction(async () => {
      const ticket = visible(actor, await this.tickets.lock(input.ticketId));
      const change = decideReopening(ticket, this.clock.now());
      await this.conflicts.assertNone(actor, ticket, input.expectedVersion, [{ field: 'status', yours: 'OPEN', theirs: wireName(ticket.status) }]);
      return { ticketId: ticket.id, version: await this.writer.apply(actor, ticket, change, tell(TicketReopened, { entryId: null })) };
    });
  }
}
