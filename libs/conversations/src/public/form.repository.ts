import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';

export interface FormSubmission {
  readonly ticketId: string;
  readonly number: number;
  /** What was sent with it the first time. */
  readonly body: string | null;
}

// Two posts of one form at once must meet here, before either looks.
const LOCK = namedQuery('form.lock', `SELECT pg_advisory_xact_lock(hashtextextended(encode($1::bytea, 'hex'), 5160420))`);
const FIND = namedQuery('form.find', `
  SELECT s.ticket_id AS "ticketId", t.number, e.body
  FROM form_submission s JOIN ticket t ON t.id = s.ticket_id
    LEFT JOIN LATERAL (SELECT body FROM ticket_entry WHERE ticket_id = t.id AND kind = 'customer_message' ORDER BY id LIMIT 1) e ON true
  WHERE s.nonce_hash = $1`);
const ADD = namedQuery('form.add', 'INSERT INTO form_submission (nonce_hash, ticket_id, address, held, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING');
const SAID = namedQuery('form.said', `SELECT 1 AS yes FROM ticket_entry WHERE ticket_id = $1 AND kind = 'customer_message' AND channel = 'form' AND body = $2 LIMIT 1`);
const LOOSE = namedQuery('form.loose_files', 'SELECT id, name FROM attachment WHERE id = ANY($1) AND entry_id IS NULL AND uploaded_by IS NULL ORDER BY created_at, id');
const BIND = namedQuery('form.bind_files', 'UPDATE attachment SET entry_id = $2, ticket_id = $3 WHERE id = ANY($1) AND entry_id IS NULL AND uploaded_by IS NULL');

const WRITER = namedQuery('form.first_writer', `
  SELECT coalesce(from_name, '') AS name, from_address AS address FROM message
  WHERE ticket_id = $1 AND direction = 'inbound' AND from_address IS NOT NULL ORDER BY entry_id LIMIT 1`);

/** Forms that were sent, and files that came with one before it could be taken. */
@Injectable()
export class FormRepository {
  constructor(private readonly database: Database) {}

  /** What this nonce was used for. Inside a transaction it takes a lock until its end. */
  async submission(nonceHash: Buffer): Promise<FormSubmission | null> {
    if (this.database.inTransaction) await this.database.rows(LOCK, [nonceHash]);
    return this.database.one<FormSubmission & Record<string, unknown>>(FIND, [nonceHash]);
  }
  async add(s: { nonceHash: Buffer; ticketId: string; address: string | null; held: boolean; at: Date }): Promise<void> {
    await this.database.rows(ADD, [s.nonceHash, s.ticketId, s.address, s.held, s.at]);
  }
  /** Whether the customer has said just this on the ticket by a form. */
  async said(ticketId: string, body: string): Promise<boolean> {
    return (await this.database.one(SAID, [ticketId, body])) !== null;
  }
  /** Who the matter came from: whoever wrote first, whatever others have written since. */
  firstWriter(ticketId: string): Promise<{ name: string; address: string } | null> {
    return this.database.one<{ name: string; address: string }>(WRITER, [ticketId]);
  }
  /** Of these files, those that hang nowhere yet. */
  looseFiles(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.database.rows<{ id: string; name: string }>(LOOSE, [ids]);
  }
  async bindFiles(ids: readonly string[], entryId: string, ticketId: string): Promise<void> {
    if (ids.length > 0) await this.database.rows(BIND, [ids, entryId, ticketId]);
  }
}
