import { Injectable } from '@nestjs/common';
import { Clock, defineJob, system, viewerOf, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { PolicyBook, ReminderFired } from '@kaiku/deadlines';
import { Handles } from '@kaiku/platform';
import { ClockQueries } from '../clock.queries';
import { TellOfReminder } from '../commands/tell-of-reminder';
import { clockFacts } from '../reminder.rules';

const ACTOR = system('notifications');
export const NoticeOnReminder = defineJob({ name: 'notifications.on-reminder', queue: 'notifications', schema: ReminderFired.schema, on: ReminderFired, kept: true });

/** A reminder has fired: the clock is read once more, and whoever the plan means is told, with its numbers as they are now. */
@Handles(NoticeOnReminder)
@Injectable()
export class NoticeOnReminderHandler implements JobHandler<ReminderFired> {
  constructor(
    private readonly clocks: ClockQueries,
    private readonly book: PolicyBook,
    private readonly tell: TellOfReminder,
    private readonly clock: Clock,
  ) {}

  async run(reminder: ReminderFired): Promise<JobOutcome> {
    const row = await this.clocks.byId(viewerOf(ACTOR, 'operations'), reminder.deadlineId);
    if (!row) return 'skipped: no such clock';
    const calendar = row.calendarVersionId ? (await this.book.sheet()).calendar(row.calendarVersionId) : null;
    const told = await this.tell.run(ACTOR, reminder, clockFacts(row, calendar, reminder.step, this.clock.now()));
    return told === null ? 'skipped: there is nothing to remind of any more' : told > 0 ? 'done' : 'skipped: told already, or nobody works here';
  }
}
