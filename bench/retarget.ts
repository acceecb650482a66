import { createHash, randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { loadConfig, PlatformModule } from '../libs/platform/src';
import { ChangeOpenClocksHandler, OpenClockChanges } from '../libs/deadlines/src/admin/jobs/change-open-clocks.job';
import { DeadlinesWorkerModule } from '../libs/deadlines/src/deadlines.worker.module';
import type { CalendarDefinition } from '../libs/deadlines/src/engine';
import type { Probe } from './deadline-engine';

const office = (from: string): CalendarDefinition => ({
  zone: 'Europe/Helsinki', always: false, weekly: ([1, 2, 3, 4, 5] as const).map((isoDay) => ({ isoDay, from, to: '17:00' })), days: [],
});

async function version(sql: Client, calendarId: string, n: number, definition: CalendarDefinition): Promise<string> {
  const id = randomUUID();
  const text = JSON.stringify(definition);
  await sql.query('INSERT INTO business_calendar_version (id, calendar_id, version, definition, sha256, effective_from, created_at) VALUES ($1, $2, $3, $4, $5, now(), now())', [id, calendarId, n, text, createHash('sha256').update(text).digest()]);
  await sql.query('UPDATE business_calendar SET version = $2 WHERE id = $1', [calendarId, n]);
  return id;
}

/** Running clocks that started through the last two days, each with its beginning and three timers. */
async function clocks(sql: Client, count: number, versionId: string): Promise<void> {
  const target = JSON.stringify({ unit: 'business_seconds', amount: 72_000, roll: 'none', retargetGraceMs: 0, pauseStatuses: [], bufferBusinessDays: 1, automaticAck: false, legal: false });
  const plan = JSON.stringify([{ step: 'half', at: { percent: 50 }, to: ['assignee'], critical: false }, { step: 'warn', at: { percent: 80 }, to: ['assignee'], critical: false }, { step: 'due', at: { percent: 100 }, to: ['assignee'], critical: false }]);
  await sql.query(
    `WITH made AS (SELECT uuidv7() AS id, date_trunc('milliseconds', now()) - interval '1 second' * (i % 172800) AS at FROM generate_series(1, $1::int) i),
      d AS (INSERT INTO deadline (id, subject_id, metric, cycle_no, calendar_version_id, target, plan, state, started_at, due_at, target_ms, kind, channel, priority, team_id, language, start_day, due_day, created_at, updated_at)
        SELECT id, uuidv7(), 'first_reply', 1, $2, $3::jsonb, $4::jsonb, 'running', at, at + interval '4 days', 72000000, 'question', 'email', 'normal', $2, 'fi', at::date, at::date + 4, at, at FROM made RETURNING id, started_at),
      e AS (INSERT INTO deadline_event (deadline_id, seq, type, at, recorded_at, payload) SELECT id, 1, 'start', started_at, started_at, jsonb_build_object('target', $3::jsonb, 'calendar', $2::text) FROM d)
    INSERT INTO deadline_reminder (id, deadline_id, generation, step, fire_at) SELECT uuidv7(), id, 1, s.step, started_at + s.after FROM d, (VALUES ('half', interval '2 days'), ('warn', interval '3 days'), ('due', interval '4 days')) s(step, after)`,
    [count, versionId, target, plan],
  );
}

/** The rows that a change has to write, as bare as can be: one statement for each table, with nothing computed. */
const BARE_CLOCKS = `
  UPDATE deadline SET due_at = due_at + interval '1 hour', warn_at = due_at, due_day = (due_at + interval '1 hour')::date, used_ms = used_ms + 1, generation = generation + 1, updated_at = now() WHERE state = 'running'`;
const BARE_REST = [
  `INSERT INTO deadline_event (deadline_id, seq, type, at, recorded_at, payload) SELECT id, 2, 'recalendar', now(), now(), '{}' FROM deadline`,
  `UPDATE deadline_reminder SET generation = generation + 1, fire_at = fire_at + interval '1 hour' WHERE state = 'scheduled'`,
];

type Round = Probe['rounds'][number];

/** Moves the same clocks by the desk and by bare statements, in turns, on a database that is theirs alone. */
export async function retarget(url: string, env: NodeJS.ProcessEnv, count: number, rounds: number): Promise<Probe[]> {
  const sql = new Client({ connectionString: url });
  await sql.connect();
  const app = await NestFactory.createApplicationContext({ module: class Bench {}, imports: [PlatformModule.for(loadConfig(env)), DeadlinesWorkerModule] }, { logger: false });
  try {
    const clocksAlone: Round[] = [];
    const allRows: Round[] = [];
    for (let n = 0; n < rounds; n++) {
      await scene(sql, count);
      await sql.query('BEGIN');
      const clocksMs = await timed(() => sql.query(BARE_CLOCKS));
      const restMs = await timed(async () => {
        for (const statement of BARE_REST) await sql.query(statement);
      });
      const commitMs = await timed(() => sql.query('COMMIT'));
      const calendarId = await scene(sql, count);
      const fresh = await version(sql, calendarId, 2, office('09:00'));
      const id = randomUUID();
      await sql.query(`INSERT INTO open_clock_change (id, kind, calendar_version_id, at, created_at) VALUES ($1, 'recalendar', $2, now(), now())`, [id, fresh]);
      const [row] = await app.get(OpenClockChanges, { strict: false }).claim(1);
      const mineMs = await timed(() => app.get(ChangeOpenClocksHandler, { strict: false }).run({ id, fence: row!.fence }));
      const left = await sql.query<{ n: number }>('SELECT count(*)::int AS n FROM deadline WHERE calendar_version_id <> $1', [fresh]);
      if (left.rows[0]!.n > 0) throw new Error(`${left.rows[0]!.n} clocks were not moved`);
      const mine = (count * 1000) / mineMs;
      clocksAlone.push({ mine, bare: (count * 1000) / (clocksMs + commitMs) });
      allRows.push({ mine, bare: (count * 1000) / (clocksMs + restMs + commitMs) });
    }
    const words = `${count.toLocaleString('en')} running clocks after a change of their calendar, computed and written with their events and timers`;
    return [
      { name: 'retarget', words: `${words} (yardstick: a bare UPDATE of the clocks alone)`, unit: 'clocks/s', goal: 0.33, rounds: clocksAlone },
      { name: 'retarget', words: `The same (yardstick: bare statements that write all of these rows)`, unit: 'clocks/s', goal: 0.33, rounds: allRows },
    ];
  } finally {
    await app.close();
    await sql.end();
  }
}

/** Clocks as after a seed: nothing of an earlier turn is left. @returns their calendar */
async function scene(sql: Client, count: number): Promise<string> {
  await sql.query('TRUNCATE deadline, deadline_event, deadline_reminder, open_clock_change, outbox_event CASCADE');
  const calendarId = randomUUID();
  await sql.query('INSERT INTO business_calendar (id, name, is_default, version, created_at) VALUES ($1, $2, false, 1, now())', [calendarId, `bench ${calendarId}`]);
  await clocks(sql, count, await version(sql, calendarId, 1, office('08:00')));
  await sql.query('VACUUM ANALYZE deadline, deadline_event, deadline_reminder');
  await sql.query('CHECKPOINT');
  return calendarId;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
