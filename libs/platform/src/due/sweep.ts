import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { LIMITS } from '@kaiku/kernel';
import { JobQueues, type JobToAdd } from '../jobs/job-queues';
import { JobRunner } from '../jobs/job-runner';
import { log } from '../observability/logger';
import { KeptJobsRepository } from '../outbox/kept-jobs.repository';
import { DUE_SOURCE, type DueBatchSource, type DueRow, type DueSource } from './due-source';

type Source = DueSource | DueBatchSource;

/** Named after a row that was claimed: a row claimed again makes a new job. */
const jobId = (source: Source, row: DueRow): string => `due-${source.job.name.replaceAll('.', '-')}-${row.id}-${row.fence}`;
const dataOf = ({ id, fence }: DueRow) => ({ id, fence });

function jobsOf(source: Source, rows: readonly DueRow[]): JobToAdd[] {
  if (!('together' in source)) return rows.map((row) => ({ job: source.job, id: jobId(source, row), data: dataOf(row), traceId: row.traceId }));
  const jobs: JobToAdd[] = [];
  for (let i = 0; i < rows.length; i += source.together) {
    const due = rows.slice(i, i + source.together);
    jobs.push({ job: source.job, id: jobId(source, due[0]!), data: { due: due.map(dataOf) } });
  }
  return jobs;
}

/**
 * A timer in each worker process, not a job: it must not live in the store it guards against. Turns due rows into jobs,
 * takes up rows whose lease ran out, and re-creates schedules that a flushed store has lost.
 */
@Injectable()
export class DueSweep implements OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly queues: JobQueues,
    private readonly runner: JobRunner,
    private readonly kept: KeptJobsRepository,
  ) {}

  sources(): readonly Source[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype }) => metatype && this.reflector.get(DUE_SOURCE, metatype))
      .map(({ instance }) => instance as Source);
  }

  start(): void {
    const tick = () => {
      if (this.stopped) return;
      this.running = this.turn().finally(() => {
        const jitter = (Math.random() - 0.5) * 0.2 * LIMITS.sweep.everyMs;
        if (!this.stopped) this.timer = setTimeout(tick, LIMITS.sweep.everyMs + jitter);
      });
    };
    tick();
  }

  /** One turn over every source; a source that fails does not stop the others. */
  async turn(): Promise<void> {
    for (const source of this.sources()) {
      try {
        for (;;) {
          const rows = await source.claim(LIMITS.sweep.batch);
          await this.hand(source, rows);
          if (rows.length < LIMITS.sweep.batch) break;
        }
      } catch (err) {
        log.warn({ err, job: source.job.name }, 'due rows could not be swept; they wait');
      }
    }
    await this.addKept().catch((err: unknown) => log.warn({ err }, 'jobs that a queue may have lost could not be added again; they wait'));
    await this.runner.keepSchedules().catch((err: unknown) => log.warn({ err }, 'schedules could not be kept'));
  }

  private async addKept(): Promise<void> {
    for (;;) {
      const jobs = await this.kept.again(LIMITS.sweep.batch);
      try {
        await this.queues.add(jobs);
      } catch (err) {
        await this.kept.release(jobs);
        throw err;
      }
      if (jobs.length < LIMITS.sweep.batch) return;
    }
  }

  private async hand(source: Source, rows: readonly DueRow[]): Promise<void> {
    try {
      await this.queues.add(jobsOf(source, rows));
    } catch (err) {
      await source.release?.(rows);
      throw err;
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
