import { Injectable } from '@nestjs/common';
import { definedJobs, LIMITS, type JobDefinition } from '@kaiku/kernel';
import { Database } from '../database/database';
import { namedQuery } from '../database/named-query';
import type { JobToAdd } from '../jobs/job-queues';

const KEEP = namedQuery('kept-job.keep', `
  INSERT INTO kept_job (event_id, job, lease_until) SELECT e, j, clock_timestamp() + make_interval(secs => s) FROM unnest($1::bigint[], $2::text[], $3::double precision[]) u (e, j, s) ON CONFLICT DO NOTHING`);
const DONE = namedQuery('kept-job.done', 'DELETE FROM kept_job WHERE event_id = $1 AND job = $2');
const AGAIN = namedQuery('kept-job.again', `
  WITH due AS (SELECT event_id, job FROM kept_job WHERE lease_until < clock_timestamp() ORDER BY lease_until FOR UPDATE SKIP LOCKED LIMIT $1),
       taken AS (UPDATE kept_job k SET tries = k.tries + 1, lease_until = clock_timestamp() + make_interval(secs => least($2 * 2 ^ k.tries, 3600))
                 FROM due WHERE k.event_id = due.event_id AND k.job = due.job RETURNING k.event_id, k.job)
  SELECT e.id, t.job, e.payload, e.trace_id AS "traceId" FROM taken t JOIN outbox_event e ON e.id = t.event_id`);

const RELEASE = namedQuery('kept-job.release', 'UPDATE kept_job SET lease_until = clock_timestamp(), tries = greatest(tries - 1, 0) WHERE (event_id, job) IN (SELECT * FROM unnest($1::bigint[], $2::text[]))');

/** The same event makes the same job, however often it is added: a queue that still knows it takes no second one. */
export const eventJobId = (eventId: string, job: JobDefinition): string => `evt-${eventId}-${job.name.replaceAll('.', '-')}`;
const eventOf = (jobId: string | undefined): string | null => /^evt-(\d+)-/.exec(jobId ?? '')?.[1] ?? null;

/** Remembers jobs of events until they are done. Real time: queues live in it. */
@Injectable()
export class KeptJobsRepository {
  constructor(private readonly database: Database) {}

  /** In the transaction that marks the events as relayed. */
  async keep(jobs: readonly { readonly eventId: string; readonly job: JobDefinition; readonly delayMs?: number }[]): Promise<void> {
    const kept = jobs.filter(({ job }) => job.kept);
    if (kept.length > 0) await this.database.rows(KEEP, [kept.map((k) => k.eventId), kept.map((k) => k.job.name), kept.map((k) => LIMITS.sweep.leaseSeconds + (k.delayMs ?? 0) / 1000)]);
  }

  /** Forgets the job with this id, when it is one that is kept. */
  async done(job: JobDefinition, jobId: string | undefined): Promise<void> {
    const eventId = job.kept ? eventOf(jobId) : null;
    if (eventId) await this.database.transaction(() => this.database.rows(DONE, [eventId, job.name]));
  }

  /** The queue did not take them: they are due as before. */
  async release(jobs: readonly JobToAdd[]): Promise<void> {
    await this.database.transaction(() => this.database.rows(RELEASE, [jobs.map((j) => eventOf(j.id)), jobs.map((j) => j.job.name)]));
  }

  /** Jobs that should be done by now and are not: the queue has lost them, or is slow and knows them still. */
  async again(limit: number): Promise<JobToAdd[]> {
    const rows = await this.database.transaction(() => this.database.rows<{ id: string; job: string; payload: unknown; traceId: string }>(AGAIN, [limit, LIMITS.sweep.leaseSeconds]));
    return rows.flatMap(({ id, job: name, payload, traceId }) => {
      const job = definedJobs().find((j) => j.name === name);
      return job ? [{ job, id: eventJobId(id, job), data: payload, traceId }] : [];
    });
  }
}
