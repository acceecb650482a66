import { Injectable } from '@nestjs/common';
import { Clock, defineJob, LIMITS, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, Handles } from '@kaiku/platform';
import { z } from 'zod';
import { DraftRepository } from '../drafts/draft.repository';

const HOUR = 3_600_000;
export const ConversationsUpkeep = defineJob({ name: 'conversations.upkeep', queue: 'upkeep', schema: z.object({}), everyMs: HOUR, attempts: 1 });

/** Throws away drafts nobody came back to. */
@Handles(ConversationsUpkeep)
@Injectable()
export class UpkeepHandler implements JobHandler<object> {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<JobOutcome> {
    await this.database.transaction(() => this.drafts.expire(new Date(this.clock.now().getTime() - LIMITS.draft.days * 24 * HOUR)));
    return 'done';
  }
}
