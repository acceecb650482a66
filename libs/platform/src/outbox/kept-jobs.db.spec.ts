import { defineEvent, defineJob, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { openBench, type TestBench } from '@kaiku/testing';
import { Injectable } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, Reflector } from '@nestjs/core';
import { z } from 'zod';
import { Database } from '../database/database';
import { DueSweep } from '../due/sweep';
import type { JobBackend, JobData } from '../jobs/backend';
import { JobQueues } from '../jobs/job-queues';
import { JobRunner } from '../jobs/job-runner';
import { Handles } from '../jobs/registry';
import { PlatformUpkeepHandler } from '../jobs/upkeep.job';
import { UpkeepRepository } from '../jobs/upkeep.repository';
import { Metrics } from '../observability/metrics';
import { KeptJobsRepository } from './kept-jobs.repository';
import { Outbox } from './outbox';
import { OutboxRelay } from './relay';

const Happened = defineEvent('test.happened.v1', z.object({ n: z.number() }));
const Kept = defineJob({ name: 'test.kept', queue: 'upkeep', schema: Happened.schema, on: Happened, kept: true });
const Loose = defineJob({ name: 'test.loose', queue: 'upkeep', schema: Happened.schema, on: Happened });

let fails = false;
@Handles(Kept)
@Injectable()
class KeptHandler implements JobHandler<{ n: number }> {
  async run(): Promise<JobOutcome> {
    if (fails) throw new Error('not now');
    return 'done';
  }
}
@Handles(Loose)
@Injectable()
class LooseHandler implements JobHandler<{ n: number }> {
  async run(): Promise<JobOutcome> {
    return 'done';
  }
}

/** Stands for the queue store: what it is given is looked at, and whether it keeps it is what must not matter. */
const store = {
  taken: [] as { name: string; id: string; data: JobData }[],
  down: false,
  async addBulk(jobs: { name: string; data: JobData; opts?: { jobId?: string } }[]) {
    if (store.down) throw new Error('the queue store is down');
    store.taken.push(...jobs.map(({ name, data, opts }) => ({ name, data, id: opts!.jobId! })));
    return [];
  },
  async getJobSchedulers() {
    return [];
  },
  async upsertJobScheduler() {},
  on() {},
};
const backend = { store: 'postgres', queue: () => store } as unknown as JobBackend;

let bench: TestBench;
let relay: OutboxRelay;
let runner: JobRunner;
let sweep: DueSweep;
beforeAll(async () => {
  bench = await openBench({ imports: [DiscoveryModule], providers: [KeptHandler, LooseHandler, UpkeepRepository, PlatformUpkeepHandler] });
  const [database, queues, discovery, reflector] = [bench.get(Database), new JobQueues(backend), bench.get(DiscoveryService, { strict: false }), bench.get(Reflector)];
  const kept = new KeptJobsRepository(database);
  relay = new OutboxRelay(database, queues, kept, bench.clock);
  runner = new JobRunner(backend, queues, discovery, reflector, bench.get(Metrics), kept);
  runner.collect();
  sweep = new DueSweep(discovery, reflector, queues, runner, kept);
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  fails = false;
  store.down = false;
  store.taken.length = 0;
});

const happen = () => bench.get(Database).transaction(() => bench.get(Outbox).publish(Happened, { n: 7 }));
const run = ({ name, id, data }: (typeof store.taken)[number]) => runner.run({ name, id, data });
const kept = () => bench.db.sql<{ job: string; tries: number }>('SELECT job, tries FROM kept_job');
const leasesEnd = () => bench.db.sql(`UPDATE kept_job SET lease_until = now() - interval '1 second'`);
const mine = () => store.taken.filter((job) => job.name === 'test.kept');

test('a kept job is remembered until it is done; others are not', async () => {
  await happen();
  await relay.turn();
  expect(store.taken.map((job) => job.name).toSorted()).toEqual(['test.kept', 'test.loose']);
  expect(await kept()).toEqual([{ job: 'test.kept', tries: 0 }]);
  await sweep.turn();
  expect(mine()).toHaveLength(1);
  for (const job of store.taken) expect(await run(job)).toBe('done');
  expect(await kept()).toEqual([]);
});

test('what a flushed queue has lost is added again under the same id, with longer and longer pauses, until it is done', async () => {
  await happen();
  await relay.turn();
  for (let i = 1; i <= 3; i++) {
    await leasesEnd();
    await sweep.turn();
    await sweep.turn();
    expect(await kept()).toEqual([{ job: 'test.kept', tries: i }]);
  }
  expect(mine()).toHaveLength(4);
  expect(new Set(mine().map((j) => j.id)).size).toBe(1);
  expect(mine()[3]!.data.data).toEqual({ n: 7 });
  const [{ pause }] = (await bench.db.sql<{ pause: number }>('SELECT extract(epoch FROM lease_until - now())::float AS pause FROM kept_job')) as [{ pause: number }];
  expect(pause).toBeGreaterThan(100);
  await run(mine()[3]!);
  expect(await kept()).toEqual([]);
  await leasesEnd();
  await sweep.turn();
  expect(mine()).toHaveLength(4);
});

test('a job that failed is not forgotten', async () => {
  await happen();
  await relay.turn();
  fails = true;
  await expect(run(mine()[0]!)).rejects.toThrow('not now');
  expect(await kept()).toHaveLength(1);
});

test('a queue store that is down costs no pause', async () => {
  await happen();
  await relay.turn();
  await leasesEnd();
  store.down = true;
  await sweep.turn();
  expect(await kept()).toEqual([{ job: 'test.kept', tries: 0 }]);
  store.down = false;
  await sweep.turn();
  expect(mine()).toHaveLength(2);
});

test('it goes with its event', async () => {
  await happen();
  await relay.turn();
  await bench.db.sql('DELETE FROM outbox_event');
  expect(await kept()).toEqual([]);
});
