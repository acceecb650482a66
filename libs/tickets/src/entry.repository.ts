import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { AuthorKind, EntryKind, EntryVisibility, TicketChannel } from './ticket.words';

/** An entry about to be written. `at` is when it happened. */
export interface NewEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly visibility: EntryVisibility;
  readonly authorKind: AuthorKind;
  readonly authorStaffId: string | null;
  readonly authorName: string | null;
  readonly channel: TicketChannel | null;
  readonly at: Date;
  readonly body: string | null;
  readonly preview: string | null;
  readonly change: { readonly code: string; readonly params: Readonly<Record<string, unknown>>; readonly version?: number } | null;
  readonly aboutEntryId: string | null;
  readonly isCustomerContact: boolean;
  readonly isHumanReply: boolean;
}

const INSERT = namedQuery('tickets.insert-entry', `
  INSERT INTO ticket_entry (id, ticket_id, kind, visibility, author_kind, author_staff_id, author_name, channel, at, recorded_at, preview, body, change, about_entry_id, is_customer_contact, is_human_reply)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`);
const STANDING_REPLY = namedQuery('tickets.standing-reply', `
  SELECT EXISTS (
    SELECT FROM ticket_entry r WHERE r.ticket_id = $1 AND r.is_human_reply AND r.id <> $2
      AND coalesce((SELECT v.change->>'code' FROM ticket_entry v WHERE v.about_entry_id = r.id AND v.change->>'code' IN ('reply_voided', 'reply_stands')
        ORDER BY v.id DESC LIMIT 1), '') <> 'reply_voided') AS standing`);
const REPLY = namedQuery('tickets.reply-state', `
  SELECT e.is_human_reply AS "isHumanReply",
    coalesce((SELECT v.change->>'code' FROM ticket_entry v WHERE v.about_entry_id = e.id AND v.change->>'code' IN ('reply_voided', 'reply_stands') ORDER BY v.id DESC LIMIT 1), '') = 'reply_voided' AS voided,
    (SELECT s.change FROM ticket_entry s WHERE s.about_entry_id = e.id AND s.change->>'code' = 'status_changed' ORDER BY s.id LIMIT 1) AS "statusChange"
  FROM ticket_entry e WHERE e.id = $2 AND e.ticket_id = $1`);

export interface ReplyState {
  readonly isHumanReply: boolean;
  readonly voided: boolean;
  /** The status change that the reply brought with it. */
  readonly statusChange: { readonly params: { readonly from: string; readonly to: string }; readonly version: number } | null;
}

/** Entries are only ever added. */
@Injectable()
export class EntryRepository {
  constructor(private readonly database: Database) {}

  async append(ticketId: string, entries: readonly NewEntry[], recordedAt: Date): Promise<void> {
    if (!this.database.inTransaction) throw new Error('entries are written inside a transaction');
    for (const e of entries) {
      this.database.write(INSERT, [
        e.id, ticketId, e.kind, e.visibility, e.authorKind, e.authorStaffId, e.authorName, e.channel, e.at, recordedAt, e.preview, e.body, e.change, e.aboutEntryId, e.isCustomerContact, e.isHumanReply,
      ]);
    }
  }

  /** Whether a human reply besides this entry stands: not voided, or voided and sent again. */
  async anotherReplyStands(ticketId: string, entryId: string): Promise<boolean> {
    return (await this.database.one<{ standing: boolean }>(STANDING_REPLY, [ticketId, entryId]))!.standing;
  }

  async reply(ticketId: string, entryId: string): Promise<ReplyState | null> {
    return this.database.one<ReplyState & Record<string, unknown>>(REPLY, [ticketId, entryId]);
  }
}
