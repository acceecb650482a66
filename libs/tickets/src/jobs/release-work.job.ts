import { Injectable } from '@nestjs/common';
import { defineJob, system, viewerOf, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Handles } from '@kaiku/platform';
import { StaffDeactivated } from '@kaiku/staff';
import { isOpen } from '../ticket.words';
import { changeOf } from '../ticket.state';
import { tell } from '../ticket.writer';
import { TicketAssigned } from '../tickets.events';
import { UpkeepQueries } from '../upkeep.queries';
import { ChangeEach } from './change-each';

export const ReleaseWork = defineJob({ name: 'tickets.release-work', queue: 'upkeep', schema: StaffDeactivated.schema, on: StaffDeactivated, kept: true });

/** Open tickets of somebody who no longer works here go back to where the team sees them: unassigned. */
@Injectable()
@Handles(ReleaseWork)
export class ReleaseWorkHandler implements JobHandler<{ staffId: string }> {
  constructor(
    private readonly upkeep: UpkeepQueries,
    private readonly changeEach: ChangeEach,
  ) {}

  async run({ staffId }: { staffId: string }): Promise<JobOutcome> {
    const actor = system('tickets.release-work');
    let released = 0;
    for (;;) {
      const held = await this.upkeep.openOf(viewerOf(actor, 'operations'), staffId);
      const done = await this.changeEach.run(
        actor,
        held,
        (ticket) => (ticket.assigneeId === staffId && isOpen(ticket.status) ? changeOf('assignee', { assigneeId: null }, 'assignee_changed', staffId, null) : null),
        tell(TicketAssigned, {}),
      );
      released += done;
      if (done === 0) return released > 0 ? 'done' : 'skipped: nothing to release';
    }
  }
}
