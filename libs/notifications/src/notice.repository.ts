import { Injectable } from '@nestjs/common';
import { LIMITS, newId } from '@kaiku/kernel';
import { currentTraceId, Database, namedQuery } from '@kaiku/platform';
import type { NoticeCause, OutwardChannel } from './notice.words';

export interface NewNotice {
  readonly staffId: string;
  readonly cause: NoticeCause;
  readonly ticket: { readonly id: string; readonly number: number } | null;
  readonly deadlineId: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly dedupeKey: string;
  readonly inApp: boolean;
}

// Reminders of one person are written one after the other, so that each counts those before it.
const LOCK = namedQuery('notice.lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 5160420))');
const INSERT = namedQuery('notice.insert', `
  INSERT INTO notice (id, staff_id, cause, ticket_id, ticket_number, deadline_id, params, dedupe_key, in_app, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`);
// One line per ticket and matter: the newer news stands for the older.
const SUPERSEDE = namedQuery('notice.supersede', `
  UPDATE notice SET read_at = $5 WHERE staff_id = $1 AND ticket_id = $2 AND read_at IS NULL AND id <> $3
    AND CASE WHEN $4 LIKE 'deadline_%' THEN deadline_id = $6 AND cause LIKE 'deadline_%' ELSE cause = $4 END RETURNING id`);
const DELIVER = namedQuery('notice.deliver', `
  INSERT INTO notice_delivery (id, notice_id, channel, state, release_at, trace_id) VALUES ($1, $2, $3, 'queued', $4, $5) ON CONFLICT DO NOTHING`);
const TELL = namedQuery('notice.tell', `SELECT pg_notify('kaiku_notices', $1)`);

const OPEN_DIGEST = namedQuery('notice.open-digest', `SELECT id FROM notice WHERE staff_id = $1 AND cause = 'digest' AND created_at > $2 ORDER BY id DESC LIMIT 1`);
const FOLDABLE = namedQuery('notice.foldable', `
  SELECT id FROM notice WHERE staff_id = $1 AND cause LIKE 'deadline_%' AND digest_id IS NULL AND created_at > $2 AND NOT coalesce((params ->> 'critical')::boolean, false)`);
const FOLD = namedQuery('notice.fold', 'UPDATE notice SET digest_id = $2 WHERE id = ANY($1::uuid[])');
const FOLD_DELIVERIES = namedQuery('notice.fold-deliveries', `
  UPDATE notice_delivery SET state = 'skipped', error_code = 'in_digest', fence = fence + 1, lease_until = NULL WHERE notice_id = ANY($1::uuid[]) AND state IN ('queued', 'claimed')`);
const COUNT_DIGEST = namedQuery('notice.count-digest', `
  UPDATE notice d SET read_at = NULL, params = (
    SELECT jsonb_build_object('count', count(*), 'late', count(*) FILTER (WHERE n.cause <> 'deadline_warn'), 'numbers', coalesce((array_agg(DISTINCT n.ticket_number))[1:${LIMITS.notice.digestNumbers}], '{}'))
    FROM notice n WHERE n.digest_id = d.id)
  WHERE d.id = $1`);
const SOONER = namedQuery('notice.sooner', `UPDATE notice_delivery SET release_at = least(release_at, $2) WHERE notice_id = $1 AND state = 'queued'`);

const READ = `UPDATE notice SET read_at = $2 WHERE staff_id = $1 AND read_at IS NULL AND in_app`;
const READ_ALL = namedQuery('notice.read-all', `${READ} RETURNING digest_id IS NULL AS line`);
const READ_SOME = namedQuery('notice.read-some', `${READ} AND (id = ANY($3::uuid[]) OR digest_id = ANY($3::uuid[]) OR ticket_id = $4::uuid) RETURNING digest_id IS NULL AS line`);
const SETTLE = namedQuery('notice.settle', `
  UPDATE notice SET read_at = $2 WHERE ticket_id = $1 AND read_at IS NULL AND ($3::uuid IS NULL OR staff_id = $3) AND ($4::text[] IS NULL OR cause = ANY($4)) RETURNING staff_id AS "staffId"`);
