import { Injectable } from '@nestjs/common';
import { Clock, defineJob, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Handles } from '@kaiku/platform';
import { z } from 'zod';
import { CalendarRepository } from '../calendar.repository';
import { ProposeHolidays } from '../commands/propose-holidays';

export const ProposeNextYear = defineJob({ name: 'deadlines.propose-holidays', queue: 'upkeep', schema: z.object({}), everyMs: 12 * 3_600_000 });

const DECEMBER = 11;

/** Each December: the days off of the year after the next, for somebody to accept. What was proposed once is not proposed again. */
@Injectable()
@Handles(ProposeNextYear)
export class ProposeNextYearHandler implements JobHandler<object> {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly propose: ProposeHolidays,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<JobOutcome> {
    const now = this.clock.now();
    if (now.getUTCMonth() !== DECEMBER) return 'skipped: not December';
    const actor = system('deadlines.propose-holidays');
    let proposed = 0;
    for (const { id } of await this.calendars.active()) proposed += await this.propose.run(actor, { calendarId: id, year: now.getUTCFullYear() + 2 });
    return proposed > 0 ? 'done' : 'skipped: proposed before';
  }
}
