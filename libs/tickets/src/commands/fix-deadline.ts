import { Injectable } from '@nestjs/common';
import { Clock, instant, InvalidInput, LIMITS, parseInput, text, viewerOf, type Actor } from '@kaiku/kernel';
import { DeadlineClosed, DeadlineNotFound, DeadlineQueries, DueAfterLegal, isOpenState } from '@kaiku/deadlines';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { FieldConflicts } from '../field-conflicts';
import { TicketRepository } from '../ticket.repository';
import { mayView } from '../ticket.rules';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketChanged } from '../tickets.events';
import { expectedVersion, type Changed } from './change-input';

export const FixDeadlineInput = z.object({ deadlineId: z.string().max(100), dueAt: instant, reason: text(LIMITS.ticket.reason), expectedVersion });

/** Sets a due time by hand; nothing moves it afterwards. Not after the law's. */
@Injectable()
export class FixDeadline {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly deadlines: DeadlineQueries,
    private readonly writer: TicketWriter,
    private readonly conflicts: FieldConflicts,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Changed> {
    const input = parseInput(FixDeadlineInput, raw);
    const now = this.clock.now();
    if (input.dueAt <= now) throw new InvalidInput([{ path: 'dueAt', code: 'in_the_past' }]);
    return this.database.transaction(async () => {
      const viewer = viewerOf(actor);
      const known = (await this.deadlines.byIds(viewer, [input.deadlineId])).get(input.deadlineId);
      const ticket = known ? await this.tickets.lock(known.subjectId) : null;
      if (!ticket || !mayView(actor, ticket)) throw new DeadlineNotFound();
      // Asked again under the lock: it may have ended meanwhile.
      const deadline = (await this.deadlines.byIds(viewer, [input.deadlineId])).get(input.deadlineId)!;
      if (!isOpenState(deadline.state)) throw new DeadlineClosed();
      if (deadline.legalDueAt && input.dueAt >= new Date(deadline.legalDueAt)) throw new DueAfterLegal();
      await this.conflicts.assertNone(actor, ticket, input.expectedVersion, [{ field: 'deadlines', yours: input.dueAt.toISOString(), theirs: deadline.dueAt }]);
      const note = { code: 'deadline_fixed', params: { metric: deadline.metric.toUpperCase(), from: deadline.dueAt, to: input.dueAt.toISOString(), reason: input.reason } };
      const fix = { type: 'fix', at: now, deadlineId: deadline.id, dueAt: input.dueAt, reason: input.reason } as const;
      return { ticketId: ticket.id, version: await this.writer.apply(actor, ticket, { set: {}, fields: ['deadlines'], notes: [note] }, tell(TicketChanged, {}), [], [fix]) };
    });
  }
}
