import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import { DEADLINE_COLUMNS, type StoredCycle } from './deadline.rows';
import type { Writing } from './writing.rules';

const FIXED_FROM_BIRTH: readonly string[] = ['id', 'subject_id', 'subject_kind', 'metric', 'cycle_no', 'start_entry_id', 'kind', 'channel', 'priority', 'team_id', 'language', 'created_at'];
const CHANGING = DEADLINE_COLUMNS.filter((c) => !FIXED_FROM_BIRTH.includes(c));
const CHANGED = CHANGING.map((c) => `${c} = excluded.${c}`).join(', ');
/** What a new version does to a clock: it has the plan it began with, and nobody answered. */
const MOVING = CHANGING.filter((c) => !['plan', 'started_at', 'stop_entry_id', 'stopped_by', 'holder_at_due', 'holder_team_at_due', 'start_day'].includes(c));

/** A cycle with its events, as {@link StoredCycle} has it; of `deadline d`. */
const CYCLE = `d.id, d.subject_id AS "subjectId", d.metric, d.cycle_no AS "cycleNo", d.policy_version_id AS "policyVersionId", d.target, d.plan, d.generation,
  jsonb_build_object('kind', d.kind, 'channel', d.channel, 'priority', d.priority, 'teamId', d.team_id, 'language', d.language, 'holderAtDue', d.holder_at_due,
    'holderTeamAtDue', d.holder_team_at_due, 'createdAt', round(extract(epoch FROM d.created_at) * 1000)) AS origin,
  (SELECT coalesce(jsonb_agg(r.step), '[]') FROM deadline_reminder r WHERE r.deadline_id = d.id AND r.state = 'fired') AS fired,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'at', round(extract(epoch FROM e.at) * 1000), 'recordedAt', round(extract(epoch FROM e.recorded_at) * 1000),
    'actorId', e.actor_id, 'entryId', e.entry_id, 'payload', e.payload) ORDER BY e.seq), '[]') FROM deadline_event e WHERE e.deadline_id = d.id) AS events`;
const OF_SUBJECT = namedQuery('deadlines.cycles-of-subject', `SELECT ${CYCLE} FROM deadline d WHERE d.subject_id = $1 ORDER BY d.started_at, d.id FOR UPDATE OF d`);
const BY_IDS = namedQuery('deadlines.cycles-by-ids', `SELECT ${CYCLE} FROM deadline d WHERE d.id = ANY($1) ORDER BY d.id FOR UPDATE OF d`);

const ROWS = 'INSERT INTO deadline SELECT * FROM json_populate_recordset(NULL::deadline, $1)';
const EVENTS = 'INSERT INTO deadline_event SELECT * FROM json_populate_recordset(NULL::deadline_event, $2)';
const TIMERS = 'INSERT INTO deadline_reminder SELECT * FROM json_populate_recordset(NULL::deadline_reminder, $3)';
const OPEN = namedQuery('deadlines.open', `WITH d AS (${ROWS}), e AS (${EVENTS}) ${TIMERS}`);
const CHANGE = namedQuery('deadlines.change', `
  WITH d AS (${ROWS} ON CONFLICT (id) DO UPDATE SET ${CHANGED}), e AS (${EVENTS}),
    old AS (UPDATE deadline_reminder SET state = 'cancelled' WHERE deadline_id = ANY($4) AND state = 'scheduled')
  ${TIMERS}`);

