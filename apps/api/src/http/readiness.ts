import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config, Database, namedQuery } from '@kaiku/platform';

const MIGRATED = namedQuery('api.migrated', 'SELECT count(*)::int AS n FROM schema_migration');
const LAG = namedQuery('api.outbox-lag', `
  SELECT EXISTS (SELECT FROM outbox_event WHERE relayed_at IS NULL AND id <= (SELECT max(id) FROM outbox_event) - 1000) AS behind`);
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
    private readonly database: Database,
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
      const migrated = await this.database.one<{ n: number }>(MIGRATED);
      // A newer database is fine: another process has been updated first.
      if (migrated!.n < this.expected) return { ready: false, queues, degraded: [...degraded, 'not_migrated'] };
      if ((await this.database.one<{ behind: boolean }>(LAG))?.behind) degraded.push('jobs_behind');
      return { ready: true, queues, degraded };
    } catch {
      return { ready: false, queues, degraded: [...degraded, 'database'] };
    }
  }
}
