import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';

export type DraftMode = 'reply' | 'note';

export interface DraftRow {
  readonly ticketId: string;
  readonly mode: DraftMode;
  readonly text: string;
  readonly attachmentIds: readonly string[];
  readonly revision: number;
  readonly savedAt: string;
}

const COLUMNS = `ticket_id AS "ticketId", mode, text, attachment_ids AS "attachmentIds", revision, saved_at AS "savedAt"`;
const SAVE = namedQuery('draft.save', `
  INSERT INTO draft (ticket_id, staff_id, mode, text, attachment_ids, saved_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (ticket_id, staff_id, mode) DO UPDATE SET text = excluded.text, attachment_ids = excluded.attachment_ids, saved_at = excluded.saved_at, revision = draft.revision + 1
  RETURNING ${COLUMNS}`);
const REMOVE = namedQuery('draft.remove', 'DELETE FROM draft WHERE ticket_id = $1 AND staff_id = $2 AND mode = $3');
const OWN = namedQuery('draft.own', `SELECT ${COLUMNS} FROM draft WHERE staff_id = $1 ORDER BY saved_at DESC LIMIT 2000`);
const ONE = namedQuery('draft.one', `SELECT ${COLUMNS} FROM draft WHERE staff_id = $1 AND ticket_id = $2 AND mode = $3`);
const EXPIRE = namedQuery('draft.expire', 'DELETE FROM draft WHERE saved_at < $1');

/** Drafts belong to one person: every statement names them. */
@Injectable()
export class DraftRepository {
  constructor(private readonly database: Database) {}

  async save(staffId: string, draft: { ticketId: string; mode: DraftMode; text: string; attachmentIds: readonly string[] }, at: Date): Promise<DraftRow> {
    return (await this.database.one<DraftRow & Record<string, unknown>>(SAVE, [draft.ticketId, staffId, draft.mode, draft.text, draft.attachmentIds, at]))!;
  }
  async remove(ticketId: string, staffId: string, mode: DraftMode): Promise<void> {
    this.database.write(REMOVE, [ticketId, staffId, mode]);
  }
  own(staffId: string): Promise<DraftRow[]> {
    return this.database.rows<DraftRow & Record<string, unknown>>(OWN, [staffId]);
  }
  one(staffId: string, ticketId: string, mode: DraftMode): Promise<DraftRow | null> {
    return this.database.one<DraftRow & Record<string, unknown>>(ONE, [staffId, ticketId, mode]);
  }
  async expire(before: Date): Promise<void> {
    await this.database.rows(EXPIRE, [before]);
  }
}
