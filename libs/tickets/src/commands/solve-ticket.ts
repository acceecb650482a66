import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, parseInput, text, viewerOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { EntryQueries } from '../entry.queries';
import { FieldConflicts, movedSince } from '../field-conflicts';
import { previewOf } from '../entry.rules';
import { TicketRepository } from '../ticket.repository';
import { decideSolving, visible } from '../ticket.rules';
import type { TicketState } from '../ticket.state';
import { wireName } from '../ticket.words';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketSolved } from '../tickets.events';
import { TicketConflict } from '../tickets.problems';
import { expectedVersion, ticketId, type Changed } from './change-input';

export const SolveTicketInput = z.object({ ticketId, expectedVersion, noReplyReason: text(LIMITS.ticket.reason).nullish() });

/** Ends a ticket with the answer it has, or with a reason for none. Not over the customer's newest words unseen. */
@Injectable()
export class SolveTicket {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly conflicts: FieldConflicts,
    private readonly entries: EntryQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Changed> {
    const input = parseInput(SolveTicketInput, raw);
    return this.database.transaction(async () => {
      const ticket = visible(actor, await this.tickets.lock(input.ticketId));
      const change = decideSolving(ticket, input.noReplyReason ?? null, this.clock.now());
      await this.conflicts.assertNone(actor, ticket, input.expectedVersion, [{ field: 'status', yours: 'SOLVED', theirs: wireName(ticket.status) }]);
      if (movedSince(ticket, 'entries', input.expectedVersion)) throw await this.unseen(actor, ticket);
      return { ticketId: ticket.id, version: await this.writer.apply(actor, ticket, change, tell(TicketSolved, {})) };
    });
  }

  /** The customer has written since; theirs is what they wrote. */
  private async unseen(actor: Actor, ticket: TicketState): Promise<TicketConflict> {
    const { nodes } = await this.entries.page(viewerOf(actor), ticket.id, { last: LIMITS.page.max });
    const newest = nodes.findLast((entry) => entry.isCustomerContact);
    return new TicketConflict({ ticketId: ticket.id, field: 'entries', yours: 'SOLVED', theirs: previewOf(newest?.text ?? null), changedBy: newest?.authorName ?? null });
  }
}
