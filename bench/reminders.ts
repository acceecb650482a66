import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort, start } from './processes';

/** How long after their time reminders were told, in seconds. */
export interface Lateness {
  readonly name: 'reminders@postgres' | 'reminders@redis';
  readonly words: string;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly aim: number;
}

const ROOT = join(__dirname, '..', '..');
const WORKER = join(__dirname, '..', 'apps/worker/src/main.js');

/** All due in the same second of the minute to come. Each clock is what its one event makes of it: the audit puts right whatever is not. */
async function schedule(sql: Client, count: number): Promise<void> {
  await sql.query('TRUNCATE deadline, deadline_event, deadline_reminder, outbox_event CASCADE');
  const target = JSON.stringify({ unit: 'calendar_seconds', amount: 86_400, roll: 'none', retargetGraceMs: 0, pauseStatuses: [], automaticAck: false, legal: false });
  const plan = JSON.stringify([{ step: 'warn', at: { percent: 80 }, to: ['assignee'], critical: false }]);
  await sql.query(
    `WITH made AS (SELECT uuidv7() AS id, date_trunc('milliseconds', now()) AS at FROM generate_series(1, $1::int)),
      d AS (INSERT INTO deadline (id, subject_id, metric, cycle_no, target, plan, state, started_at, due_at, target_ms, kind, channel, priority, team_id, language, start_day, due_day, created_at, updated_at)
        SELECT id, uuidv7(), 'first_reply', 1, $2::jsonb, $3::jsonb, 'running', at, at + interval '1 day', 86400000, 'question', 'email', 'normal', uuidv7(), 'fi', current_date, current_date + 1, at, at FROM made),
      e AS (INSERT INTO deadline_event (deadline_id, seq, type, at, recorded_at, payload)
        SELECT id, 1, 'start', at, at, jsonb_build_object('target', $2::jsonb, 'calendar', (SELECT id FROM business_calendar_version LIMIT 1)) FROM made)
    INSERT INTO deadline_reminder (id, deadline_id, generation, step, fire_at) SELECT uuidv7(), id, 1, 'warn', now() + interval '10 seconds' FROM made`,
    [count, target, plan],
  );
  await sql.query('VACUUM ANALYZE deadline, deadline_reminder');
}

async function withWorker(url: string, env: NodeJS.ProcessEnv, count: number, name: Lateness['name']): Promise<Lateness> {
  const sql = new Client({ connectionString: url });
  await sql.connect();
  const port = await freePort();
  // Its start brings the calendar that the clocks go by.
  const worker = await start([WORKER], { ...env, KAIKU_METRICS_PORT: String(port) }, port, '/health/ready', join(tmpdir(), `kaiku-bench-${name}.log`), ROOT);
  try {
    await schedule(sql, count);
    const until = Date.now() + 180_000;
    for (;;) {
      const { rows } = await sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM deadline_reminder WHERE state <> 'fired'`);
      if (rows[0]!.n === 0) break;
      if (Date.now() > until) throw new Error(`${rows[0]!.n} of ${count} reminders were not told in three minutes`);
      await pause(500);
    }
    const { rows } = await sql.query<{ p50: number; p99: number; worst: number }>(`
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY late)::float8 AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY late)::float8 AS p99, max(late)::float8 AS worst
      FROM (SELECT extract(epoch FROM fired_at - fire_at)::float8 AS late FROM deadline_reminder) l`);
    const shown = (seconds: number): number => Number(seconds.toFixed(1));
    const { p50, p99, worst } = rows[0]!;
    return { name, words: `${count.toLocaleString('en')} reminders due in the same second, jobs on ${name.split('@')[1]}, one worker, all told`, p50: shown(p50), p99: shown(p99), worst: shown(worst), aim: 15 };
  } finally {
    await worker.stop();
    await sql.end();
  }
}

/** On the built-in queue store, and on Redis where there is a redis-server. */
export async function reminders(url: string, env: NodeJS.ProcessEnv, count: number): Promise<Lateness[]> {
  const measured = [await withWorker(url, { ...env, KAIKU_QUEUES: 'postgres' }, count, 'reminders@postgres')];
  if (spawnSync('redis-server', ['--version']).status !== 0) return measured;
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-bench-redis-'));
  const port = await freePort();
  const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await once(redis.stdout, 'data');
    return [...measured, await withWorker(url, { ...env, KAIKU_QUEUES: 'redis', REDIS_URL: `redis://127.0.0.1:${port}/0` }, count, 'reminders@redis')];
  } finally {
    redis.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
