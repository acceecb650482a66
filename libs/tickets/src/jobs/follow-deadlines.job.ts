import { Injectable } from '@nestjs/common';
import { defineJob, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { DeadlineBreached, DeadlinesMoved, RecordHolder } from '@kaiku/deadlines';
import { Database, Handles } from '@kaiku/platform';
import { TicketRepository } from '../ticket.repository';

/** Who has a ticket when one of its clocks becomes late is kept with the clock: it is theirs in the report. */
export const NoteHolder = defineJob({ name: 'tickets.note-holder', queue: 'upkeep', schema: DeadlineBreached.schema, on: DeadlineBreached, kept: true });

@Injectable()
@Handles(NoteHolder)
export class NoteHolderHandler implements JobHandler<{ deadlineId: string; subjectId: string }> {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly holder: RecordHolder,
  ) {}

  async run({ deadlineId, subjectId }: { deadlineId: string; subjectId: string }): Promise<JobOutcome> {
    return this.database.transaction(async () => {
      const ticket = await this.tickets.get(subjectId);
      if (!ticket) return 'skipped: the ticket is gone';
      return (await this.holder.run(system('deadlines'), deadlineId, ticket)) ? 'done' : 'skipped: somebody is noted already';
    });
  }
}

/** Clocks were moved in bulk: the tickets say anew what is due next. */
export const FollowDeadlines = defineJob({ name: 'tickets.follow-deadlines', queue: 'upkeep', schema: DeadlinesMoved.schema, on: DeadlinesMoved, kept: true });

@Injectable()
@Handles(FollowDeadlines)
export class FollowDeadlinesHandler implements JobHandler<{ subjectIds: string[] }> {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
  ) {}

  async run({ subjectIds }: { subjectIds: string[] }): Promise<JobOutcome> {
    const moved = await this.database.transaction(() => this.tickets.followDeadlines(subjectIds));
    return moved > 0 ? 'done' : 'skipped: nothing is due at another time';
  }
}
