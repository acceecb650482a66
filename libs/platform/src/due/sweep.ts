import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { LIMITS } from '@kaiku/kernel';
import { JobQueues } from '../jobs/job-queues';
import { JobRunner } from '../jobs/job-runner';
import { log } from '../observability/logger';
import { KeptJobsRepository } from '../outbox/kept-jobs.repository';
import { DUE_SOURCE, type DueRow, type DueSource } from './due-source';

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

  sources(): readonly DueSource[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype }) => metatype && this.reflector.get(DUE_SOURCE, metatype))
      .map(({ instance }) => instance as DueSource);
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

  private async hand(source: DueSource, rows: readonly DueRow[]): Promise<void> {
    try {
      await this.queues.add(rows.map((row) => ({ job: source.job, id: `due-${source.job.name.replaceAll('.', '-')}-${row.id}-${row.fence}`, data: { id: row.id, fence: row.fence }, traceId: row.traceId })));
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
