import { AccessInMemoryModule, aCustomer } from '@kaiku/customers/testing';
import { InvalidInput, newId, type StaffActor } from '@kaiku/kernel';
import { openBench, type TestBench } from '@kaiku/testing';
import { TicketNotFound } from '@kaiku/tickets';
import { anEntry, aTicket, staffIn } from '@kaiku/tickets/testing';
import { AttachmentNotFound, RecipientNotAllowed, ReplyNotFound, ReplyTooLateToUndo, TicketStale } from '../conversations.problems';
import { ConversationsModule } from '../index';
import { OutboundRepository } from '../outbound/outbound.repository';
import { aMailbox } from '../testing';
import { ResendReply } from './resend-reply';
import { SaveDraft } from './save-draft';
import { SendReply } from './send-reply';
import { UndoReply } from './undo-reply';

let bench: TestBench;
let teamId: string;
let liisa: StaffActor;
let juha: StaffActor;
let ticket: { id: string; entryId: string | null };
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, ConversationsModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  bench.clock.set('2026-11-23T09:00:00Z');
  teamId = (await aMailbox(bench.db)).teamId;
  liisa = await staffIn(bench.db, [teamId], { name: 'Liisa Mattila' });
  juha = await staffIn(bench.db, [teamId], { name: 'Juha Heikkinen' });
  const customer = await aCustomer(bench.db, { emails: ['maija@posti.example'] });
  ticket = await aTicket(bench.db, { teamId, customerId: customer.id });
});

const input = (over: Record<string, unknown> = {}) => ({ idempotencyKey: newId(), ticketId: ticket.id, lastSeenEntryId: ticket.entryId, text: 'Hei, selvitämme asian.', thenStatus: 'waiting_customer', ...over });
const send = (over: Record<string, unknown> = {}, actor = liisa) => bench.get(SendReply).run(actor, input(over), 10);
const outbound = () => bench.db.sql<{ id: string; release_at: Date; recipients: { address: string }[]; content: { text: string }; [column: string]: unknown }>('SELECT * FROM outbound_message ORDER BY created_at, id');
const state = async () => (await bench.db.sql<Record<string, unknown>>('SELECT status, has_human_reply FROM ticket WHERE id = $1', [ticket.id]))[0];

test('a reply counts at the click and waits for its undo window', async () => {
  await send();
  expect(await state()).toEqual({ status: 'waiting_customer', has_human_reply: true });
  const [mail] = await outbound();
  expect(mail).toMatchObject({ kind: 'reply', state: 'queued', recipients: [{ address: 'maija@posti.example', role: 'to' }] });
  expect(mail!.release_at.toISOString()).toBe('2026-11-23T09:00:10.000Z');
  expect(await bench.get(OutboundRepository).claim(mail!.id, bench.clock.now(), 30)).toBeNull();
});

test('undone within the window it is never sent, does not count, and is a draft again, files and all', async () => {
  const entryId = await send();
  const draft = await bench.get(UndoReply).run(liisa, entryId);
  expect(draft).toMatchObject({ ticketId: ticket.id, mode: 'reply', text: 'Hei, selvitämme asian.' });
  expect(await state()).toEqual({ status: 'open', has_human_reply: false });
  bench.clock.advance(60_000);
  expect(await bench.get(OutboundRepository).claim((await outbound())[0]!.id, bench.clock.now(), 30)).toBeNull();
});

test('after the window it is too late, and a colleague cannot undo it at all', async () => {
  const entryId = await send();
  await expect(bench.get(UndoReply).run(juha, entryId)).rejects.toThrow(ReplyNotFound);
  bench.clock.advance(10_000);
  await expect(bench.get(UndoReply).run(liisa, entryId)).rejects.toThrow(ReplyTooLateToUndo);
  expect(await state()).toMatchObject({ has_human_reply: true });
});

test('undo and the sender race: exactly one wins', async () => {
  for (let round = 0; round < 20; round++) {
    const entryId = await send({ sendAnyway: true });
    const row = (await outbound()).at(-1)!;
    const release = new Date(row.release_at);
    bench.clock.set(new Date(release.getTime() - 1));
    const [undone, claimed] = await Promise.all([bench.get(UndoReply).run(liisa, entryId).then(() => true, () => false), bench.get(OutboundRepository).claim(row.id, release, 30)]);
    expect([undone, claimed !== null].filter(Boolean)).toHaveLength(1);
  }
});

test('F29 two agents answer the same message at once: one is sent, the other is told what is newer', async () => {
  const results = await Promise.allSettled([send({}, liisa), send({}, juha)]);
  const refused = results.find((r) => r.status === 'rejected') as PromiseRejectedResult;
  expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
  expect(refused.reason).toBeInstanceOf(TicketStale);
  expect((refused.reason as TicketStale).newer).toHaveLength(1);
  expect(await outbound()).toHaveLength(1);
});

test('something from the customer since the author looked refuses the reply, unless they have seen it and say so', async () => {
  await anEntry(bench.db, { ticketId: ticket.id, body: 'Löytyi jo!' });
  await expect(send()).rejects.toThrow(TicketStale);
  expect(await outbound()).toHaveLength(0);
  await send({ sendAnyway: true });
  expect(await outbound()).toHaveLength(1);
});

