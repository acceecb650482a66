import { Injectable } from '@nestjs/common';
import { LIMITS, type Locale, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { TicketStatus } from '@kaiku/tickets';

export interface StatusTicket {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string | null;
  readonly language: Locale;
  readonly status: TicketStatus;
  readonly answerWanted: boolean;
  readonly receivedAt: string;
  readonly solvedAt: string | null;
  readonly nextDueAt: string | null;
  /** When the link was last mailed or used. */
  readonly linkAt: string;
  /** Who the matter came from; null when they gave no address. */
  readonly writer: string | null;
  /** When the first answer left that stands. */
  readonly answeredAt: string | null;
}

export interface StatusMessage {
  readonly id: string;
  readonly at: string;
  readonly byUs: boolean;
  readonly byPerson: boolean;
  readonly authorName: string | null;
  readonly channel: string | null;
  readonly address: string | null;
  readonly text: string;
  readonly files: readonly string[];
}

type TicketRow = StatusTicket & Record<string, unknown>;
type MessageRow = StatusMessage & Record<string, unknown>;

/** What has left and was not taken back: a reply in its undo window is nobody's yet, and one that was undone never was. */
const LEFT = (at: string): string => `(o.id IS NULL OR (o.state <> 'undone' AND o.release_at <= ${at}))`;
const PUBLIC = `e.visibility = 'public' AND e.kind IN ('customer_message', 'reply', 'decision')`;

const TICKET = namedQuery('status.ticket', `
  SELECT t.id AS "ticketId", t.number, t.subject, t.language, t.status, t.answer_wanted AS "answerWanted", t.received_at AS "receivedAt", t.solved_at AS "solvedAt", t.next_due_at AS "nextDueAt",
    l.expires_at - make_interval(days => ${LIMITS.publicLink.days}) AS "linkAt",
    (SELECT m.from_address FROM message m WHERE m.ticket_id = t.id AND m.direction = 'inbound' AND m.from_address IS NOT NULL ORDER BY m.entry_id LIMIT 1) AS writer,
    (SELECT min(e.at) FROM ticket_entry e LEFT JOIN outbound_message o ON o.entry_id = e.id WHERE e.ticket_id = t.id AND e.kind = 'reply' AND e.visibility = 'public' AND ${LEFT('$2')}) AS "answeredAt"
  FROM public_link l JOIN ticket t ON t.id = l.ticket_id
  WHERE l.token_hash = $1 AND l.expires_at > $2`);
const MESSAGES = namedQuery('status.messages', `
  SELECT e.id, e.at, e.kind <> 'customer_message' AS "byUs", e.author_kind = 'agent' AS "byPerson", e.author_name AS "authorName", e.channel, m.from_address AS address, coalesce(e.body, '') AS text,
    array(SELECT a.name FROM attachment a WHERE a.entry_id = e.id AND NOT a.inline ORDER BY a.created_at, a.id) AS files
  FROM ticket_entry e LEFT JOIN message m ON m.entry_id = e.id LEFT JOIN outbound_message o ON o.entry_id = e.id
  WHERE e.ticket_id = $1 AND ${PUBLIC} AND coalesce(m.automatic, 'none') = 'none' AND ${LEFT('$2')}
  ORDER BY e.id DESC LIMIT ${LIMITS.publicLink.messages}`);

/** What a customer may read of their own ticket by its link. Run under the reader role, which can write nothing. */
@Injectable()
export class StatusQueries {
  constructor(private readonly database: Database) {}

  /** The ticket that a link opens, or null for a link that is unknown or has ended. */
  ticket(_viewer: Viewer, tokenHash: Buffer, now: Date): Promise<StatusTicket | null> {
    return this.database.one<TicketRow>(TICKET, [tokenHash, now]);
  }

  /** What was said between the customer and us, newest first: no notes, no events, nothing that has not left yet. */
  messages(_viewer: Viewer, ticketId: string, now: Date): Promise<readonly StatusMessage[]> {
    return this.database.rows<MessageRow>(MESSAGES, [ticketId, now]);
  }
}
