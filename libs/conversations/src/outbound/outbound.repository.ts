import { Injectable } from '@nestjs/common';
import { Database, namedQuery, type DueRow } from '@kaiku/platform';
import type { Next, OutboundKind, OutboundState, Recipient } from './outbound.rules';

/** What is sent, without recipients; attachments by id. */
export interface OutboundContent {
  readonly subject: string;
  readonly text: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly attachmentIds: readonly string[];
  readonly automatic: boolean;
  readonly language: 'fi' | 'sv' | 'en';
  /** The customer's own page is added when it is composed: its token is never stored. */
  readonly statusLink: boolean;
  /** Which of the page's links; the one of all its mails when absent. */
  readonly linkIssue?: string;
  readonly signature?: string;
  /** The customer's entry quoted under the answer. */
  readonly quotedEntryId?: string | null;
}

export interface OutboundRow {
  readonly id: string;
  readonly entryId: string | null;
  readonly ticketId: string;
  readonly kind: OutboundKind;
  readonly state: OutboundState;
  readonly rfcMessageId: string;
  readonly releaseAt: string;
  readonly recipients: readonly Recipient[];
  readonly content: OutboundContent;
  readonly fence: number;
  readonly tries: number;
  readonly createdAt: string;
  readonly unknownSince: string | null;
  readonly mailboxId: string;
  readonly errorCode: string | null;
}

const COLUMNS = `id, entry_id AS "entryId", ticket_id AS "ticketId", kind, state, rfc_message_id AS "rfcMessageId", release_at AS "releaseAt",
  recipients, content, fence, tries, created_at AS "createdAt", error_code AS "errorCode", unknown_since AS "unknownSince", mailbox_id AS "mailboxId"`;

const INSERT = namedQuery('outbound.insert', `
  INSERT INTO outbound_message (id, entry_id, ticket_id, kind, mailbox_id, rfc_message_id, state, release_at, recipients, content, created_at, trace_id)
  VALUES ($1, $2, $3, $4, $5, $6, 'queued', $7, $8, $9, $10, $11)`);
const CLAIM = namedQuery('outbound.claim', `
  UPDATE outbound_message SET state = 'claimed', fence = fence + 1, tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => $3)
  WHERE id = $1 AND state = 'queued' AND release_at <= $2 AND (next_try_at IS NULL OR next_try_at <= $2) RETURNING ${COLUMNS}`);
const ADVANCE = namedQuery('outbound.advance', `
  UPDATE outbound_message SET state = $4, lease_until = clock_timestamp() + make_interval(secs => $5)
  WHERE id = $1 AND fence = $2 AND state = $3 RETURNING id`);
const RENEW = namedQuery('outbound.renew', `
  UPDATE outbound_message SET lease_until = clock_timestamp() + make_interval(secs => $3)
  WHERE id = $1 AND fence = $2 AND state IN ('claimed', 'data_started', 'dot_sent') RETURNING id`);
const FINISH = namedQuery('outbound.finish', `
  UPDATE outbound_message SET state = $3, next_try_at = $4, error_code = $5, recipients = $6, lease_until = NULL,
    sent_at = CASE WHEN $3 = 'sent' THEN $7::timestamptz ELSE sent_at END,
    unknown_since = CASE WHEN $3 = 'unknown' THEN $7::timestamptz END
  WHERE id = $1 AND fence = $2 AND state IN ('claimed', 'data_started', 'dot_sent') RETURNING id`);
// A dead owner: before the final dot nothing was sent; after it nobody knows.
const EXPIRE = namedQuery('outbound.expire', `
  UPDATE outbound_message SET state = CASE state WHEN 'dot_sent' THEN 'unknown' ELSE 'queued' END, next_try_at = $1, lease_until = NULL, fence = fence + 1,
    error_code = 'worker_lost', unknown_since = CASE state WHEN 'dot_sent' THEN $1::timestamptz END
  WHERE id IN (SELECT id FROM outbound_message WHERE state IN ('claimed', 'data_started', 'dot_sent') AND lease_until < clock_timestamp() FOR UPDATE SKIP LOCKED LIMIT 200)`);
const DUE = namedQuery('outbound.due', `
  UPDATE outbound_message SET fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => $3)
  WHERE id IN (SELECT id FROM outbound_message
    WHERE state = 'queued' AND coalesce(next_try_at, release_at) <= $1 AND (lease_until IS NULL OR lease_until < clock_timestamp())
    ORDER BY coalesce(next_try_at, release_at), id FOR UPDATE SKIP LOCKED LIMIT $2)
  RETURNING id, fence, trace_id AS "traceId"`);
const DUE_UNKNOWN = namedQuery('outbound.due_unknown', `
  UPDATE outbound_message SET fence = fence + 1, next_try_at = $1::timestamptz + make_interval(secs => $3)
  WHERE id IN (SELECT id FROM outbound_message WHERE state = 'unknown' AND next_try_at <= $1 FOR UPDATE SKIP LOCKED LIMIT $2)
  RETURNING id, fence, trace_id AS "traceId"`);
