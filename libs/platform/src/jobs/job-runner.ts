import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { UnrecoverableError } from 'bullmq';
import { definedJobs, QUEUES, type JobDefinition, type JobHandler, type JobOutcome, type QueueName } from '@kaiku/kernel';
import { log } from '../observability/logger';
import { Metrics } from '../observability/metrics';
import { newTraceId, runInContext } from '../observability/request-context';
import type { AnyWorker, Job, JobBackend, JobData } from './backend';
import { JOB_BACKEND, JobQueues } from './job-queues';
import { KeptJobsRepository } from '../outbox/kept-jobs.repository';
import { HANDLES } from './registry';

const CONCURRENCY: Record<QueueName, number> = { replies: 10, intake: 4, 'deadline-reminders': 8, 'survey-dispatch': 10, notifications: 8, 'notice-delivery': 8, upkeep: 2 };

/** Runs each job with its one handler; says what came of it; refuses to start when a job has none or two. */
@Injectable()
export class JobRunner implements OnModuleDestroy {
  private readonly workers: AnyWorker[] = [];
  private handlers = new Map<string, JobHandler<unknown>>();

  constructor(
    @Inject(JOB_BACKEND) private readonly backend: JobBackend,
    private readonly queues: JobQueues,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly metrics: Metrics,
    private readonly kept: KeptJobsRepository,
  ) {}

  /** Handlers by job name. Throws, naming the jobs, unless each defined job has exactly one. */
  collect(): ReadonlyMap<string, JobHandler<unknown>> {
    const found = new Map<string, JobHandler<unknown>[]>();
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const name = metatype && this.reflector.get<string | undefined>(HANDLES, metatype);
      if (name) found.set(name, [...(found.get(name) ?? []), instance as JobHandler<unknown>]);
    }
    const wrong = definedJobs().filter((job) => found.get(job.name)?.length !== 1).map((job) => `${job.name} has ${found.get(job.name)?.length ?? 0} handlers`);
    if (wrong.length > 0) throw new Error(`each job needs exactly one handler: ${wrong.join('; ')}`);
    this.handlers = new Map([...found].map(([name, [handler]]) => [name, handler!]));
    return this.handlers;
  }

  async start(): Promise<void> {
    this.collect();
    for (const name of QUEUES) {
      const worker = this.backend.worker(name, (job) => this.run(job), { concurrency: CONCURRENCY[name] });
      worker.on('error', (err) => log.warn({ err, queue: name }, 'worker error'));
      void worker.run();
      this.workers.push(worker);
    }
    await this.keepSchedules();
  }

  /** Re-creates the schedules of recurring jobs and removes those nobody declares; the sweep calls it again and again. */
  async keepSchedules(): Promise<void> {
    for (const name of QUEUES) {
      const wanted = definedJobs().filter((j) => j.queue === name && j.everyMs);
      const queue = this.queues.queue(name);
      for (const { key } of await queue.getJobSchedulers()) if (!wanted.some((j) => j.name === key)) await queue.removeJobScheduler(key);
      for (const job of wanted) {
        await queue.upsertJobScheduler(job.name, { every: job.everyMs! }, { name: job.name, data: { data: {}, traceId: newTraceId() }, opts: { removeOnComplete: { count: 10 }, removeOnFail: { age: 86_400 } } });
      }
    }
  }

  /** Parses, runs, and logs one line: job, outcome, milliseconds. */
  async run(job: Pick<Job<JobData>, 'name' | 'data' | 'id'>): Promise<JobOutcome> {
    const definition: JobDefinition | undefined = definedJobs().find((j) => j.name === job.name);
    const handler = this.handlers.get(job.name);
    if (!definition || !handler) throw new UnrecoverableError(`no handler for job ${job.name}`);
    const parsed = definition.schema.safeParse(job.data.data);
    if (!parsed.success) throw new UnrecoverableError(`data of job ${job.name} do not fit its schema`);
    return runInContext({ traceId: job.data.traceId, operation: job.name }, async () => {
      const began = performance.now();
      let outcome: string = 'failed';
      try {
        outcome = await handler.run(parsed.data);
        // Not forgotten is done once more, later, and finds nothing to do.
        await this.kept.done(definition, job.id).catch((err: unknown) => log.warn({ err, job: job.name }, 'a job that is done could not be forgotten'));
        return outcome as JobOutcome;
      } catch (err) {
        log.error({ err, job: job.name, jobId: job.id }, 'job failed');
        throw err;
      } finally {
        const ms = Math.round(performance.now() - began);
        this.metrics.jobs.observe({ job: job.name, outcome: outcome.split(':')[0]! }, ms / 1000);
        log.info({ job: job.name, jobId: job.id, outcome, ms }, 'job');
      }
    });
  }

  /** Running jobs are finished first. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.workers.map((w) => w.close()));
  }
}
