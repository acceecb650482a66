import { createHash } from 'node:crypto';
import { newId } from '@kaiku/kernel';
import type { Pool, PoolClient } from 'pg';
import { startClocks } from './clocks';
import { named, run } from './statement';

/** Who writes, and where to. */
export interface Desk {
  readonly agentId: string;
  readonly otherTeamId: string;
  readonly mailboxId: string;
}

const CLAIM = named('claim', 'INSERT INTO idempotency_key (actor, operation, key, body_hash, result, at) VALUES ($1, $2, $3, $4, $5, $6)');
const INSERT_TICKET = named('ticket', `
  INSERT INTO ticket (id, kind, status, priority, channel, subject, language, order_number, team_id, customer_id, received_at, created_at, updated_at,
    last_entry_id, last_entry_kind, last_entry_at, last_entry_preview, last_entry_staff_id, next_due_at, next_deadline_id)
  VALUES ($1, 'question', 'new', 'normal', 'phone', $2, 'fi', $3, $4, $5, $6, $6, $6, $7, 'customer_message', $6, $8, $9, $10, $11) RETURNING number`);
const ENTRY_COLUMNS = 'id, ticket_id, kind, visibility, author_kind, author_staff_id, author_name, channel, at, recorded_at, preview, body, change, is_customer_contact, is_human_reply';
const TWO_ENTRIES = named('two entries', `
  INSERT INTO ticket_entry (${ENTRY_COLUMNS}) VALUES
    ($1, $2, 'customer_message', 'public', 'customer', $3, NULL, 'phone', $4, $4, $5, $6, NULL, true, false),
    ($7, $2, 'system', 'internal', 'agent', $3, NULL, NULL, $4, $4, NULL, NULL, $8, false, false)`);
const REPLY_ENTRY = named('reply entry', `
  INSERT INTO ticket_entry (${ENTRY_COLUMNS}) VALUES ($1, $2, 'reply', 'public', 'agent', $3, 'Liisa Mattila', 'email', $4, $4, $5, $6, NULL, false, true)`);
const OUTBOX = named('outbox', 'INSERT INTO outbox_event (name, payload, trace_id, at) VALUES ($1, $2, $3, $4)');
const LOCK = named('lock', 'SELECT number, version, team_id, subject, has_human_reply FROM ticket WHERE id = $1 FOR UPDATE');
const SAVE = named('save', `
  UPDATE ticket SET version = version + 1, has_human_reply = true, last_entry_id = $2, last_entry_kind = 'reply', last_entry_at = $3, last_entry_preview = $4, last_entry_by_us = true,
    last_entry_staff_id = $5, updated_at = $3 WHERE id = $1`);
const MESSAGE = named('message', `
  INSERT INTO message (entry_id, ticket_id, direction, from_name, from_address, to_addresses, subject) VALUES ($1, $2, 'outbound', 'Lumo', 'asiakaspalvelu@lumo.example', $3, $4)`);
const PARTICIPANT = named('participant', 'INSERT INTO participant (ticket_id, address, added_by, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING');
const OUTBOUND = named('outbound', `
  INSERT INTO outbound_message (id, entry_id, ticket_id, kind, mailbox_id, rfc_message_id, state, release_at, recipients, content, created_at, trace_id)
  VALUES ($1, $2, $3, 'reply', $4, $5, 'queued', $6, $7, $8, $9, $10)`);
const NO_DRAFT = named('no draft', `DELETE FROM draft WHERE ticket_id = $1 AND staff_id = $2 AND mode = 'reply'`);

const TRACE = '0'.repeat(32);
const preview = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 160);

async function transaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

export interface NewTicket {
  readonly key: string;
  readonly customerId: string;
  readonly subject: string;
  readonly text: string;
  readonly order: string;
}

/** The rows that opening a ticket writes, by hand: key, clocks with their events and timers, ticket, message, origin, event. */
export function createTicket(pool: Pool, desk: Desk, body: string): Promise<object> {
  const input = JSON.parse(body) as NewTicket;
  return transaction(pool, async (client) => {
    const [id, entryId, at] = [newId(), newId(), new Date()];
    const actor = `staff:${desk.agentId}`;
    const next = await startClocks(client, { ticketId: id, entryId, teamId: desk.otherTeamId, agentId: desk.agentId, at });
    const { rows } = await run(client, INSERT_TICKET, [id, input.subject, input.order, desk.otherTeamId, input.customerId, at, entryId, preview(input.text), desk.agentId, next.dueAt, next.id]);
    const number = (rows[0] as { number: number }).number;
    await run(client, TWO_ENTRIES, [entryId, id, desk.agentId, at, preview(input.text), input.text, newId(), { code: 'opened', params: {}, version: 1 }]);
    await run(client, OUTBOX, ['ticket.opened.v1', { ticketId: id, number, version: 1, teamId: desk.otherTeamId, assigneeId: null, changed: ['entries', 'status'], actorId: desk.agentId, kind: 'question', customerId: input.customerId, entryId }, TRACE, at]);
    await run(client, CLAIM, [actor, 'openTicket', `bare-${input.key}`, createHash('sha256').update(body).digest(), JSON.stringify({ ticketId: id, number, entryId }), at]);
    return { id, number, version: 1 };
  });
}

export interface NewReply {
  readonly key: string;
  readonly ticketId: string;
  readonly address: string;
  readonly text: string;
}

/** The rows that a reply writes, by hand: key, lock, entry, ticket, message, participant, mail to send, two events. */
export function reply(pool: Pool, desk: Desk, body: string): Promise<object> {
  const input = JSON.parse(body) as NewReply;
  return transaction(pool, async (client) => {
    const [entryId, outboundId, at] = [newId(), newId(), new Date()];
    const { rows } = await run(client, LOCK, [input.ticketId]);
    const ticket = rows[0] as { number: number; version: number; team_id: string; subject: string };
    const to = [{ name: '', address: input.address }];
    await run(client, REPLY_ENTRY, [entryId, input.ticketId, desk.agentId, at, preview(input.text), input.text]);
    await run(client, SAVE, [input.ticketId, entryId, at, preview(input.text), desk.agentId]);
    await run(client, MESSAGE, [entryId, input.ticketId, JSON.stringify(to), ticket.subject]);
    await run(client, PARTICIPANT, [input.ticketId, input.address, desk.agentId, at]);
    const content = { subject: ticket.subject, text: input.text, signature: 'Liisa\nLumo', from: { name: 'Lumo', address: 'asiakaspalvelu@lumo.example' }, inReplyTo: null, references: [], attachmentIds: [], automatic: false, language: 'fi', statusLink: false };
    const releaseAt = new Date(at.getTime() + 10_000);
    await run(client, OUTBOUND, [outboundId, entryId, input.ticketId, desk.mailboxId, `<${outboundId}@lumo.example>`, releaseAt, JSON.stringify(to), content, at, TRACE]);
    await run(client, NO_DRAFT, [input.ticketId, desk.agentId]);
    const news = { ticketId: input.ticketId, number: ticket.number, version: ticket.version + 1, teamId: ticket.team_id, assigneeId: null, changed: ['entries'], actorId: desk.agentId, entryId, entryKind: 'reply' };
    await run(client, OUTBOX, ['ticket.entry_added.v1', news, TRACE, at]);
    await run(client, OUTBOX, ['message.queued.v1', { outboundId, releaseAt: releaseAt.toISOString() }, TRACE, at]);
    await run(client, CLAIM, [`staff:${desk.agentId}`, 'sendReply', `bare-${input.key}`, createHash('sha256').update(body).digest(), JSON.stringify(entryId), at]);
    return { id: entryId };
  });
}
