import { CustomerNotFound } from '@kaiku/customers';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { IdempotencyKeyReused, InvalidInput, newId, system, viewerOf, type StaffActor } from '@kaiku/kernel';
import { TeamNotFound } from '@kaiku/staff';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { EntryQueries, OpenTicket, TicketQueries, TicketsModule } from '../index';
import { staffIn } from '../testing';

let bench: TestBench;
let teamId: string;
let liisa: StaffActor;
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, TicketsModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  teamId = (await aTeam(bench.db)).id;
  liisa = await staffIn(bench.db, [teamId]);
});

const input = (over: Record<string, unknown> = {}) => ({ idempotencyKey: newId(), kind: 'question', subject: 'Mistä saa hiekkaa', text: 'Onko teillä kissanhiekkaa?', channel: 'store', ...over });

test('what was said in the shop becomes a ticket of the first team of who wrote it down', async () => {
  const made = await bench.get(OpenTicket).run(liisa, input());
  const ticket = await bench.get(TicketQueries).get(viewerOf(liisa), { id: made.ticketId });
  expect(ticket).toMatchObject({ number: made.number, version: 1, status: 'new', priority: 'normal', team: { id: teamId }, assignee: null, unread: false, lastEntry: { byUs: false, preview: 'Onko teillä kissanhiekkaa?' } });
  const { nodes } = await bench.get(EntryQueries).page(viewerOf(liisa), made.ticketId, {});
  expect(nodes.map((e) => [e.kind, e.authorKind, e.isCustomerContact, e.author?.id])).toEqual([['customer_message', 'customer', true, liisa.id], ['system', 'agent', false, liisa.id]]);
  const [event] = await bench.db.sql<{ name: string; payload: unknown }>('SELECT name, payload FROM outbox_event');
  expect(event).toMatchObject({ name: 'ticket.opened.v1', payload: { ticketId: made.ticketId, number: made.number, version: 1, teamId, actorId: liisa.id } });
});

test('F31 fifty equal requests at once make one ticket and fifty equal answers; another body with the key is refused', async () => {
  const same = input();
  const answers = await Promise.all(Array.from({ length: 50 }, () => bench.get(OpenTicket).run(liisa, same)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await bench.db.sql('SELECT id FROM ticket')).toHaveLength(1);
  expect(await bench.db.sql('SELECT id FROM outbox_event')).toHaveLength(1);
  await expect(bench.get(OpenTicket).run(liisa, { ...same, text: 'Muuta' })).rejects.toThrow(IdempotencyKeyReused);
});

test('a team or customer that does not exist is named as such, and nothing is left behind', async () => {
  await expect(bench.get(OpenTicket).run(liisa, input({ teamId: newId() }))).rejects.toThrow(TeamNotFound);
  await expect(bench.get(OpenTicket).run(liisa, input({ customerId: newId() }))).rejects.toThrow(CustomerNotFound);
  await expect(bench.get(OpenTicket).run(system('door'), input())).rejects.toThrow(TeamNotFound);
  expect(await bench.db.sql('SELECT id FROM ticket')).toHaveLength(0);
  expect(await bench.db.sql('SELECT key FROM idempotency_key')).toHaveLength(0);
});

test.each([
  ['a NUL', { text: 'a\u0000b' }, 'text', 'nul'],
  ['half a character', { subject: 'a\ud800' }, 'subject', 'malformed_unicode'],
  ['a line break in the subject', { subject: 'a\r\nBcc: x' }, 'subject', 'control_characters'],
  ['nothing but space', { text: ' \n ' }, 'text', 'required'],
  ['a subject past its length', { subject: 'ä'.repeat(251) }, 'subject', 'too_long'],
  ['a time still to come', { receivedAt: '2027-01-01T00:00:00Z' }, 'receivedAt', 'in_the_future'],
  ['a malformed team', { teamId: 'abc' }, 'teamId', 'malformed_id'],
])('%s is refused by field', async (_, over, path, code) => {
  const error = await bench.get(OpenTicket).run(liisa, input(over)).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(InvalidInput);
  expect((error as InvalidInput).fields).toEqual([expect.objectContaining({ path, code })]);
});
