import { newId } from '@kaiku/kernel';
import type { TestDatabase } from '@kaiku/testing';

/**
 * Reminders that come due within the next seconds of real time, each of a clock of its own that runs for another day. Each clock is what
 * its one event makes of it: an emptied queue store brings the nightly audit at once, which puts right whatever is not.
 */
export async function dueReminders(db: TestDatabase, count: number, overSeconds: number): Promise<void> {
  const team = newId();
  const target = JSON.stringify({ unit: 'calendar_seconds', amount: 86_400, roll: 'none', retargetGraceMs: 0, pauseStatuses: [], automaticAck: false, legal: false });
  const plan = JSON.stringify([{ step: 'warn', at: { percent: 80 }, to: ['assignee'], critical: false }]);
  await db.sql(
    `WITH made AS (SELECT gen_random_uuid() AS id, gen_random_uuid() AS subject, date_trunc('milliseconds', now()) AS at, i FROM generate_series(1, $1::int) i),
      d AS (INSERT INTO deadline (id, subject_id, metric, cycle_no, target, plan, state, started_at, due_at, target_ms, kind, channel, priority, team_id, language, start_day, due_day, created_at, updated_at)
        SELECT id, subject, 'first_reply', 1, $2::jsonb, $3::jsonb, 'running', at, at + interval '1 day', 86400000, 'question', 'email', 'normal', $4, 'fi', current_date, current_date + 1, at, at FROM made),
      e AS (INSERT INTO deadline_event (deadline_id, seq, type, at, recorded_at, payload)
        SELECT id, 1, 'start', at, at, jsonb_build_object('target', $2::jsonb, 'calendar', (SELECT id FROM business_calendar_version LIMIT 1)) FROM made)
    INSERT INTO deadline_reminder (id, deadline_id, generation, step, fire_at) SELECT gen_random_uuid(), id, 1, 'warn', now() + interval '1 second' * ($5::float8 * i / $1::int) FROM made`,
    [count, target, plan, team, overSeconds],
  );
}

export interface Told {
  readonly fired: number;
  /** Events that were published, and different reminders among them. */
  readonly events: number;
  readonly different: number;
  /** Seconds from the due instant to the telling. */
  readonly worst: number;
  readonly p99: number;
}

export async function toldSoFar(db: TestDatabase): Promise<Told> {
  const [told] = await db.sql<Told>(`
    SELECT (SELECT count(*)::int FROM deadline_reminder WHERE state = 'fired') AS fired,
      (SELECT count(*)::int FROM outbox_event WHERE name = 'deadline.reminder_fired.v1') AS events,
      (SELECT count(DISTINCT payload->>'reminderId')::int FROM outbox_event WHERE name = 'deadline.reminder_fired.v1') AS different,
      (SELECT coalesce(max(extract(epoch FROM fired_at - fire_at)), 0)::float8 FROM deadline_reminder WHERE state = 'fired') AS worst,
      (SELECT coalesce(percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM fired_at - fire_at)), 0)::float8 FROM deadline_reminder WHERE state = 'fired') AS p99`);
  return told!;
}

/** Every session of the programs, as a restarted database would end them. The test's own is spared. */
export const endSessions = (db: TestDatabase): Promise<unknown[]> =>
  db.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'kaiku%' AND pid <> pg_backend_pid()`);
