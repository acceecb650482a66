import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, parseInput, text, viewerOf, type Actor } from '@kaiku/kernel';
import { DeadlineQueries, isOpenState } from '@kaiku/deadlines';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { FieldConflicts, movedSince } from '../field-conflicts';
import { TicketRepository } from '../ticket.repository';
import { visible } from '../ticket.rules';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketChanged } from '../tickets.events';
import { NoReplyAwaited, TicketConflict } from '../tickets.problems';
import { expectedVersion, ticketId, type Changed } from './change-input';

export const WaiveReplyInput = z.object({ ticketId, expectedVersion, reason: text(LIMITS.ticket.reason) });

/** Says that the customer's last words need no reply. Not over newer ones unseen. */
@Injectable()
export class WaiveReply {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly deadlines: DeadlineQueries,
    private readonly writer: TicketWriter,
    private readonly conflicts: FieldConflicts,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Changed> {
    const input = parseInput(WaiveReplyInput, raw);
    return this.database.transaction(async () => {
      const ticket = visible(actor, await this.tickets.lock(input.ticketId));
      const clocks = (await this.deadlines.bySubjects(viewerOf(actor), [ticket.id])).get(ticket.id) ?? [];
      if (!clocks.some((c) => (c.metric === 'first_reply' || c.metric === 'next_reply') && isOpenState(c.state))) throw new NoReplyAwaited();
      await this.conflicts.assertNone(actor, ticket, input.expectedVersion, [{ field: 'deadlines', yours: input.reason, theirs: null }]);
      if (movedSince(ticket, 'entries', input.expectedVersion)) throw new TicketConflict({ ticketId: ticket.id, field: 'entries', yours: input.reason, theirs: null, changedBy: null });
      const note = { code: 'reply_waived', params: { reason: input.reason } };
      const waive = { type: 'waive', at: this.clock.now(), reason: input.reason } as const;
      return { ticketId: ticket.id, version: await this.writer.apply(actor, ticket, { set: {}, fields: ['deadlines'], notes: [note] }, tell(TicketChanged, {}), [], [waive]) };
    });
  }
}