const SETTLE_CLOCKS = namedQuery('notice.settle-clocks', `
  UPDATE notice SET read_at = $2 WHERE ticket_id = $1 AND read_at IS NULL AND deadline_id IN (SELECT d.id FROM deadline d WHERE d.subject_id = $1 AND d.state IN ('met', 'late', 'cancelled', 'waived'))
  RETURNING staff_id AS "staffId"`);
// A digest takes its lines along; those of an unread digest stay with it.
const PURGE = namedQuery('notice.purge', `
  DELETE FROM notice n WHERE n.id IN (SELECT id FROM notice WHERE read_at < $1 UNION ALL SELECT id FROM notice WHERE NOT in_app AND read_at IS NULL AND created_at < $1) RETURNING id`);

/** Writing notices. Everything inside the caller's transaction. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly database: Database) {}

  async lockPerson(staffId: string): Promise<void> {
    await this.database.rows(LOCK, [staffId]);
  }

  /** The id of the new notice, or null when it has been written before. */
  async add(notice: NewNotice, now: Date): Promise<string | null> {
    const { staffId, cause, ticket, deadlineId, params, dedupeKey, inApp } = notice;
    const row = await this.database.one<{ id: string }>(INSERT, [newId(), staffId, cause, ticket?.id ?? null, ticket?.number ?? null, deadlineId, JSON.stringify(params), dedupeKey, inApp, now]);
    if (row && ticket) await this.database.rows(SUPERSEDE, [staffId, ticket.id, row.id, cause, now, deadlineId]);
    return row?.id ?? null;
  }

  async deliver(noticeId: string, channel: OutwardChannel, releaseAt: Date): Promise<void> {
    await this.database.rows(DELIVER, [newId(), noticeId, channel, releaseAt, currentTraceId()]);
  }

  /** Tells the person's open consoles, when the transaction commits, that there is something to look at. */
  async tell(staffId: string): Promise<void> {
    await this.database.rows(TELL, [staffId]);
  }

  /** The digest that still takes lines: made after `since`. */
  async openDigest(staffId: string, since: Date): Promise<string | null> {
    return (await this.database.one<{ id: string }>(OPEN_DIGEST, [staffId, since]))?.id ?? null;
  }
  /** Lines about deadlines since then that stand by themselves and may go into a digest. */
  async foldable(staffId: string, since: Date): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(FOLDABLE, [staffId, since])).map((row) => row.id);
  }
  /** Puts lines into a digest: what they had still to deliver is left to it, and it is counted anew and unread again. */
  async fold(lines: readonly string[], digestId: string): Promise<void> {
    await this.database.rows(FOLD, [lines, digestId]);
    await this.database.rows(FOLD_DELIVERIES, [lines]);
    await this.database.rows(COUNT_DIGEST, [digestId]);
  }
  async releaseSooner(noticeId: string, at: Date): Promise<void> {
    await this.database.rows(SOONER, [noticeId, at]);
  }

  /** @returns how many lines are read now and were not before */
  async readAll(staffId: string, now: Date): Promise<number> {
    return lines(await this.database.rows<{ line: boolean }>(READ_ALL, [staffId, now]));
  }
  async readSome(staffId: string, ids: readonly string[], ticketId: string | null, now: Date): Promise<number> {
    return lines(await this.database.rows<{ line: boolean }>(READ_SOME, [staffId, now, ids, ticketId]));
  }
  /** What a ticket's notices told is over. @param of only this person's; null: everybody's. @param causes null: all. @returns whom it was told to */
  async settle(ticketId: string, now: Date, of: string | null, causes: readonly NoticeCause[] | null): Promise<readonly string[]> {
    return [...new Set((await this.database.rows<{ staffId: string }>(SETTLE, [ticketId, now, of, causes])).map((row) => row.staffId))].sort();
  }
  /** What was told of this ticket's clocks that have ended is over. @returns whom it was told to */
  async settleClocks(ticketId: string, now: Date): Promise<readonly string[]> {
    return [...new Set((await this.database.rows<{ staffId: string }>(SETTLE_CLOCKS, [ticketId, now])).map((row) => row.staffId))].sort();
  }
  /** @returns how many are gone */
  async purge(before: Date): Promise<number> {
    return (await this.database.rows(PURGE, [before])).length;
  }
}

const lines = (rows: readonly { line: boolean }[]): number => rows.filter((row) => row.line).length;
