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
// Clocks are locked first, in the order in which a subject's are: an answer that is being written is waited for, and then there is nothing
// to fire. After an outage only the last step that has passed is told. A job whose row was claimed again may still tell it: telling is this
// one transaction, so whichever comes first does it and the others find it done. Were old jobs void, a queue longer than a lease would never end.
const LATE = `r.fire_at < $3::timestamptz - interval '${LIMITS.deadline.lateSeconds} seconds'`;
const FIRE = namedQuery('deadlines.fire-reminders', `
  WITH locked AS (
    SELECT d.id, d.subject_id, d.metric, d.cycle_no, d.state, d.generation, d.plan FROM deadline d
    WHERE d.id IN (SELECT deadline_id FROM deadline_reminder WHERE id = ANY($1)) ORDER BY d.started_at, d.id FOR UPDATE)
  UPDATE deadline_reminder r
  SET state = clock.becomes, fired_at = CASE WHEN clock.becomes = 'fired' THEN $3::timestamptz END, late = r.late OR ${LATE}, lease_until = NULL
  FROM (
    SELECT locked.*, taken.id AS reminder_id, taken.fence AS taken_fence, CASE
      WHEN locked.state <> 'running' OR locked.generation <> r.generation THEN 'obsolete'
      WHEN ${LATE} AND EXISTS (SELECT FROM deadline_reminder n WHERE n.deadline_id = r.deadline_id AND n.generation = r.generation AND n.fire_at > r.fire_at
        AND n.fire_at <= $3 AND n.state IN ('scheduled', 'claimed', 'fired')) THEN 'skipped'
      ELSE 'fired' END AS becomes
    FROM unnest($1::uuid[], $2::integer[]) AS taken(id, fence) JOIN deadline_reminder r ON r.id = taken.id JOIN locked ON locked.id = r.deadline_id) clock
  WHERE r.id = clock.reminder_id AND r.fence >= clock.taken_fence AND r.state = 'claimed'
  RETURNING r.id, r.state, r.step, r.late, r.fire_at AS "fireAt", clock.id AS "deadlineId", clock.subject_id AS "subjectId", clock.metric, clock.cycle_no AS "cycleNo", clock.generation, clock.plan`);
const FELL_DUE = namedQuery('deadlines.record-breaches', `
  WITH late AS (UPDATE deadline d SET breached_at = b.at, updated_at = $3 FROM unnest($1::uuid[], $2::timestamptz[]) AS b(id, at) WHERE d.id = b.id)
  INSERT INTO deadline_reminder SELECT * FROM json_populate_recordset(NULL::deadline_reminder, $4) ON CONFLICT (deadline_id, generation, step) DO NOTHING`);

export interface FiredRow {
  readonly id: string;
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
   * Fires them, or finds that there is nothing to tell any more, inside the caller's transaction; their clocks stay locked until it ends.
   * Those that somebody else has, or that are done, are not among the rows.
   */
  async fire(due: readonly DueRow[], now: Date): Promise<FiredRow[]> {
    if (!this.database.inTransaction) throw new Error('reminders are fired inside a transaction');
    return this.database.rows<FiredRow & Record<string, unknown>>(FIRE, [due.map((r) => r.id), due.map((r) => r.fence), now]);
  }

  /** Writes down which clocks are late, and the timers that follow due instants. */
  async fellDue(breaches: readonly { readonly deadlineId: string; readonly at: Date }[], timers: readonly TimerRow[], now: Date): Promise<void> {
    if (breaches.length > 0 || timers.length > 0) await this.database.rows(FELL_DUE, [breaches.map((b) => b.deadlineId), breaches.map((b) => b.at), now, JSON.stringify(timers)]);
  }
}
