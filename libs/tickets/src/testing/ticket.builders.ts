import { newId } from '@kaiku/kernel';
import { aTeam, type Sql } from '@kaiku/staff/testing';
import { previewOf } from '../entry.rules';
import type { AuthorKind, EntryKind, EntryVisibility, TicketChannel, TicketKind, TicketPriority, TicketStatus } from '../ticket.words';

export interface TicketRowSpec {
  id?: string; kind?: TicketKind; status?: TicketStatus; priority?: TicketPriority; channel?: TicketChannel; subject?: string | null; language?: 'fi' | 'sv' | 'en';
  orderNumber?: string | null; answerWanted?: boolean; teamId?: string; assigneeId?: string | null; customerId?: string | null; tags?: string[]; receivedAt?: string;
  solvedAt?: string | null; snoozeUntil?: string | null; hasHumanReply?: boolean; noReplyReason?: string | null; nextDueAt?: string | null; possiblyBelongsTo?: string | null;
  /** False: without a first customer message. */
  entry?: boolean;
}
export interface BuiltTicket { id: string; number: number; teamId: string; entryId: string | null }

const AT = '2026-11-23T08:00:00.000Z';

/** Inserts a valid ticket, with a customer's message as its first entry: an open question in Finnish unless told. */
export async function aTicket(db: Sql, spec: TicketRowSpec = {}): Promise<BuiltTicket> {
  const id = spec.id ?? newId();
  const teamId = spec.teamId ?? (await aTeam(db)).id;
  const status = spec.status ?? 'open';
  const ended = status === 'solved' || status === 'closed';
  const receivedAt = spec.receivedAt ?? AT;
  const [row] = await db.sql<{ number: number }>(
    `INSERT INTO ticket (id, kind, status, priority, channel, subject, language, order_number, answer_wanted, team_id, assignee_id, customer_id, tags, received_at, created_at, updated_at,
       solved_at, snooze_until, has_human_reply, no_reply_reason, next_due_at, possibly_belongs_to)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $14, $15, $16, $17, $18, $19, $20) RETURNING number`,
    [
      id, spec.kind ?? 'question', status, spec.priority ?? 'normal', spec.channel ?? 'email', spec.subject === undefined ? 'Missä tilaukseni on?' : spec.subject, spec.language ?? 'fi',
      spec.orderNumber ?? null, spec.answerWanted ?? true, teamId, spec.assigneeId ?? null, spec.customerId ?? null, spec.tags ?? [], receivedAt,
      spec.solvedAt ?? (ended ? receivedAt : null), spec.snoozeUntil ?? (status === 'snoozed' ? '2026-11-24T08:00:00.000Z' : null), spec.hasHumanReply ?? (ended && !spec.noReplyReason),
      spec.noReplyReason ?? null, spec.nextDueAt ?? null, spec.possiblyBelongsTo ?? null,
    ],
  );
  const entryId = spec.entry === false ? null : (await anEntry(db, { ticketId: id, at: receivedAt })).id;
  return { id, number: row!.number, teamId, entryId };
}

export interface EntryRowSpec {
  id?: string; ticketId: string; kind?: EntryKind; visibility?: EntryVisibility; authorKind?: AuthorKind; authorStaffId?: string | null; authorName?: string | null;
  channel?: TicketChannel | null; at?: string; body?: string | null; change?: unknown; aboutEntryId?: string | null; isCustomerContact?: boolean; isHumanReply?: boolean;
}

/** Inserts a valid entry and makes it the ticket's last: a customer's message unless told; a note or reply comes from an agent. */
export async function anEntry(db: Sql, spec: EntryRowSpec): Promise<{ id: string }> {
  const id = spec.id ?? newId();
  const kind = spec.kind ?? 'customer_message';
  const internal = kind === 'note' || kind === 'system';
  const authorKind = spec.authorKind ?? (kind === 'customer_message' || kind === 'survey_answer' ? 'customer' : kind === 'system' ? 'rule' : 'agent');
  const visibility = spec.visibility ?? (internal ? 'internal' : 'public');
  const body = kind === 'system' ? null : spec.body === undefined ? 'Hei, tilaus ei ole tullut.' : spec.body;
  const at = spec.at ?? AT;
  await db.sql(
    `INSERT INTO ticket_entry (id, ticket_id, kind, visibility, author_kind, author_staff_id, author_name, channel, at, recorded_at, preview, body, change, about_entry_id, is_customer_contact, is_human_reply)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id, spec.ticketId, kind, visibility, authorKind, spec.authorStaffId ?? null, spec.authorName ?? null, spec.channel ?? null, at, previewOf(body), body, spec.change ?? null, spec.aboutEntryId ?? null,
      spec.isCustomerContact ?? (authorKind === 'customer' && visibility === 'public'), spec.isHumanReply ?? (kind === 'reply' && authorKind === 'agent'),
    ],
  );
  if (kind !== 'system') {
    await db.sql(
      `UPDATE ticket SET last_entry_id = $2, last_entry_kind = $3, last_entry_at = $4, last_entry_preview = $5, last_entry_by_us = $6, last_entry_staff_id = $7, has_human_reply = has_human_reply OR $8 WHERE id = $1`,
      [spec.ticketId, id, kind, at, previewOf(body), authorKind !== 'customer', spec.authorStaffId ?? null, spec.isHumanReply ?? (kind === 'reply' && authorKind === 'agent')],
    );
  }
  return { id };
}
