import { createPostgresBackend, Queue, runMigrations, Worker, type Job, type JobsOptions, type QueueOptions, type WorkerOptions } from 'bullmq';
import { Cluster } from 'ioredis';
import { Client, type Pool } from 'pg';
import type { QueueName } from '@kaiku/kernel';
import type { Config } from '../config/config';
import type { RedisAddress } from '../config/redis-address';
import { createPool } from '../database/pools';

export type JobData = { readonly data: unknown; readonly traceId: string };
export type AnyQueue = Pick<Queue<JobData>, 'addBulk' | 'getJobCounts' | 'upsertJobScheduler' | 'getJobSchedulers' | 'removeJobScheduler' | 'close' | 'on' | 'waitUntilReady' | 'getFailed' | 'obliterate'>;
export type AnyWorker = Pick<Worker<JobData>, 'on' | 'close' | 'run' | 'isRunning'>;
export type { Job, JobsOptions };

/** Makes queues and workers on the chosen store. This is the only file that knows which one it is. */
export interface JobBackend {
  readonly store: 'postgres' | 'redis';
  queue(name: QueueName): AnyQueue;
  worker(name: QueueName, run: (job: Job<JobData>) => Promise<unknown>, options: { concurrency: number; limiter?: WorkerOptions['limiter'] }): AnyWorker;
  close(): Promise<void>;
}

// A killed worker's job is taken over within 15 s, not BullMQ's 60 s.
const TAKE_OVER = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 3, autorun: false } as const;

export function createBackend(config: Config): JobBackend {
  return config.queues.store === 'redis' ? redisBackend(config.queues) : postgresBackend(config.database.url);
}

function redisBackend({ url, address }: { url: string; address: RedisAddress }): JobBackend {
  const clusters: Cluster[] = [];
  // A Cluster keeps the keys of a queue on one node when they share what stands in braces.
  const prefix = address.kind === 'cluster' ? '{kaiku}' : 'kaiku';
  const retryStrategy = (times: number) => Math.min(times * 200, 5_000);
  const { username, password, master, db } = address;
  const account = { ...(username ? { username } : {}), ...(password ? { password } : {}), ...(address.tls ? { tls: {} } : {}) };
  const connection = (extra: { maxRetriesPerRequest: number | null; enableOfflineQueue?: boolean }): QueueOptions['connection'] => {
    if (address.kind === 'single') return { url, ...extra, retryStrategy };
    if (address.kind === 'sentinel') return { sentinels: [...address.hosts], name: master!, db, ...account, enableTLSForSentinelMode: address.tls, ...extra, retryStrategy };
    const { enableOfflineQueue = true, maxRetriesPerRequest } = extra;
    const cluster = new Cluster([...address.hosts], { clusterRetryStrategy: retryStrategy, enableOfflineQueue, redisOptions: { ...account, maxRetriesPerRequest } });
    clusters.push(cluster);
    return cluster;
  };
  return {
    store: 'redis',
    // A producer fails fast: the relay keeps the row and tries again.
    queue: (name) => new Queue<JobData>(name, { prefix, connection: connection({ maxRetriesPerRequest: 1, enableOfflineQueue: false }) }),
    worker: (name, run, options) => new Worker<JobData>(name, run, { ...TAKE_OVER, ...options, prefix, connection: connection({ maxRetriesPerRequest: null }) }),
    // BullMQ ends the connections that it has made itself.
    close: async () => clusters.forEach((cluster) => cluster.disconnect()),
  };
}

function postgresBackend(url: string): JobBackend {
  // One shared pool for all queues of the process: each would otherwise open its own.
  const pool: Pool = createPool(url, 'jobs', 24, { options: '-c role=kaiku_app -c timezone=UTC -c search_path=bullmq' });
  const connection = pool as unknown as NonNullable<ConstructorParameters<typeof Queue>[1]>['connection'];
  const factory = createPostgresBackend as never;
  return {
    store: 'postgres',
    queue: (name) => new Queue<JobData>(name, { connection }, factory),
    worker: (name, run, options) => new Worker<JobData>(name, run, { ...TAKE_OVER, ...options, connection }, factory),
    close: () => pool.end(),
  };
}

/** Creates or updates the tables of BullMQ's Postgres backend, as the owner role; part of every migration, whichever store is used. */
export async function migrateQueueTables(url: string): Promise<void> {
  const client = new Client({ connectionString: url, options: '-c role=kaiku_owner', connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    await runMigrations(client as never, 'bullmq');
    await client.query(`
      -- CREATE, because it makes a sequence for each queue when the first job comes.
      GRANT USAGE, CREATE ON SCHEMA bullmq TO kaiku_app;
      GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA bullmq TO kaiku_app;
      GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO kaiku_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO kaiku_app;`);
  } finally {
    await client.end();
  }
}
