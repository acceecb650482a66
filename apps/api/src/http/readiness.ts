import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { system, viewerOf } from '@kaiku/kernel';
import { Config } from '@kaiku/platform';
import { ReadinessQueries } from './readiness.queries';

const PROBE = viewerOf(system('probe'), 'operations');
const MIGRATIONS = join(__dirname, '../../../../migrations');

export interface ReadyState {
  readonly ready: boolean;
  /** Where jobs wait: BullMQ's store. */
  readonly queues: 'postgres' | 'redis';
  /** What works less well than it should, though requests are answered. */
  readonly degraded: readonly string[];
}

/** Whether this process should get requests: the database answers and is as new as the code, and we are not stopping. */
@Injectable()
export class Readiness {
  private draining = false;
  private readonly expected = readdirSync(MIGRATIONS).filter((name) => /^\d+-.+\.[jt]s$/.test(name) && !/\.d\.ts$|\.spec\./.test(name)).length;

  constructor(
    private readonly config: Config,
    private readonly queries: ReadinessQueries,
  ) {}

  drain(): void {
    this.draining = true;
  }

  async state(): Promise<ReadyState> {
    const queues = this.config.queues.store;
    const degraded: string[] = [];
    if (!this.config.demo && !this.config.mail.outUrl) degraded.push('outbound_mail_paused');
    if (this.draining) return { ready: false, queues, degraded: [...degraded, 'stopping'] };
    try {
      // A newer database is fine: another process has been updated first.
      if ((await this.queries.migrations(PROBE)) < this.expected) return { ready: false, queues, degraded: [...degraded, 'not_migrated'] };
      if (await this.queries.jobsBehind(PROBE)) degraded.push('jobs_behind');
      return { ready: true, queues, degraded };
    } catch {
      return { ready: false, queues, degraded: [...degraded, 'database'] };
    }
  }
}
