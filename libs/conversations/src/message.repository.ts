import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';

export interface Address {
  readonly name: string;
  readonly address: string;
}

export interface NewMessage {
  readonly entryId: string;
  readonly ticketId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly rfcMessageId: string | null;
  readonly inReplyTo: string | null;
  readonly referenceIds: readonly string[];
  readonly from: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string | null;
  readonly html: string | null;
  readonly quoted: string | null;
  readonly simple: boolean;
  readonly remoteImages: boolean;
  readonly sanitiserVersion: number;
  readonly automatic: 'none' | 'auto_reply' | 'out_of_office' | 'bulk' | 'bounce';
  readonly suspicion: string | null;
  readonly contentKey: Buffer | null;
  readonly rawId: string | null;
}

const INSERT = namedQuery('message.insert', `
  INSERT INTO message (entry_id, ticket_id, direction, rfc_message_id, in_reply_to, reference_ids, from_name, from_address, to_addresses, cc_addresses,
    subject, html, quoted, simple, remote_images, sanitiser_version, automatic, suspicion, content_key, raw_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`);
const BY_CONTENT = namedQuery('message.by_content', 'SELECT entry_id AS "entryId" FROM message WHERE content_key = $1');
// The mail lock: two copies of one mail filed at once must meet here, before either looks.
const LOCK_CONTENT = namedQuery('message.lock_content', `SELECT pg_advisory_xact_lock(hashtextextended(encode($1::bytea, 'hex'), 5160418))`);
const TICKETS_OF = namedQuery('message.tickets_of', 'SELECT DISTINCT ON (rfc_message_id) rfc_message_id AS "rfcMessageId", ticket_id AS "ticketId" FROM message WHERE rfc_message_id = ANY($1)');
const THREAD = namedQuery('message.thread', `
  SELECT m.entry_id AS "entryId", m.rfc_message_id AS "rfcMessageId", m.reference_ids AS "referenceIds", m.from_name AS "fromName", m.from_address AS "fromAddress", m.direction, m.subject
  FROM message m WHERE m.ticket_id = $1 ORDER BY m.entry_id DESC LIMIT 50`);
const ADD_PARTICIPANT = namedQuery('participant.add', 'INSERT INTO participant (ticket_id, address, added_by, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING');
const PARTICIPANTS = namedQuery('participant.of', 'SELECT address FROM participant WHERE ticket_id = $1 ORDER BY added_at, address');
const IS_PARTICIPANT = namedQuery('participant.is', 'SELECT 1 AS yes FROM participant WHERE ticket_id = $1 AND address = lower($2)');
const OUTBOUND_TICKET = namedQuery('message.outbound_ticket', 'SELECT ticket_id AS "ticketId" FROM outbound_message WHERE id = $1');

export interface ThreadRow {
  readonly entryId: string;
  readonly rfcMessageId: string | null;
  readonly referenceIds: readonly string[];
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly subject: string | null;
}

/** Messages and participants of tickets, for the commands that change them. */
@Injectable()
export class MessageRepository {
  constructor(private readonly database: Database) {}

  async insert(m: NewMessage): Promise<void> {
    this.database.write(INSERT, [
      m.entryId, m.ticketId, m.direction, m.rfcMessageId, m.inReplyTo, m.referenceIds, m.from?.name || null, m.from?.address ?? null, JSON.stringify(m.to), JSON.stringify(m.cc),
      m.subject, m.html, m.quoted, m.simple, m.remoteImages, m.sanitiserVersion, m.automatic, m.suspicion, m.contentKey, m.rawId,
    ]);
  }
  /** Entry that already holds this very mail. Takes a lock until the transaction ends, so that two copies do not both find none. */
  async entryWithContent(key: Buffer): Promise<string | null> {
    await this.database.rows(LOCK_CONTENT, [key]);
    return (await this.database.one<{ entryId: string }>(BY_CONTENT, [key]))?.entryId ?? null;
  }
  /** Tickets that hold messages with these Message-IDs. */
  async ticketsOf(rfcMessageIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (rfcMessageIds.length === 0) return new Map();
    const rows = await this.database.rows<{ rfcMessageId: string; ticketId: string }>(TICKETS_OF, [rfcMessageIds]);
    return new Map(rows.map((r) => [r.rfcMessageId, r.ticketId]));
  }
  async ticketOfOutbound(outboundId: string): Promise<string | null> {
    return (await this.database.one<{ ticketId: string }>(OUTBOUND_TICKET, [outboundId]))?.ticketId ?? null;
  }
  /** Newest first. */
  thread(ticketId: string): Promise<ThreadRow[]> {
    return this.database.rows<ThreadRow & Record<string, unknown>>(THREAD, [ticketId]);
  }
  async addParticipant(ticketId: string, address: string, addedBy: string | null, at: Date): Promise<void> {
    this.database.write(ADD_PARTICIPANT, [ticketId, address.toLowerCase(), addedBy, at]);
  }
  async participants(ticketId: string): Promise<string[]> {
    return (await this.database.rows<{ address: string }>(PARTICIPANTS, [ticketId])).map((r) => r.address);
  }
  async isParticipant(ticketId: string, address: string): Promise<boolean> {
    return (await this.database.one(IS_PARTICIPANT, [ticketId, address])) !== null;
  }
}
