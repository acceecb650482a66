import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Database, namedQuery, type DueRow } from '@kaiku/platform';
import type { ReminderStep } from './policy';
import type { TimerRow } from './writing.rules';

const LEASE = `clock_timestamp() + interval '${LIMITS.sweep.leaseSeconds} seconds'`;

// Leases are held by processes, which live in real time; what is due is due by business time.
const CLAIM = namedQuery('deadlines.claim-reminders', `
  WITH due AS (SELECT id FROM deadline_reminder WHERE state = 'scheduled' AND fire_at <= $1 ORDER BY fire_at, id LIMIT $2 FOR UPDATE SKIP LOCKED),
    lost AS (SELECT id FROM deadline_reminder WHERE state = 'claimed' AND lease_until < clock_timestamp() ORDER BY lease_until LIMIT $2 FOR UPDATE SKIP LOCKED)
  UPDATE deadline_reminder SET state = 'claimed', fence = fence + 1, lease_until = ${LEASE} WHERE id IN (SELECT id FROM due UNION ALL SELECT id FROM lost)
  RETURNING id, fence`);
const RELEASE = namedQuery('deadlines.release-reminders', `
  UPDATE deadline_reminder r SET state = 'scheduled', lease_until = NULL FROM unnest($1::uuid[], $2::integer[]) AS c(id, fence) WHERE r.id = c.id AND r.fence = c.fence AND r.state = 'claimed'`);
// The clock is locked first: an answer that is being written is waited for, and then there is nothing to fire. After an outage only the
// last step that has passed is told. A job whose row was claimed again may still tell it: telling is this one transaction, so whichever
// comes first does it and the others find it done. Were old jobs void, a queue longer than a lease would never end.
const LATE = `r.fire_at < $3::timestamptz - interval '${LIMITS.deadline.lateSeconds} seconds'`;
const FIRE = namedQuery('deadlines.fire-reminder', `
  WITH locked AS (
    SELECT d.id, d.subject_id, d.metric, d.cycle_no, d.state, d.generation, d.plan FROM deadline d
    WHERE d.id = (SELECT deadline_id FROM deadline_reminder WHERE id = $1) FOR UPDATE)
  UPDATE deadline_reminder r
  SET state = clock.becomes, fired_at = CASE WHEN clock.becomes = 'fired' THEN $3::timestamptz END, late = r.late OR ${LATE}, lease_until = NULL
  FROM (
    SELECT locked.*, CASE
      WHEN locked.state <> 'running' OR locked.generation <> r.generation THEN 'obsolete'
      WHEN ${LATE} AND EXISTS (SELECT FROM deadline_reminder n WHERE n.deadline_id = r.deadline_id AND n.generation = r.generation AND n.fire_at > r.fire_at
        AND n.fire_at <= $3 AND n.state IN ('scheduled', 'claimed', 'fired')) THEN 'skipped'
      ELSE 'fired' END AS becomes
    FROM locked JOIN deadline_reminder r ON r.id = $1) clock
  WHERE r.id = $1 AND r.fence >= $2 AND r.state = 'claimed'
  RETURNING r.state, r.step, r.late, r.fire_at AS "fireAt", clock.id AS "deadlineId", clock.subject_id AS "subjectId", clock.metric, clock.cycle_no AS "cycleNo", clock.generation, clock.plan`);
const FELL_DUE = namedQuery('deadlines.record-breach', `
  WITH d AS (UPDATE deadline SET breached_at = $2, updated_at = $3 WHERE id = $1 AND $2::timestamptz IS NOT NULL)
  INSERT INTO deadline_reminder SELECT * FROM json_populate_recordset(NULL::deadline_reminder, $4) ON CONFLICT (deadline_id, generation, step) DO NOTHING`);

export interface FiredRow {
  readonly state: 'fired' | 'skipped' | 'obsolete';
  readonly step: string;
  readonly late: boolean;
  /** ISO. */
  readonly fireAt: string;
  readonly deadlineId: string;
  readonly subjectId: string;
  readonly metric: string;
  readonly cycleNo: number;
  readonly generation: number;
  readonly plan: readonly ReminderStep[];
}

/** Instants at which somebody is to be told. */
@Injectable()
export class ReminderRepository {
  constructor(private readonly database: Database) {}

  /** Due ones, and those whose claimer died; any number of workers may ask at once. */
  claim(now: Date, limit: number): Promise<DueRow[]> {
    return this.database.transaction(() => this.database.rows(CLAIM, [now, limit]));
  }

  /** What could not be handed on is due again at once. */
  async release(rows: readonly DueRow[]): Promise<void> {
    await this.database.transaction(() => this.database.rows(RELEASE, [rows.map((r) => r.id), rows.map((r) => r.fence)]));
  }

  /**
   * Fires one, or finds that there is nothing to tell any more, inside the caller's transaction; the clock stays locked until it ends.
   * Null: somebody else has it, or it is done.
   */
  async fire(id: string, fence: number, now: Date): Promise<FiredRow | null> {
    if (!this.database.inTransaction) throw new Error('reminders are fired inside a transaction');
    return this.database.one<FiredRow & Record<string, unknown>>(FIRE, [id, fence, now]);
  }

  /** Writes down that a clock is late (null: it is not), and the timers that follow its due instant. */
  async fellDue(deadlineId: string, breachedAt: Date | null, timers: readonly TimerRow[], now: Date): Promise<void> {
    await this.database.rows(FELL_DUE, [deadlineId, breachedAt, now, JSON.stringify(timers)]);
  }
}