test('a colleague\'s note does not make a reply stale', async () => {
  await anEntry(bench.db, { ticketId: ticket.id, kind: 'note', body: 'Soitin varastoon', authorStaffId: juha.id });
  await send();
  expect(await outbound()).toHaveLength(1);
});

test('an acknowledgement that went out meanwhile does not make a reply stale', async () => {
  await anEntry(bench.db, { ticketId: ticket.id, kind: 'reply', body: 'Kiitos viestistäsi', authorKind: 'rule' });
  await send();
  expect(await outbound()).toHaveLength(1);
});

test('F31 the same key fifty times at once sends one mail and gives fifty equal answers', async () => {
  const same = input();
  const answers = await Promise.all(Array.from({ length: 50 }, () => bench.get(SendReply).run(liisa, same, 10)));
  expect(new Set(answers).size).toBe(1);
  expect(await outbound()).toHaveLength(1);
});

test.each([
  ['two addresses', 'a@posti.example,b@posti.example'],
  ['SEC-S53 a line break', 'a@posti.example\r\nBcc: v@posti.example'],
  ['an address literal', 'a@[127.0.0.1]'],
  ['one of our own', 'asiakaspalvelu@lumo.example'],
])('a copy to %s is refused and nothing is sent', async (_what, cc) => {
  await expect(send({ cc: [cc] })).rejects.toThrow(RecipientNotAllowed);
  expect(await outbound()).toHaveLength(0);
});

test('a ticket of another team answers like one that does not exist', async () => {
  const other = await aTicket(bench.db);
  for (const ticketId of [other.id, newId()]) await expect(send({ ticketId })).rejects.toThrow(TicketNotFound);
});

test('SEC-S31 somebody else\'s file cannot be sent along', async () => {
  const foreign = newId();
  await bench.db.sql(`INSERT INTO attachment (id, uploaded_by, name, content_type, size, sha256, key_id, stored_as, created_at) VALUES ($1::uuid, $2, 'x', 'text/plain', 1, '\\x00', 'k1', $1::uuid::text, now())`, [foreign, juha.id]);
  await expect(send({ attachmentIds: [foreign] })).rejects.toThrow(AttachmentNotFound);
  expect(await outbound()).toHaveLength(0);
});

test('without text nothing is sent, and the field is named', async () => {
  await expect(send({ text: '   ' })).rejects.toThrow(InvalidInput);
});

test('an answer to somebody nobody knows makes their customer record', async () => {
  const stranger = await aTicket(bench.db, { teamId, customerId: null });
  await bench.db.sql(`INSERT INTO message (entry_id, ticket_id, direction, from_name, from_address) VALUES ($1, $2, 'inbound', 'Ulla Uusitalo', 'ulla@posti.example')`, [stranger.entryId, stranger.id]);
  await send({ ticketId: stranger.id, lastSeenEntryId: stranger.entryId });
  expect(await bench.db.sql('SELECT c.first_name, c.last_name FROM ticket t JOIN customer c ON c.id = t.customer_id WHERE t.id = $1', [stranger.id])).toEqual([{ first_name: 'Ulla', last_name: 'Uusitalo' }]);
});

test('a failed reply can be sent again, under the same Message-ID', async () => {
  const entryId = await send();
  const [before] = await outbound();
  await bench.db.sql(`UPDATE outbound_message SET state = 'failed', recipients = jsonb_set(recipients, '{0,outcome}', '"failed"')`);
  await bench.get(ResendReply).run(liisa, entryId);
  expect((await outbound())[0]).toMatchObject({ state: 'queued', rfc_message_id: before!.rfc_message_id, recipients: [{ address: 'maija@posti.example', role: 'to', name: expect.any(String) }] });
  await expect(bench.get(ResendReply).run(liisa, entryId)).rejects.toThrow(ReplyNotFound);
});

test('a note can never be sent: the database refuses a message on it', async () => {
  const note = await anEntry(bench.db, { ticketId: ticket.id, kind: 'note', body: 'sisäinen', authorStaffId: liisa.id });
  await expect(bench.db.sql(`INSERT INTO message (entry_id, ticket_id, direction) VALUES ($1, $2, 'outbound')`, [note.id, ticket.id])).rejects.toThrow('message_entry_fk');
});

test('what is typed is kept as it is typed; another\'s ticket is not found', async () => {
  const draft = await bench.get(SaveDraft).run(liisa, { ticketId: ticket.id, mode: 'reply', text: '  kesken \n', baseRevision: 0 });
  expect(draft).toMatchObject({ text: '  kesken \n', revision: 1 });
  expect((await bench.get(SaveDraft).run(liisa, { ticketId: ticket.id, mode: 'reply', text: 'valmis', baseRevision: 1 })).revision).toBe(2);
  await expect(bench.get(SaveDraft).run(liisa, { ticketId: (await aTicket(bench.db)).id, mode: 'reply', text: 'x', baseRevision: 0 })).rejects.toThrow(TicketNotFound);
});

