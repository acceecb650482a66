import { Injectable } from '@nestjs/common';
import { Clock, viewerOf, type SystemActor } from '@kaiku/kernel';
import { RecipientQueries } from '../recipients.queries';
import { recipientsOf, ROLES_OF_PLAN, type PlanRole } from '../recipients.rules';
import { causeOf, paramsOf, type ClockFacts, type FiredReminder } from '../reminder.rules';
import { Notify } from './notify';

/** Tells those whom the plan means, as they are at this moment. */
@Injectable()
export class TellOfReminder {
  constructor(
    private readonly recipients: RecipientQueries,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were told now; null when there is nothing to remind of any more */
  async run(actor: SystemActor, reminder: FiredReminder, clock: ClockFacts): Promise<number | null> {
    // A plan that names nobody asks for nobody; the step is there for the clock's own sake.
    const found = clock.running && reminder.to.length > 0 ? await this.recipients.candidates(viewerOf(actor, 'operations'), reminder.subjectId) : null;
    if (!found) return null;
    const now = this.clock.now();
    const roles = reminder.to.filter((role): role is PlanRole => ROLES_OF_PLAN.some((known) => known === role));
    return this.notify.run(actor, {
      cause: causeOf(clock, now),
      to: recipientsOf(roles, found.candidates),
      ticket: found.ticket,
      deadlineId: reminder.deadlineId,
      params: paramsOf(reminder, clock, now),
      key: `rem:${reminder.reminderId}`,
      respectsQuiet: !reminder.critical && !clock.opensAndCloses,
      // What comes daily for as long as something is overdue is one line, however much of it there is.
      digest: reminder.critical ? 'never' : clock.kind === 'daily' ? 'always' : 'many',
    });
  }
}
