// Storms with three thousand reminders and a queue store that is away for a minute.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import { FireReminder } from '@kaiku/deadlines';
import { JobQueues, createBackend } from '@kaiku/platform';
import { testConfig } from '@kaiku/testing';
import { Desk, eventually, stores } from '../support/desk';
import { freePort } from '../support/ports';
import { dueReminders, endSessions, toldSoFar } from '../support/reminder-storm';

/** A short form for every run; `npm run chaos` makes it the full one. */
const FULL = Boolean(process.env.KAIKU_CHAOS);
const REMINDERS = FULL ? 3000 : 300;
const OVER_SECONDS = FULL ? 25 : 10;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const say = (text: string) => process.stderr.write(`${text}\n`);

/** A small seeded generator, so that a run can be repeated with SEED=. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}

describe.each(stores)('jobs@%s reminders in a storm', (store) => {
  let desk: Desk;
  let second: ChildProcess;
  let office: TestingModule | undefined;
  let kills = 0;
  let flushes = 0;
  let doubled = 0;
  beforeAll(async () => {
    // Two workers, and no mail.
    desk = await Desk.start({ store, api: false, env: { KAIKU_SMTP_PORT: 'off' } });
    second = desk.worker!;
    await desk.startWorker();
  }, 120_000);
  afterAll(async () => {
    await office?.close();
    await desk.stop();
  });

  /** What is on its way is put there once more under other ids and in other company, as a confused relay would. */
  async function enqueueAgain(queues: JobQueues): Promise<void> {
    const rows = await desk.db.sql<{ id: string; fence: number }>(`SELECT id, fence FROM deadline_reminder WHERE state IN ('claimed', 'fired') AND fence > 0 ORDER BY random() LIMIT ${REMINDERS / 10}`);
    if (rows.length === 0) return;
    doubled += rows.length;
    await queues.add(rows.map(({ id, fence }, i) => ({ job: FireReminder, id: `again-${i}-${doubled}-${id}`, data: { due: [{ id, fence }, ...rows.slice(0, 5)] } })));
  }

  /**
   * Every worker is killed and the queue store emptied while reminders are taken and none of them can be told, because their clocks are
   * held: nothing but the rows knows of them any more.
   */
  async function loseWhatIsTaken(): Promise<void> {
    const holder = new Client({ connectionString: desk.db.url });
    await holder.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT id FROM deadline FOR UPDATE');
      await eventually('reminders to be taken', async () => (await desk.db.sql(`SELECT id FROM deadline_reminder WHERE state = 'claimed' LIMIT 1`)).length > 0, 20_000);
      await Promise.all([desk.worker!, second].map((worker) => desk.kill(worker)));
      await desk.flushQueues();
    } finally {
      await holder.end();
    }
    kills += 2;
    flushes++;
    await desk.startWorker();
    second = desk.worker!;
    await desk.startWorker();
  }

  test(`F10 F11 ${REMINDERS} reminders while the queue store is emptied, workers are killed, sessions ended and jobs doubled: each told once, none more than a minute late`, async () => {
    say(`SEED=${SEED}`);
    const next = random(SEED);
    const env = desk.queueSettings();
    office = await Test.createTestingModule({ providers: [{ provide: JobQueues, useFactory: () => new JobQueues(createBackend(testConfig(desk.db.url, env))) }] }).compile();
    const queues = office.get(JobQueues);
    await dueReminders(desk.db, REMINDERS, 2 * OVER_SECONDS);
    await loseWhatIsTaken();
    const ends = Date.now() + OVER_SECONDS * 1000;
    while (Date.now() < ends) {
      const at = Date.now() + 700 + next() * 1500;
      await eventually('the next blow', async () => Date.now() >= at, 10_000);
      await desk.flushQueues();
      flushes++;
      await enqueueAgain(queues);
      if (store === 'postgres') await endSessions(desk.db);
      if (next() < 0.4) {
        const victim = next() < 0.5 ? desk.worker! : second;
        if (victim === second) second = desk.worker!;
        await desk.kill(victim);
        kills++;
        await desk.startWorker();
      }
    }
    await eventually('every reminder to be told', async () => (await toldSoFar(desk.db)).fired === REMINDERS, 90_000);
    const told = await toldSoFar(desk.db);
    say(`jobs@${store}: ${told.fired} of ${REMINDERS} told, ${told.events - told.different} twice, at most ${told.worst.toFixed(1)} s late; ${flushes} flushes, ${kills} kills, ${doubled} jobs doubled`);
    expect(told).toMatchObject({ fired: REMINDERS, events: REMINDERS, different: REMINDERS });
    expect(told.worst).toBeLessThanOrEqual(60);
  }, 400_000);
});

const ownRedis = process.env.KAIKU_TEST_REDIS_OWN ? describe : describe.skip;
ownRedis('jobs@redis reminders without a queue store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-redis-'));
  let port: number;
  let redis: ChildProcess;
  let desk: Desk;
  const startRedis = async (): Promise<void> => {
    redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(redis.stdout!, 'data');
  };
  beforeAll(async () => {
    port = await freePort();
    await startRedis();
    desk = await Desk.start({ store: 'redis', api: false, env: { REDIS_URL: `redis://127.0.0.1:${port}/0` } });
  }, 120_000);
  afterAll(async () => {
    await desk.stop();
    redis.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(FULL ? [3, 12, 60] : [12])('F12 killed for %s seconds and started empty: nothing is lost, and the workers are back within 15 seconds', async (seconds) => {
    await desk.db.sql('TRUNCATE deadline, deadline_event, deadline_reminder, outbox_event CASCADE');
    const gone = once(redis, 'exit');
    redis.kill('SIGKILL');
    await gone;
    await dueReminders(desk.db, REMINDERS, 1);
    const until = Date.now() + seconds * 1000;
    await eventually('the time without a queue store', async () => Date.now() >= until, seconds * 1000 + 10_000);
    expect((await toldSoFar(desk.db)).fired).toBe(0);
    await startRedis();
    const back = Date.now();
    await eventually('the workers to be back', async () => (await toldSoFar(desk.db)).fired > 0, 15_000);
    await eventually('every reminder to be told', async () => (await toldSoFar(desk.db)).fired === REMINDERS, 60_000);
    const told = await toldSoFar(desk.db);
    say(`jobs@redis: down for ${seconds} s, all ${told.fired} told ${((Date.now() - back) / 1000).toFixed(1)} s after it was back`);
    expect(told).toMatchObject({ fired: REMINDERS, events: REMINDERS, different: REMINDERS });
  }, 200_000);
});
