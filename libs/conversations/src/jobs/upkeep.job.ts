import { Injectable } from '@nestjs/common';
import { Clock, defineJob, LIMITS, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, Handles } from '@kaiku/platform';
import { z } from 'zod';
import { InboundRawRepository } from '../inbound/inbound-raw.repository';
import { DraftRepository } from '../drafts/draft.repository';

const HOUR = 3_600_000;
export const ConversationsUpkeep = defineJob({ name: 'conversations.upkeep', queue: 'upkeep', schema: z.object({}), everyMs: HOUR, attempts: 1 });

/** Throws away drafts nobody came back to, and raw mail that has been kept long enough. */
@Handles(ConversationsUpkeep)
@Injectable()
export class UpkeepHandler implements JobHandler<object> {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftRepository,
    private readonly raws: InboundRawRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<JobOutcome> {
    const daysAgo = (days: number) => new Date(this.clock.now().getTime() - days * 24 * HOUR);
    await this.database.transaction(() => this.drafts.expire(daysAgo(LIMITS.draft.days)));
    await this.database.transaction(() => this.raws.forget(daysAgo(LIMITS.mail.rawDays)));
    return 'done';
  }
}
