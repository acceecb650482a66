import { Injectable } from '@nestjs/common';
import { can, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';

export interface AttachmentRow {
  readonly id: string;
  readonly entryId: string | null;
  readonly ticketId: string | null;
  readonly uploadedBy: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly inline: boolean;
  readonly image: boolean;
  readonly storedAs: string;
}

const COLUMNS = `id, entry_id AS "entryId", ticket_id AS "ticketId", uploaded_by AS "uploadedBy", name, content_type AS "contentType", size, inline, image, stored_as AS "storedAs"`;
const INSERT = namedQuery('attachment.insert', `
  INSERT INTO attachment (id, entry_id, ticket_id, uploaded_by, name, content_type, size, inline, image, content_id, sha256, key_id, stored_as, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`);
const BIND = namedQuery('attachment.bind', `
  UPDATE attachment SET entry_id = $2, ticket_id = $3 WHERE id = ANY($1) AND entry_id IS NULL AND uploaded_by = $4 RETURNING id`);
const RELEASE = namedQuery('attachment.release', 'UPDATE attachment SET entry_id = NULL, ticket_id = NULL WHERE entry_id = $1');
const BY_IDS = namedQuery('attachment.by_ids', `SELECT ${COLUMNS} FROM attachment WHERE id = ANY($1)`);

const LOOSE = namedQuery('attachment.loose', `
  SELECT id, stored_as AS "storedAs" FROM attachment a
  WHERE entry_id IS NULL AND created_at < CASE WHEN uploaded_by IS NULL THEN $1::timestamptz ELSE $2::timestamptz END
    AND NOT EXISTS (SELECT FROM draft d WHERE d.staff_id = a.uploaded_by AND a.id = ANY(d.attachment_ids))
  ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED`);
const REMOVE = namedQuery('attachment.remove', 'DELETE FROM attachment WHERE id = ANY($1)');

export interface NewAttachment extends AttachmentRow {
  readonly contentId: string | null;
  readonly sha256: Buffer;
  readonly keyId: string;
  readonly createdAt: Date;
}

/** Loading and binding of files; who may see one follows from its ticket (AttachmentQueries). */
@Injectable()
export class AttachmentRepository {
  constructor(private readonly database: Database) {}

  async insert(a: NewAttachment): Promise<void> {
    await this.database.rows(INSERT, [a.id, a.entryId, a.ticketId, a.uploadedBy, a.name, a.contentType, a.size, a.inline, a.image, a.contentId, a.sha256, a.keyId, a.storedAs, a.createdAt]);
  }
  /** Ties files that this person uploaded, and that hang nowhere yet, to an entry. @returns how many were tied */
  async bind(ids: readonly string[], entryId: string, ticketId: string, uploadedBy: string): Promise<number> {
    return ids.length === 0 ? 0 : (await this.database.rows(BIND, [ids, entryId, ticketId, uploadedBy])).length;
  }
  /** Gives an undone reply's files back to its author. */
  async release(entryId: string): Promise<void> {
    await this.database.rows(RELEASE, [entryId]);
  }
  /** Files that hang nowhere, in no draft either, and are held until the transaction's end. @param fromForms those of strangers' forms before this @param ofStaff those of people here before this */
  loose(fromForms: Date, ofStaff: Date, limit: number): Promise<{ id: string; storedAs: string }[]> {
    return this.database.rows<{ id: string; storedAs: string }>(LOOSE, [fromForms, ofStaff, limit]);
  }
  async remove(ids: readonly string[]): Promise<void> {
    await this.database.rows(REMOVE, [ids]);
  }
  byIds(ids: readonly string[]): Promise<AttachmentRow[]> {
    return this.database.rows<AttachmentRow & Record<string, unknown>>(BY_IDS, [ids]);
  }
}

/** A file that hangs nowhere yet is seen only by who uploaded it. */
export const mayViewLoose = (viewer: Viewer, row: AttachmentRow): boolean =>
  row.entryId === null && (viewer.actor.kind === 'system' || (viewer.actor.kind === 'staff' && viewer.actor.id === row.uploadedBy && can(viewer, 'ticket.reply')));
