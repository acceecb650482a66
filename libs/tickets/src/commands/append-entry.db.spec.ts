import { InvalidInput, newId, system, viewerOf, type StaffActor } from '@kaiku/kernel';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { AppendEntry, CreateTicket, EntryQueries, MarkAnswered, SolveTicket, TicketConflict, TicketQueries, TicketsModule, UpdateTicket, VoidReply } from '../index';
import type { EntrySpec } from './entry-spec';
import { aTicket, eventsOf, staffIn, type BuiltTicket } from '../testing';

let bench: TestBench;
let team: string;
let liisa: StaffActor;
const mail = system('intake');
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, TicketsModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  bench.clock.set('2026-11-23T09:00:00.000Z');
  await bench.db.clear();
  team = (await aTeam(bench.db)).id;
  liisa = await staffIn(bench.db, [team]);
});

const contact = (over: Partial<EntrySpec> = {}): EntrySpec => ({ kind: 'customer_message', visibility: 'public', authorKind: 'customer', authorName: 'Aino Koski', channel: 'email', at: bench.clock.now(), body: 'Haloo?', isCustomerContact: true, ...over });
const reply = (over: Partial<EntrySpec> = {}): EntrySpec => ({ kind: 'reply', visibility: 'public', authorKind: 'agent', authorStaffId: liisa.id, channel: 'email', at: bench.clock.now(), body: 'Paketti on matkalla.', isHumanReply: true, ...over });
const append = (ticket: BuiltTicket, entry: EntrySpec, thenStatus?: 'keep' | 'waiting_customer' | 'solved') => bench.get(AppendEntry).run(entry.authorKind === 'customer' ? mail : liisa, { ticketId: ticket.id, entry, thenStatus });
const seen = (ticket: BuiltTicket) => bench.get(TicketQueries).get(viewerOf(liisa), { id: ticket.id });

test('the customer reopens a solved ticket within the window', async () => {
  const ticket = await aTicket(bench.db, { teamId: team, status: 'solved', solvedAt: '2026-11-10T09:00:00Z' });
  expect(await append(ticket, contact())).toMatchObject({ follows: false, reopened: true, status: 'open', version: 2 });
  expect(await seen(ticket)).toMatchObject({ status: 'open', solvedAt: null, lastEntry: { preview: 'Haloo?', byUs: false }, unread: true });
  expect(await eventsOf(bench.db, ticket.id)).toMatchObject([{ name: 'ticket.reopened.v1', version: 2, changed: ['status', 'entries'] }]);
});

test('after the window nothing is written; the caller opens a ticket that follows it', async () => {
  const ticket = await aTicket(bench.db, { teamId: team, status: 'closed', solvedAt: '2026-10-01T09:00:00Z' });
  await bench.database.transaction(async () => {
    expect(await bench.get(AppendEntry).run(mail, { ticketId: ticket.id, entry: contact() })).toEqual({ follows: true });
    const made = await bench.get(CreateTicket).run(mail, { kind: 'question', channel: 'email', subject: 'Vs: tilaus', language: 'fi', teamId: team, receivedAt: bench.clock.now(), followUpOf: ticket.id, entry: contact() });
    expect(await bench.get(TicketQueries).get(viewerOf(liisa), { id: made.ticketId })).toMatchObject({ followUpOfId: ticket.id, status: 'new' });
  });
  expect(await seen(ticket)).toMatchObject({ status: 'closed', version: 1 });
});

test('a machine\'s mail is kept and wakes nothing', async () => {
  const ticket = await aTicket(bench.db, { teamId: team, status: 'waiting_customer' });
  await append(ticket, contact({ isCustomerContact: false }));
  expect(await seen(ticket)).toMatchObject({ status: 'waiting_customer', version: 2 });
});

test('an answer counts once it is written, changes the status it was sent with, and one event tells it', async () => {
  const ticket = await aTicket(bench.db, { teamId: team, status: 'new' });
  const sent = await append(ticket, reply(), 'solved');
  expect(sent).toMatchObject({ follows: false, status: 'solved', version: 2 });
  expect(await seen(ticket)).toMatchObject({ status: 'solved', hasHumanReply: true, lastEntry: { byUs: true, kind: 'reply' } });
  expect(await eventsOf(bench.db, ticket.id)).toMatchObject([{ name: 'ticket.solved.v1', version: 2 }]);
});

test.each(['waiting_customer', 'solved'] as const)('taking back a reply that set %s gives the old status back, once', async (then) => {
  const ticket = await aTicket(bench.db, { teamId: team, status: 'new' });
  const sent = await append(ticket, reply(), then);
  const entryId = sent.follows ? '' : sent.entryId;
  expect(await bench.get(VoidReply).run(liisa, { ticketId: ticket.id, entryId, why: 'undone' })).toBe(true);
  expect(await bench.get(VoidReply).run(liisa, { ticketId: ticket.id, entryId, why: 'undone' })).toBe(false);
  expect(await seen(ticket)).toMatchObject({ status: 'new', hasHumanReply: false, solvedAt: null, version: 3 });
});

