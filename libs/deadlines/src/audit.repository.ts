import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { StoredFacts } from './audit.rules';

const ms = (column: string): string => `round(extract(epoch FROM ${column}) * 1000)::float8`;

// Touched lately, in error, or of today's hundredth: ids are random enough at their end.
const CANDIDATES = namedQuery('deadlines.audit-candidates', `
  SELECT id FROM deadline WHERE id > $1 AND (updated_at >= $2 OR state = 'error' OR ('x' || right(id::text, 4))::bit(16)::int % $3 = $4) ORDER BY id LIMIT 500`);
const FACTS = namedQuery('deadlines.audit-facts', `
  SELECT d.id, d.state, ${ms('d.stopped_at')} AS "stoppedAt", ${ms('d.due_at')} AS "dueAt", ${ms('d.legal_due_at')} AS "legalDueAt", ${ms('d.breached_at')} AS "breachedAt", d.used_ms::float8 AS "usedMs",
    d.outcome, d.fixed, d.error_code AS "errorCode",
    (SELECT count(*)::int FROM deadline_reminder r WHERE r.deadline_id = d.id AND r.generation = d.generation AND r.state IN ('scheduled', 'claimed')) AS timers,
    EXISTS (SELECT FROM deadline_reminder r WHERE r.deadline_id = d.id AND r.generation = d.generation AND r.step = 'due' AND r.state IN ('fired', 'skipped')) AS "toldDue"
  FROM deadline d WHERE d.id = ANY($1)`);
const STRAY = namedQuery('deadlines.audit-stray-timers', `
  UPDATE deadline_reminder r SET state = 'cancelled' FROM deadline d
  WHERE d.id = r.deadline_id AND r.state = 'scheduled' AND (d.state <> 'running' OR d.generation <> r.generation) RETURNING r.id`);
const OVERDUE = namedQuery('deadlines.oldest-overdue-timer', `SELECT extract(epoch FROM $1::timestamptz - min(fire_at))::float8 AS seconds FROM deadline_reminder WHERE state = 'scheduled' AND fire_at <= $1`);

/** What the auditor compares and mends. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** Ids after `after`, in their order: what was touched since `since`, and one in `sample` of the others, another one each day. */
  async candidates(after: string, since: Date, sample: number, day: number): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(CANDIDATES, [after, since, sample, day % sample])).map((row) => row.id);
  }

  async facts(ids: readonly string[]): Promise<ReadonlyMap<string, StoredFacts>> {
    return new Map((await this.database.rows<StoredFacts & { id: string }>(FACTS, [ids])).map((row) => [row.id, row]));
  }

  /** Timers of clocks that do not run any more. @returns how many were cancelled */
  async cancelStray(): Promise<number> {
    return (await this.database.rows(STRAY)).length;
  }

  /** Seconds for which the oldest timer that has come is waiting; 0 when none is. */
  async oldestOverdue(now: Date): Promise<number> {
    return (await this.database.one<{ seconds: number | null }>(OVERDUE, [now]))?.seconds ?? 0;
  }
}
