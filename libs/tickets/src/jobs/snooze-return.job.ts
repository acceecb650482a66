import { Injectable } from '@nestjs/common';
import { Clock, defineJob, system, viewerOf, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Handles } from '@kaiku/platform';
import { z } from 'zod';
import { decideWaking } from '../ticket.rules';
import { tell } from '../ticket.writer';
import { TicketChanged } from '../tickets.events';
import { UpkeepQueries } from '../upkeep.queries';
import { ChangeEach } from './change-each';

export const SnoozeReturn = defineJob({ name: 'tickets.snooze-return', queue: 'upkeep', schema: z.object({}), everyMs: 30_000 });

/** Brings snoozed tickets back when their time has come. */
@Injectable()
@Handles(SnoozeReturn)
export class SnoozeReturnHandler implements JobHandler<object> {
  constructor(
    private readonly upkeep: UpkeepQueries,
    private readonly changeEach: ChangeEach,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<JobOutcome> {
    const actor = system('tickets.snooze-return');
    const now = this.clock.now();
    const due = await this.upkeep.snoozedUntil(viewerOf(actor, 'operations'), now);
    const woken = await this.changeEach.run(actor, due, (ticket) => decideWaking(ticket, now), tell(TicketChanged, {}));
    return woken > 0 ? 'done' : 'skipped: nothing to wake';
  }
}
