import { Injectable } from '@nestjs/common';
import { LIMITS, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { PAGE_COLUMNS } from '@kaiku/tickets';
import { validAddress } from '../mail/addresses';
import type { Address } from '../message.repository';
import type { AnsweredMessage } from './reply.rules';

// Who wrote last, never one of our own mailboxes; the customer's oldest address; the mailbox of the team in the customer's language,
// of the team, in the language, any.
const parties = (t: string, more = ''): string => `
  SELECT box.id AS "mailboxId", box.name AS "mailboxName", box.address AS "mailboxAddress", wrote.from_name AS "wroteName", wrote.from_address AS "wroteAddress",
    mail.name AS "customerName", mail.address AS "customerAddress"${more}
  FROM ${t} t
  LEFT JOIN LATERAL (SELECT b.id, b.name, b.address FROM mailbox b WHERE b.active ORDER BY b.team_id = t.team_id DESC, b.language = t.language DESC, b.created_at, b.id LIMIT 1) box ON true
  LEFT JOIN LATERAL (SELECT m.from_name, m.from_address FROM message m
    WHERE m.ticket_id = t.id AND m.direction = 'inbound' AND m.from_address IS NOT NULL AND NOT EXISTS (SELECT FROM mailbox o WHERE o.active AND o.address = lower(m.from_address))
    ORDER BY m.entry_id DESC LIMIT 1) wrote ON true
  LEFT JOIN LATERAL (SELECT p.value AS address, concat_ws(' ', c.first_name, c.last_name) AS name
    FROM customer_contact_point l JOIN contact_point p ON p.id = l.contact_point_id JOIN customer c ON c.id = l.customer_id
    WHERE l.customer_id = t.customer_id AND p.kind = 'email' ORDER BY l.created_at, p.id LIMIT 1) mail ON true`;
const BY_ID = '(SELECT * FROM ticket WHERE id = $1)';
const PARTIES = namedQuery('reply.parties', parties(BY_ID));
const partiesAdded = PAGE_COLUMNS.add<Row>('parties', `(SELECT row_to_json(p) FROM (${parties('(SELECT t.id, t.team_id, t.language, t.customer_id)')}) p)`);
// Beside them what only the answer itself needs: the message it answers, and how long its author wants to be able to take it back.
const OF_REPLY = namedQuery('reply.parties-and-thread', parties(BY_ID, `,
    (SELECT undo_seconds FROM staff_member WHERE id = $2) AS "undoSeconds",
    (SELECT json_build_object('entryId', m.entry_id, 'rfcMessageId', m.rfc_message_id, 'referenceIds', m.reference_ids) FROM message m
      WHERE m.ticket_id = t.id AND m.direction = 'inbound' ORDER BY m.entry_id DESC LIMIT 1) AS answered`));

type Row = {
  mailboxId: string | null; mailboxName: string; mailboxAddress: string; wroteName: string | null; wroteAddress: string | null; customerName: string | null; customerAddress: string | null;
};

/** Whom an answer goes to and where it leaves from. */
export interface ReplyParties {
  /** Who wrote last, else the customer's own e-mail address; nobody when neither is there. */
  readonly to: readonly Address[];
  readonly from: (Address & { readonly id: string }) | null;
}

/** The parties of an answer, in one statement; the caller has shown that the reader may see the ticket. */
@Injectable()
export class ReplyPartiesQueries {
  constructor(private readonly database: Database) {}

  async of(_viewer: Viewer, ticket: { readonly id: string } & Parameters<typeof partiesAdded>[0]): Promise<ReplyParties> {
    const read = partiesAdded(ticket);
    return partiesOf(read === undefined ? await this.database.one<Row>(PARTIES, [ticket.id]) : read);
  }

  /** @param authorId who answers */
  async ofReply(_viewer: Viewer, ticketId: string, authorId: string): Promise<ReplyParties & { readonly answered: AnsweredMessage | null; readonly undoSeconds: number }> {
    const row = await this.database.one<Row & { undoSeconds: number | null; answered: AnsweredMessage | null }>(OF_REPLY, [ticketId, authorId]);
    return { ...partiesOf(row), answered: row?.answered ?? null, undoSeconds: row?.undoSeconds ?? LIMITS.undo.defaultSeconds };
  }
}

function partiesOf(row: Row | null): ReplyParties {
  if (!row) return { to: [], from: null };
  const wrote = row.wroteAddress ? validAddress(row.wroteAddress) : null;
  const to = wrote ? { name: row.wroteName ?? '', address: wrote } : row.customerAddress ? { name: row.customerName ?? '', address: row.customerAddress } : null;
  return { to: to ? [to] : [], from: row.mailboxId ? { id: row.mailboxId, name: row.mailboxName, address: row.mailboxAddress } : null };
}
