import type { z } from 'zod';
import type { EventDefinition } from './events';

/** Queues are named for what people call them; a flood in one never delays another. */
export type QueueName = 'replies' | 'intake' | 'deadline-reminders' | 'survey-dispatch' | 'notifications' | 'notice-delivery' | 'upkeep';
export const QUEUES: readonly QueueName[] = ['replies', 'intake', 'deadline-reminders', 'survey-dispatch', 'notifications', 'notice-delivery', 'upkeep'];

/** Ids and a trace id, never names, addresses or text. */
export interface JobDefinition<T = unknown> {
  readonly name: string;
  readonly queue: QueueName;
  readonly schema: z.ZodType<T>;
  /** Attempts with exponential back-off before the job stands as failed. */
  readonly attempts: number;
  /** When set, the relay makes one such job for each event of this kind. */
  readonly on?: EventDefinition<T>;
  /** Of an event's job that no row of its own is found by: it is remembered until it is done, so that a lost queue loses none. */
  readonly kept?: true;
  /** Of an event's job: the business time before which it need not run. The row stays the promise; this only times the wake-up. */
  notBefore?(data: T): Date;
  /** When set, the worker runs it every so many milliseconds. */
  readonly everyMs?: number;
}

export type JobOutcome = 'done' | `skipped: ${string}`;

/** One class per job; its `run` may be called twice with the same data and must do the thing once. */
export interface JobHandler<T> {
  run(data: T): Promise<JobOutcome>;
}

const defined = new Map<string, JobDefinition>();

export function defineJob<T>(definition: Omit<JobDefinition<T>, 'attempts'> & { attempts?: number }): JobDefinition<T> {
  if (defined.has(definition.name)) throw new Error(`job ${definition.name} is defined twice`);
  const job: JobDefinition<T> = { attempts: 8, ...definition };
  defined.set(job.name, job as JobDefinition);
  return job;
}

export const definedJobs = (): readonly JobDefinition[] => [...defined.values()];
