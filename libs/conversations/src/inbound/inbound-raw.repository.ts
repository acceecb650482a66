import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Database, namedQuery, type DueRow } from '@kaiku/platform';

export interface RawRow {
  readonly id: string;
  readonly source: string;
  readonly receivedAt: string;
  readonly envelopeFrom: string | null;
  readonly envelopeTo: readonly string[];
  readonly bytes: Buffer;
  readonly fence: number;
  readonly tries: number;
}

const INSERT = namedQuery('raw.insert', `
  INSERT INTO inbound_raw (id, source, received_at, envelope_from, envelope_to, bytes, size, sha256, state, next_try_at, trace_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'received', $3, $9)`);
const CLAIM = namedQuery('raw.claim', `
  UPDATE inbound_raw SET fence = fence + 1, tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => $2)
  WHERE id = $1 AND state = 'received' AND (lease_until IS NULL OR lease_until < clock_timestamp())
  RETURNING id, source, received_at AS "receivedAt", envelope_from AS "envelopeFrom", envelope_to AS "envelopeTo", bytes, fence, tries`);
// Waits a moment for the job that the relay makes at once; takes up what it left.
const DUE = namedQuery('raw.due', `
  SELECT id, fence, trace_id AS "traceId" FROM inbound_raw
  WHERE state = 'received' AND next_try_at <= $1 AND (lease_until IS NULL OR lease_until < clock_timestamp())
  ORDER BY next_try_at FOR UPDATE SKIP LOCKED LIMIT $2`);
const OWN = namedQuery('raw.own', `SELECT id FROM inbound_raw WHERE id = $1 AND fence = $2 AND state = 'received' FOR UPDATE`);
const DONE = namedQuery('raw.done', `UPDATE inbound_raw SET state = $3, entry_id = $4, lease_until = NULL, error_code = NULL WHERE id = $1 AND fence = $2`);
const FAILED = namedQuery('raw.failed', `
  UPDATE inbound_raw SET state = CASE WHEN $4 THEN 'quarantined' ELSE 'received' END, error_code = $3, next_try_at = $5, lease_until = NULL
  WHERE id = $1 AND fence = $2 AND state = 'received' RETURNING id`);
const FORGET = namedQuery('raw.forget', `UPDATE inbound_raw SET bytes = '', envelope_from = NULL, envelope_to = '{}' WHERE state IN ('done', 'duplicate') AND received_at < $1 AND bytes <> '' RETURNING id`);
const RETRY = namedQuery('raw.retry', `UPDATE inbound_raw SET state = 'received', tries = 0, next_try_at = $2, lease_until = NULL WHERE id = $1 AND state = 'quarantined' RETURNING id`);

export interface NewRaw {
  readonly id: string;
  readonly source: string;
  readonly receivedAt: Date;
  readonly envelopeFrom: string | null;
  readonly envelopeTo: readonly string[];
  readonly bytes: Buffer;
  readonly traceId: string;
}

/** Raw mail and its claims: a lease and a fence, so that a mail is parsed by one process at a time and filed once. */
@Injectable()
export class InboundRawRepository {
  constructor(private readonly database: Database) {}

  async insert(raw: NewRaw): Promise<void> {
    const sha256 = createHash('sha256').update(raw.bytes).digest();
    await this.database.rows(INSERT, [raw.id, raw.source, raw.receivedAt, raw.envelopeFrom, raw.envelopeTo, raw.bytes, raw.bytes.length, sha256, raw.traceId]);
  }
  claim(id: string): Promise<RawRow | null> {
    return this.database.transaction(() => this.database.one<RawRow & Record<string, unknown>>(CLAIM, [id, LIMITS.mail.wallSeconds * 2]));
  }
  due(now: Date, limit: number): Promise<DueRow[]> {
    return this.database.transaction(() => this.database.rows<DueRow & Record<string, unknown>>(DUE, [now, limit]));
  }
  /** Locks the row for filing; false when another process has taken it over. */
  async own(raw: Pick<RawRow, 'id' | 'fence'>): Promise<boolean> {
    return (await this.database.one(OWN, [raw.id, raw.fence])) !== null;
  }
  async done(raw: Pick<RawRow, 'id' | 'fence'>, state: 'done' | 'duplicate', entryId: string | null): Promise<void> {
    await this.database.rows(DONE, [raw.id, raw.fence, state, entryId]);
  }
  async failed(raw: Pick<RawRow, 'id' | 'fence'>, code: string, quarantine: boolean, nextTryAt: Date): Promise<void> {
    await this.database.rows(FAILED, [raw.id, raw.fence, code, quarantine, nextTryAt]);
  }
  /** Empties what was filed before that time; quarantined mail waits for a person. @returns how many */
  async forget(before: Date): Promise<number> {
    return (await this.database.rows(FORGET, [before])).length;
  }
  async retry(id: string, now: Date): Promise<boolean> {
    return (await this.database.rows(RETRY, [id, now])).length === 1;
  }
}
