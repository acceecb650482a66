import { Injectable } from '@nestjs/common';
import { LIMITS, newId } from '@kaiku/kernel';
import { Database, namedQuery, type DueRow } from '@kaiku/platform';
import { OpenClockChangeEntity } from './open-clock-change.entity';

// Leases are held by processes, which live in real time.
const CLAIM = namedQuery('deadlines.open-clock-change-claim', `
  UPDATE open_clock_change SET state = 'claimed', fence = fence + 1, lease_until = clock_timestamp() + interval '${LIMITS.sweep.leaseSeconds} seconds'
  WHERE id IN (SELECT id FROM open_clock_change WHERE state = 'pending' OR (state = 'claimed' AND lease_until < clock_timestamp()) ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING id, fence`);
const HELD = namedQuery('deadlines.open-clock-change-held', `
  SELECT id, kind, policy_version_id AS "policyVersionId", calendar_version_id AS "calendarVersionId", at, requested_by AS "requestedBy" FROM open_clock_change WHERE id = $1 AND fence = $2 AND state = 'claimed'`);
const GO_ON = namedQuery('deadlines.open-clock-change-go-on', `
  UPDATE open_clock_change SET changed = changed + $3, lease_until = clock_timestamp() + interval '${LIMITS.sweep.leaseSeconds} seconds' WHERE id = $1 AND fence = $2 AND state = 'claimed' RETURNING id`);
const DONE = namedQuery('deadlines.open-clock-change-done', `UPDATE open_clock_change SET state = 'done', lease_until = NULL, done_at = $3 WHERE id = $1 AND fence = $2 AND state = 'claimed'`);

export interface OpenClockChangeRow {
  readonly id: string;
  readonly kind: 'retarget' | 'recalendar' | 'correct';
  readonly policyVersionId: string | null;
  readonly calendarVersionId: string | null;
  /** ISO. */
  readonly at: string;
  readonly requestedBy: string | null;
}

/** Work that new versions made. */
@Injectable()
export class OpenClockChangeRepository {
  constructor(private readonly database: Database) {}

  /** Inside the transaction that makes the version. */
  async ask(change: Pick<OpenClockChangeEntity, 'kind' | 'policyVersionId' | 'calendarVersionId' | 'at' | 'requestedBy' | 'createdAt'>): Promise<void> {
    await this.database.manager.insert(OpenClockChangeEntity, { id: newId(), ...change });
  }

  claim(limit: number): Promise<DueRow[]> {
    return this.database.transaction(() => this.database.rows(CLAIM, [limit]));
  }

  /** Null: done, or somebody else has it now. */
  held(id: string, fence: number): Promise<OpenClockChangeRow | null> {
    return this.database.one(HELD, [id, fence]);
  }

  /** Notes a step and keeps the lease; false when somebody else has it now. */
  async goOn(id: string, fence: number, changed: number): Promise<boolean> {
    return (await this.database.rows(GO_ON, [id, fence, changed])).length > 0;
  }

  async done(id: string, fence: number, at: Date): Promise<void> {
    await this.database.transaction(() => this.database.rows(DONE, [id, fence, at]));
  }
}