const RESOLVE = namedQuery('outbound.resolve', `
  UPDATE outbound_message SET state = $3, next_try_at = $4, fence = fence + 1, lease_until = NULL, sent_at = CASE WHEN $3 = 'sent' THEN $5::timestamptz ELSE sent_at END
  WHERE id = $1 AND fence = $2 AND state = 'unknown' RETURNING id`);
const GET = namedQuery('outbound.get', `SELECT ${COLUMNS} FROM outbound_message WHERE id = $1`);
const GET_BY_ENTRY = namedQuery('outbound.get_by_entry', `SELECT ${COLUMNS} FROM outbound_message WHERE entry_id = $1`);
const UNDO = namedQuery('outbound.undo', `
  UPDATE outbound_message SET state = 'undone', undone_at = $2, fence = fence + 1, lease_until = NULL WHERE id = $1 AND state = 'queued' AND release_at > $2 RETURNING id`);
const REQUEUE = namedQuery('outbound.requeue', `
  UPDATE outbound_message SET state = 'queued', next_try_at = NULL, tries = 0, fence = fence + 1, lease_until = NULL, error_code = NULL, recipients = $2, release_at = $3
  WHERE id = $1 AND state IN ('failed', 'unknown', 'bounced') RETURNING id`);
const BOUNCE = namedQuery('outbound.bounce', `UPDATE outbound_message SET state = 'bounced', recipients = $2, error_code = $3, lease_until = NULL, fence = fence + 1 WHERE id = $1`);

export interface NewOutbound {
  readonly id: string;
  readonly entryId: string | null;
  readonly ticketId: string;
  readonly kind: OutboundKind;
  readonly mailboxId: string;
  readonly rfcMessageId: string;
  readonly releaseAt: Date;
  readonly recipients: readonly Recipient[];
  readonly content: OutboundContent;
  readonly createdAt: Date;
  readonly traceId: string;
}

/** Every step is `UPDATE … WHERE id AND state AND fence`; zero rows means that somebody else has taken over: stop. */
@Injectable()
export class OutboundRepository {
  constructor(private readonly database: Database) {}

  async insert(m: NewOutbound): Promise<void> {
    this.database.write(INSERT, [m.id, m.entryId, m.ticketId, m.kind, m.mailboxId, m.rfcMessageId, m.releaseAt, JSON.stringify(m.recipients), JSON.stringify(m.content), m.createdAt, m.traceId]);
  }
  /** The row for its one sender, or null when it is not due or not queued any more. */
  claim(id: string, now: Date, leaseSeconds: number): Promise<OutboundRow | null> {
    return this.database.transaction(() => this.database.one<OutboundRow & Record<string, unknown>>(CLAIM, [id, now, leaseSeconds]));
  }
  /** One step on, committed; false when the row is no longer ours. */
  async advance(row: OutboundRow, from: OutboundState, to: OutboundState, leaseSeconds: number): Promise<boolean> {
    return (await this.database.transaction(() => this.database.rows(ADVANCE, [row.id, row.fence, from, to, leaseSeconds]))).length === 1;
  }
  async renew(row: OutboundRow, leaseSeconds: number): Promise<boolean> {
    return (await this.database.transaction(() => this.database.rows(RENEW, [row.id, row.fence, leaseSeconds]))).length === 1;
  }
  async finish(row: OutboundRow, next: Next, now: Date): Promise<boolean> {
    return (await this.database.rows(FINISH, [row.id, row.fence, next.state, next.nextTryAt, next.errorCode, JSON.stringify(next.recipients), now])).length === 1;
  }
  async claimDue(now: Date, limit: number, leaseSeconds: number): Promise<DueRow[]> {
    return this.database.transaction(async () => {
      await this.database.rows(EXPIRE, [now]);
      return this.database.rows<DueRow & Record<string, unknown>>(DUE, [now, limit, leaseSeconds]);
    });
  }
  claimUnknown(now: Date, limit: number, againSeconds: number): Promise<DueRow[]> {
    return this.database.transaction(() => this.database.rows<DueRow & Record<string, unknown>>(DUE_UNKNOWN, [now, limit, againSeconds]));
  }
  async resolve(id: string, fence: number, state: OutboundState, nextTryAt: Date | null, now: Date): Promise<boolean> {
    return (await this.database.rows(RESOLVE, [id, fence, state, nextTryAt, now])).length === 1;
  }
  get(id: string): Promise<OutboundRow | null> {
    return this.database.one<OutboundRow & Record<string, unknown>>(GET, [id]);
  }
  byEntry(entryId: string): Promise<OutboundRow | null> {
    return this.database.one<OutboundRow & Record<string, unknown>>(GET_BY_ENTRY, [entryId]);
  }
  async undo(id: string, now: Date): Promise<boolean> {
    return (await this.database.rows(UNDO, [id, now])).length === 1;
  }
  async requeue(id: string, recipients: readonly Recipient[], releaseAt: Date): Promise<boolean> {
    return (await this.database.rows(REQUEUE, [id, JSON.stringify(recipients), releaseAt])).length === 1;
  }
  async bounce(id: string, recipients: readonly Recipient[], code: string): Promise<void> {
    await this.database.rows(BOUNCE, [id, JSON.stringify(recipients), code]);
  }
}
