import { Injectable } from '@nestjs/common';
import { Clock, defineJob, LIMITS, system, viewerOf, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Handles } from '@kaiku/platform';
import { z } from 'zod';
import { decideClosing } from '../ticket.rules';
import { tell } from '../ticket.writer';
import { TicketClosed } from '../tickets.events';
import { UpkeepQueries } from '../upkeep.queries';
import { ChangeEach } from './change-each';

export const CloseStale = defineJob({ name: 'tickets.close-stale', queue: 'upkeep', schema: z.object({}), everyMs: 10 * 60_000 });

/** Closes what has been solved and quiet for the reopen window. */
@Injectable()
@Handles(CloseStale)
export class CloseStaleHandler implements JobHandler<object> {
  constructor(
    private readonly upkeep: UpkeepQueries,
    private readonly changeEach: ChangeEach,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<JobOutcome> {
    const actor = system('tickets.close-stale');
    const now = this.clock.now();
    const due = await this.upkeep.solvedBefore(viewerOf(actor, 'operations'), new Date(now.getTime() - LIMITS.ticket.reopenDays * 86_400_000));
    const closed = await this.changeEach.run(actor, due, (ticket) => decideClosing(ticket, now), tell(TicketClosed, {}));
    return closed > 0 ? 'done' : 'skipped: nothing to close';
  }
}