// Timers that are still scheduled move along: half of the writing, and the table does not grow by what never comes. NOT IN, because the
// planner takes what comes as JSON for a few rows, and would look through all of it for each of them.
const MOVE = namedQuery('deadlines.move', `
  WITH d AS (UPDATE deadline d SET ${MOVING.map((c) => `${c} = m.${c}`).join(', ')} FROM json_populate_recordset(NULL::deadline, $1) m WHERE d.id = m.id), e AS (${EVENTS}),
    t AS (SELECT * FROM json_populate_recordset(NULL::deadline_reminder, $3)),
    moved AS (UPDATE deadline_reminder r SET generation = t.generation, fire_at = t.fire_at, late = t.late FROM t WHERE r.deadline_id = t.deadline_id AND r.step = t.step AND r.state = 'scheduled' RETURNING t.id),
    gone AS (UPDATE deadline_reminder r SET state = 'cancelled' WHERE r.deadline_id = ANY($4) AND r.state = 'scheduled' AND (r.deadline_id, r.step) NOT IN (SELECT deadline_id, step FROM t))
  INSERT INTO deadline_reminder SELECT * FROM t WHERE id NOT IN (SELECT id FROM moved)`);

const OPEN_STATES: readonly unknown[] = ['running', 'paused', 'suspended', 'error'];

const HOLDER = namedQuery('deadlines.note-holder', 'UPDATE deadline SET holder_at_due = $2, holder_team_at_due = $3 WHERE id = $1 AND holder_team_at_due IS NULL RETURNING id');

/** Clocks with their events. Every statement needs a running transaction. */
@Injectable()
export class DeadlineRepository {
  constructor(private readonly database: Database) {}

  /** Every cycle of a subject, oldest first, locked. */
  ofSubject(subjectId: string): Promise<StoredCycle[]> {
    return this.database.rows<StoredCycle & Record<string, unknown>>(OF_SUBJECT, [subjectId]);
  }

  /** These cycles, locked in the order of their ids. */
  byIds(ids: readonly string[]): Promise<StoredCycle[]> {
    return this.database.rows<StoredCycle & Record<string, unknown>>(BY_IDS, [ids]);
  }

  /** Writes new clocks, their events and their timers in one statement. */
  async open(writing: Writing): Promise<void> {
    this.assertTransaction();
    if (writing.rows.length > 0) this.database.write(OPEN, parameters(writing));
  }

  /** The same for clocks that may be there: what was scheduled for them is cancelled. */
  async change(writing: Writing): Promise<void> {
    this.assertTransaction();
    if (writing.rows.length === 0) return;
    this.database.write(CHANGE, [...parameters(writing), writing.rows.map((row) => row.id)]);
  }

  /** The same for clocks that are there and neither begin nor are answered, in numbers: what a new version of a policy or calendar makes of them. */
  async move({ rows, events, timers }: Writing): Promise<void> {
    this.assertTransaction();
    const moved = rows.map((row) => Object.fromEntries(['id' as const, ...MOVING].map((column) => [column, row[column]])));
    if (rows.length > 0) this.database.write(MOVE, [JSON.stringify(moved), JSON.stringify(events.map(recordOf)), JSON.stringify(timers), rows.map((row) => row.id)]);
  }

  async holder(id: string, assigneeId: string | null, teamId: string): Promise<boolean> {
    this.assertTransaction();
    return (await this.database.rows(HOLDER, [id, assigneeId, teamId])).length > 0;
  }

  private assertTransaction(): void {
    if (!this.database.inTransaction) throw new Error('deadlines are changed inside a transaction');
  }
}

function parameters({ rows, events, timers }: Writing): [string, string, string] {
  // What ends comes first: one clock of a kind is open at a time, which the index checks row by row.
  const ordered = [...rows].sort((a, b) => Number(OPEN_STATES.includes(a.state)) - Number(OPEN_STATES.includes(b.state)));
  return [JSON.stringify(ordered), JSON.stringify(events.map(recordOf)), JSON.stringify(timers)];
}

/** An event as a row of its table. */
export const recordOf = ({ deadlineId, event: e }: Writing['events'][number]) => ({
  deadline_id: deadlineId, seq: e.seq, type: e.type, at: new Date(e.at).toISOString(), recorded_at: new Date(e.recordedAt).toISOString(), actor_id: e.actorId, entry_id: e.entryId, payload: e.payload,
});
