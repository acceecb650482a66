import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock, LIMITS, type JobDefinition } from '@kaiku/kernel';
import { Database } from '../database/database';
import { namedQuery } from '../database/named-query';
import { JobQueues } from '../jobs/job-queues';
import { jobsOn } from '../jobs/registry';
import { log } from '../observability/logger';
import { eventJobId, KeptJobsRepository } from './kept-jobs.repository';

const SEQUENCER = namedQuery('outbox.sequencer', 'SELECT pg_try_advisory_xact_lock(5160417) AS mine');
const SEQUENCE = namedQuery('outbox.sequence', `
  WITH batch AS (SELECT id FROM outbox_event WHERE position IS NULL ORDER BY id LIMIT ${LIMITS.outbox.batch}),
       numbered AS (SELECT id, nextval('outbox_position_seq') AS position FROM (SELECT id FROM batch ORDER BY id) b)
  UPDATE outbox_event e SET position = n.position FROM numbered n WHERE e.id = n.id RETURNING e.position`);
const NOTIFY = namedQuery('outbox.notify', `SELECT pg_notify('kaiku_desk', $1)`);
const PENDING = namedQuery('outbox.pending', `
  SELECT id, name, payload, trace_id AS "traceId" FROM outbox_event
  WHERE relayed_at IS NULL AND position IS NOT NULL ORDER BY position FOR UPDATE SKIP LOCKED LIMIT ${LIMITS.outbox.batch}`);
const RELAYED = namedQuery('outbox.relayed', 'UPDATE outbox_event SET relayed_at = clock_timestamp() WHERE id = ANY($1)');

type Event = { id: string; name: string; payload: Record<string, unknown>; traceId: string };

/**
 * Moves committed events on: first into commit order (positions, for consoles that follow live), then to the job queues,
 * one job per subscriber. A crash between the two repeats the same job ids; a queue store that is down delays only the second.
 */
@Injectable()
export class OutboxRelay implements OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly kept: KeptJobsRepository,
    private readonly clock: Clock,
  ) {}

  start(): void {
    const tick = () => {
      if (this.stopped) return;
      this.running = this.turn().finally(() => {
        if (!this.stopped) this.timer = setTimeout(tick, LIMITS.outbox.everyMs);
      });
    };
    tick();
  }

  /** One turn: everything that waits when it begins. */
  async turn(): Promise<void> {
    try {
      while ((await this.sequence()) === LIMITS.outbox.batch);
    } catch (err) {
      log.warn({ err }, 'outbox could not be sequenced');
    }
    try {
      while ((await this.relay()) === LIMITS.outbox.batch);
    } catch (err) {
      log.warn({ err }, 'outbox could not be relayed; it waits');
    }
  }

  private sequence(): Promise<number> {
    return this.database.transaction(async () => {
      const lock = await this.database.one<{ mine: boolean }>(SEQUENCER);
      if (!lock?.mine) return 0;
      const rows = await this.database.rows<{ position: string }>(SEQUENCE);
      const last = rows.reduce((top, r) => (BigInt(r.position) > top ? BigInt(r.position) : top), 0n);
      if (rows.length > 0) await this.database.rows(NOTIFY, [String(last)]);
      return rows.length;
    });
  }

  private relay(): Promise<number> {
    return this.database.transaction(async () => {
      const events = await this.database.rows<Event>(PENDING);
      const jobs = events.flatMap((event) =>
        jobsOn(event.name).map((job) => ({ eventId: event.id, job, id: eventJobId(event.id, job), data: event.payload, traceId: event.traceId, delayMs: this.delayMs(job, event.payload) })),
      );
      if (jobs.length > 0) await this.queues.add(jobs);
      await this.kept.keep(jobs);
      if (events.length > 0) await this.database.rows(RELAYED, [events.map((e) => e.id)]);
      return events.length;
    });
  }

  private delayMs(job: JobDefinition, payload: unknown): number | undefined {
    const at = job.notBefore?.(payload);
    return at && Math.max(0, at.getTime() - this.clock.now().getTime());
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
