import { Injectable } from '@nestjs/common';
import { defineJob, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { z } from 'zod';
import { UpkeepRepository } from './upkeep.repository';
import { Handles } from './registry';

export const PlatformUpkeep = defineJob({ name: 'platform.upkeep', queue: 'upkeep', schema: z.object({}), everyMs: 3_600_000, attempts: 1 });

/** Throws away events that were relayed long ago, idempotency keys nobody can repeat any more, and throttles that have run out. */
@Handles(PlatformUpkeep)
@Injectable()
export class PlatformUpkeepHandler implements JobHandler<object> {
  constructor(private readonly upkeep: UpkeepRepository) {}

  async run(): Promise<JobOutcome> {
    const gone = (await this.upkeep.forgetEvents()) + (await this.upkeep.forgetKeys()) + (await this.upkeep.forgetThrottles());
    return gone > 0 ? 'done' : 'skipped: nothing is old enough';
  }
}