test('a bounce of one of two answers leaves the ticket answered and brings it back to somebody', async () => {
  const ticket = await aTicket(bench.db, { teamId: team });
  await append(ticket, reply());
  const second = await append(ticket, reply({ body: 'Vielä yksi asia' }), 'solved');
  await bench.get(VoidReply).run(system('mail'), { ticketId: ticket.id, entryId: second.follows ? '' : second.entryId, why: 'bounced' });
  expect(await seen(ticket)).toMatchObject({ status: 'open', hasHumanReply: true });
});

test('a failed reply that is sent again counts again', async () => {
  const ticket = await aTicket(bench.db, { teamId: team });
  const sent = await append(ticket, reply(), 'waiting_customer');
  const entryId = sent.follows ? '' : sent.entryId;
  await bench.get(VoidReply).run(mail, { ticketId: ticket.id, entryId, why: 'failed' });
  expect(await seen(ticket)).toMatchObject({ hasHumanReply: false, status: 'open' });
  expect(await bench.get(MarkAnswered).run(liisa, { ticketId: ticket.id, entryId, thenStatus: 'waiting_customer' })).toBe(true);
  expect(await seen(ticket)).toMatchObject({ hasHumanReply: true, status: 'waiting_customer' });
  expect(await bench.get(VoidReply).run(mail, { ticketId: ticket.id, entryId, why: 'bounced' })).toBe(true);
  expect(await bench.get(MarkAnswered).run(liisa, { ticketId: ticket.id, entryId: newId() })).toBe(false);
});

test('a status that a colleague set after the reply stays when the reply is taken back', async () => {
  const ticket = await aTicket(bench.db, { teamId: team });
  const sent = await append(ticket, reply(), 'waiting_customer');
  await bench.get(UpdateTicket).run(liisa, { ticketId: ticket.id, expectedVersion: 2, status: 'waiting_third_party' });
  await bench.get(VoidReply).run(liisa, { ticketId: ticket.id, entryId: sent.follows ? '' : sent.entryId, why: 'undone' });
  expect(await seen(ticket)).toMatchObject({ status: 'waiting_third_party', hasHumanReply: false });
});

test('nobody solves over a message they have not seen', async () => {
  const ticket = await aTicket(bench.db, { teamId: team });
  await append(ticket, reply());
  await append(ticket, contact({ body: 'Ei se ole matkalla!' }));
  const clash = (await bench.get(SolveTicket).run(liisa, { ticketId: ticket.id, expectedVersion: 2 }).catch((e: unknown) => e)) as TicketConflict;
  expect(clash).toBeInstanceOf(TicketConflict);
  expect(clash.conflict).toMatchObject({ field: 'entries', theirs: 'Ei se ole matkalla!', changedBy: 'Aino Koski' });
  await bench.get(SolveTicket).run(liisa, { ticketId: ticket.id, expectedVersion: 3 });
});

test('the database keeps a note internal and an answer human, whoever writes', async () => {
  const ticket = await aTicket(bench.db, { teamId: team });
  await expect(append(ticket, { ...reply(), kind: 'note', isHumanReply: false })).rejects.toThrow(/ticket_entry_note_ck/);
  await expect(append(ticket, { ...reply(), authorKind: 'bot' })).rejects.toThrow(/ticket_entry_human_reply_ck/);
});

test('entries page both ways without a gap or a double', async () => {
  const ticket = await aTicket(bench.db, { teamId: team });
  for (let i = 0; i < 9; i++) await append(ticket, contact({ body: `Viesti ${i}` }));
  const entries = bench.get(EntryQueries);
  const all = (await entries.page(viewerOf(liisa), ticket.id, { first: 100 })).nodes.map((e) => e.id);
  expect(all).toHaveLength(10);
  const newest = await entries.page(viewerOf(liisa), ticket.id, { last: 4 });
  expect(newest).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  const older = await entries.page(viewerOf(liisa), ticket.id, { last: 4, before: newest.startCursor });
  const oldest = await entries.page(viewerOf(liisa), ticket.id, { last: 4, before: older.startCursor });
  expect([...oldest.nodes, ...older.nodes, ...newest.nodes].map((e) => e.id)).toEqual(all);
  expect(oldest.hasPreviousPage).toBe(false);
  const first = await entries.page(viewerOf(liisa), ticket.id, { first: 6 });
  const rest = await entries.page(viewerOf(liisa), ticket.id, { first: 6, after: first.endCursor });
  expect([...first.nodes, ...rest.nodes].map((e) => e.id)).toEqual(all);
  expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false]);
  await expect(entries.page(viewerOf(liisa), ticket.id, { first: 101 })).rejects.toThrow(InvalidInput);
  await expect(entries.page(viewerOf(liisa), ticket.id, { last: 5, before: 'zzz' })).rejects.toThrow(InvalidInput);
});
