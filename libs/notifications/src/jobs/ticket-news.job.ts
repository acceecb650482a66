import { Injectable } from '@nestjs/common';
import { Clock, defineJob, system, type EventDefinition, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, Handles } from '@kaiku/platform';
import { TicketAssigned, TicketEntryAdded, TicketOpened, TicketReopened, TicketSolved, type TicketNews } from '@kaiku/tickets';
import { PersonalNews } from '../personal-news';
import { NoticeRepository } from '../notice.repository';

const ACTOR = system('notifications');
type Payload<E> = E extends EventDefinition<infer T> ? T : never;
const outcome = (told: number): JobOutcome => (told > 0 ? 'done' : 'skipped: nobody to tell, or told already');

export const NoticeOnAssignment = defineJob({ name: 'notifications.on-assignment', queue: 'notifications', schema: TicketAssigned.schema, on: TicketAssigned, kept: true });
export const NoticeOnOpening = defineJob({ name: 'notifications.on-opening', queue: 'notifications', schema: TicketOpened.schema, on: TicketOpened, kept: true });
export const NoticeOnEntry = defineJob({ name: 'notifications.on-entry', queue: 'notifications', schema: TicketEntryAdded.schema, on: TicketEntryAdded, kept: true });
export const NoticeOnReopening = defineJob({ name: 'notifications.on-reopening', queue: 'notifications', schema: TicketReopened.schema, on: TicketReopened, kept: true });
export const SettleOnSolving = defineJob({ name: 'notifications.on-solving', queue: 'notifications', schema: TicketSolved.schema, on: TicketSolved, kept: true });

@Handles(NoticeOnAssignment)
@Injectable()
export class NoticeOnAssignmentHandler implements JobHandler<TicketNews> {
  constructor(private readonly news: PersonalNews) {}
  async run(event: TicketNews): Promise<JobOutcome> {
    return outcome(await this.news.assigned(ACTOR, event));
  }
}

/** A ticket that somebody else opened straight for a colleague. */
@Handles(NoticeOnOpening)
@Injectable()
export class NoticeOnOpeningHandler implements JobHandler<TicketNews> {
  constructor(private readonly news: PersonalNews) {}
  async run(event: TicketNews): Promise<JobOutcome> {
    return outcome(await this.news.assigned(ACTOR, event));
  }
}

@Handles(NoticeOnEntry)
@Injectable()
export class NoticeOnEntryHandler implements JobHandler<Payload<typeof TicketEntryAdded>> {
  constructor(private readonly news: PersonalNews) {}
  async run(event: Payload<typeof TicketEntryAdded>): Promise<JobOutcome> {
    if (event.entryKind === 'customer_message') return outcome(await this.news.customerReplied(ACTOR, event));
    if (event.entryKind === 'reply') return (await this.news.answered(event.ticketId)) > 0 ? 'done' : 'skipped: nothing was unread';
    return event.entryKind === 'note' ? outcome(await this.news.mentioned(ACTOR, event)) : 'skipped: nobody is told of it';
  }
}

@Handles(NoticeOnReopening)
@Injectable()
export class NoticeOnReopeningHandler implements JobHandler<Payload<typeof TicketReopened>> {
  constructor(private readonly news: PersonalNews) {}
  async run({ entryId, ...event }: Payload<typeof TicketReopened>): Promise<JobOutcome> {
    return entryId ? outcome(await this.news.customerReplied(ACTOR, { ...event, entryId })) : 'skipped: reopened by a colleague';
  }
}

/** Nobody need be told any more of what is solved. */
@Handles(SettleOnSolving)
@Injectable()
export class SettleOnSolvingHandler implements JobHandler<TicketNews> {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly clock: Clock,
  ) {}
  run({ ticketId }: TicketNews): Promise<JobOutcome> {
    return this.database.transaction(async () => {
      const told = await this.notices.settle(ticketId, this.clock.now(), null, null);
      for (const staffId of told) await this.notices.tell(staffId);
      return told.length > 0 ? 'done' : 'skipped: nothing was unread';
    });
  }
}
