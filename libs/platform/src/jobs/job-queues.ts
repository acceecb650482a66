import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { QUEUES, type JobDefinition, type QueueName } from '@kaiku/kernel';
import { log } from '../observability/logger';
import { currentTraceId } from '../observability/request-context';
import type { AnyQueue, JobBackend, JobData } from './backend';

export const JOB_BACKEND = Symbol('job backend');

export interface JobToAdd {
  readonly job: JobDefinition;
  /** Ids start with letters and hold no colon: BullMQ refuses integers and colons. */
  readonly id: string;
  readonly data: unknown;
  readonly traceId?: string;
  readonly delayMs?: number;
  /** 1 is first; a mail an agent waits for goes before bulk. */
  readonly priority?: number;
}

/** Adds jobs. Only the worker process has it: accepting work never needs the queue store. */
@Injectable()
export class JobQueues implements OnModuleDestroy {
  private readonly open = new Map<QueueName, AnyQueue>();

  constructor(@Inject(JOB_BACKEND) private readonly backend: JobBackend) {}

  get store(): 'postgres' | 'redis' {
    return this.backend.store;
  }

  queue(name: QueueName): AnyQueue {
    let queue = this.open.get(name);
    if (!queue) {
      queue = this.backend.queue(name);
      queue.on('error', (err) => log.warn({ err, queue: name }, 'queue store error'));
      this.open.set(name, queue);
    }
    return queue;
  }

  /** Adds jobs in as few calls as there are queues. An id already known is ignored by the store. */
  async add(jobs: readonly JobToAdd[]): Promise<void> {
    for (const name of QUEUES) {
      const mine = jobs.filter((j) => j.job.queue === name);
      if (mine.length === 0) continue;
      await this.queue(name).addBulk(
        mine.map((j) => ({
          name: j.job.name,
          data: { data: j.data, traceId: j.traceId ?? currentTraceId() } satisfies JobData,
          opts: {
            jobId: j.id,
            delay: j.delayMs,
            priority: j.priority,
            attempts: j.job.attempts,
            backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
            // Finished jobs are kept longer than the relay retries, so that a repeated id is still known.
            removeOnComplete: { age: 3600, count: 10_000 },
            removeOnFail: { age: 14 * 86_400 },
          },
        })),
      );
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.open.values()].map((q) => q.close()));
  }
}
