import { Injectable } from '@nestjs/common';
import { parseInput, viewerOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { AssigneeQueries } from '../assignees.queries';
import { FieldConflicts } from '../field-conflicts';
import { TicketRepository } from '../ticket.repository';
import { visible } from '../ticket.rules';
import { changeOf } from '../ticket.state';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketAssigned } from '../tickets.events';
import { AssigneeNotAllowed } from '../tickets.problems';
import { expectedVersion, ticketId, type Changed } from './change-input';

export const AssignTicketInput = z.object({ ticketId, expectedVersion, assigneeId: z.string().max(100).nullish() });

/** Gives a ticket to a colleague, or to nobody. */
@Injectable()
export class AssignTicket {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly writer: TicketWriter,
    private readonly conflicts: FieldConflicts,
    private readonly assignees: AssigneeQueries,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Changed> {
    const input = parseInput(AssignTicketInput, raw);
    const to = input.assigneeId ?? null;
    return this.database.transaction(async () => {
      const ticket = visible(actor, await this.tickets.lock(input.ticketId));
      if (to === ticket.assigneeId) return { ticketId: ticket.id, version: ticket.version };
      if (to && !(await this.assignees.mayTake(viewerOf(actor), to, ticket.teamId))) throw new AssigneeNotAllowed();
      await this.conflicts.assertNone(actor, ticket, input.expectedVersion, [{ field: 'assignee', yours: to, theirs: ticket.assigneeId, names: 'staff' }]);
      const change = changeOf('assignee', { assigneeId: to }, 'assignee_changed', ticket.assigneeId, to);
      return { ticketId: ticket.id, version: await this.writer.apply(actor, ticket, change, tell(TicketAssigned, {})) };
    });
  }
}
