import { Global, Module, Inject, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '../config/config';
import { DueSweep } from '../due/sweep';
import { KeptJobsRepository } from '../outbox/kept-jobs.repository';
import { OutboxRelay } from '../outbox/relay';
import { createBackend, type JobBackend } from './backend';
import { JOB_BACKEND, JobQueues } from './job-queues';
import { JobRunner } from './job-runner';
import { PlatformUpkeepHandler } from './upkeep.job';
import { UpkeepRepository } from './upkeep.repository';

/** Queues, workers, relay and sweep; imported by the worker only. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [{ provide: JOB_BACKEND, inject: [Config], useFactory: createBackend }, JobQueues, JobRunner, OutboxRelay, KeptJobsRepository, DueSweep, UpkeepRepository, PlatformUpkeepHandler],
  exports: [JobQueues, JobRunner, OutboxRelay, DueSweep],
})
export class JobsModule implements OnApplicationShutdown {
  constructor(@Inject(JOB_BACKEND) private readonly backend: JobBackend) {}
  /** After the queues and workers that use it are closed. */
  async onApplicationShutdown(): Promise<void> {
    await this.backend.close();
  }
}
