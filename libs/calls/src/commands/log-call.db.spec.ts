import { aCustomer, AccessInMemory, AccessInMemoryModule } from '@kaiku/customers/testing';
import { newId, viewerOf, type StaffActor } from '@kaiku/kernel';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { EntryQueries, TicketQueries } from '@kaiku/tickets';
import { aTicket, staffIn } from '@kaiku/tickets/testing';
import { CallerMatches } from '../caller-matches';
import { CallQueries } from '../call.queries';
import { CallsModule } from '../calls.module';
import { aCall } from '../testing';
import { LogCall } from './log-call';

let bench: TestBench;
let teamId: string;
let liisa: StaffActor;
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, CallsModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  bench.clock.set('2026-11-23T09:00:00.000Z');
  teamId = (await aTeam(bench.db)).id;
  liisa = await staffIn(bench.db, [teamId]);
});

const given = (over: object = {}) => ({
  idempotencyKey: newId(), number: '040 555 0101', direction: 'inbound', startedAt: '2026-11-23T08:50:00Z', endedAt: '2026-11-23T08:55:00Z', topic: 'order', note: 'Kysyi toimituksesta', outcome: 'solved', ...over,
});
const log = (over: object = {}, who = liisa) => bench.get(LogCall).run(who, given(over));
const ticket = (id: string | null, who = liisa) => bench.get(TicketQueries).get(viewerOf(who), { id: id! });
const entries = async (id: string | null) => (await bench.get(EntryQueries).page(viewerOf(liisa), id!, {})).nodes.filter((e) => e.kind === 'call');
const call = async (id: string) => (await bench.get(CallQueries).byIds(viewerOf(liisa), [id])).get(id)!;

describe('a call of its own', () => {
  it('solved in the call is a ticket of kind call, met in contact and not answered in writing', async () => {
    const made = await log();
    expect(await ticket(made.ticketId)).toMatchObject({ kind: 'call', channel: 'phone', status: 'solved', noReplyReason: 'met_in_contact', hasHumanReply: false, subject: 'Kysyi toimituksesta', receivedAt: '2026-11-23T08:50:00Z', assignee: { id: liisa.id } });
    expect(await entries(made.ticketId)).toMatchObject([{ id: made.entryId, kind: 'call', visibility: 'internal', authorKind: 'agent', at: '2026-11-23T08:50:00Z' }]);
    expect(await call(made.callId)).toMatchObject({ number: '+358405550101', outcome: 'solved', topic: 'order', startedAt: '2026-11-23T08:50:00Z', endedAt: '2026-11-23T08:55:00Z' });
    const names = (await bench.db.sql<{ name: string }>('SELECT name FROM outbox_event ORDER BY id')).map((e) => e.name);
    expect(names).toEqual(['customer.created.v1', 'ticket.opened.v1', 'call.logged.v1']);
  });

  it.each([['needs_work', {}], ['call_back', { callBackAt: '2026-11-24T09:00:00Z' }]])('%s is open and the agent\'s own', async (outcome, over) => {
    const made = await log({ outcome, ...over });
    expect(await ticket(made.ticketId)).toMatchObject({ kind: 'call', status: 'open', assignee: { id: liisa.id }, solvedAt: null });
    expect((await call(made.callId)).callBackAt).toBe((over as { callBackAt?: string }).callBackAt ?? null);
  });

  it('a wrong number has neither ticket nor customer', async () => {
    const made = await log({ outcome: 'wrong_number', note: '' });
    expect(made).toMatchObject({ ticketId: null, entryId: null });
    expect(await bench.db.sql('SELECT 1 FROM ticket UNION ALL SELECT 1 FROM customer')).toEqual([]);
    expect(await call(made.callId)).toMatchObject({ outcome: 'wrong_number', entryId: null });
  });

  it('speaks the language of the customer it is linked to', async () => {
    const { id } = await aCustomer(bench.db, { language: 'sv', phones: ['040 555 0101'] });
    const made = await log({ customerId: id });
    expect(await ticket(made.ticketId)).toMatchObject({ language: 'sv', customer: { id } });
  });

  it('keeps the number of an unknown caller with a record that has no name', async () => {
    const made = await log();
    const { customer } = (await ticket(made.ticketId))!;
    expect(customer).toMatchObject({ firstName: null, lastName: null, language: null });
    const found = await bench.get(CallerMatches).find(viewerOf(liisa), '+358 40 5550101');
    expect(found).toMatchObject({ normalised: '+358405550101', matches: [{ customer: { id: customer!.id }, exact: true }] });
  });

  it('binds nobody silently when the number is somebody\'s', async () => {
    await aCustomer(bench.db, { phones: ['040 555 0101'] });
    const made = await log();
    expect(await ticket(made.ticketId)).toMatchObject({ customer: null });
    expect(await call(made.callId)).toMatchObject({ number: '+358405550101' });
    expect(await bench.db.sql('SELECT 1 FROM customer')).toHaveLength(1);
  });

  it('a hidden number makes no customer', async () => {
    const made = await log({ number: ' ' });
    expect(await call(made.callId)).toMatchObject({ number: null });
    expect(await bench.db.sql('SELECT 1 FROM customer')).toEqual([]);
  });

  it.each(['040 555 0101', '+358 40 5550101', '00358 40 555 0101', '00358405550101', '(040) 555-0101', '0405550101', '+358 (0)40 555 0101', '040-555 0101', '358405550101'])('%s is kept in one spelling', async (number) => {
    expect((await call((await log({ number })).callId)).number).toBe('+358405550101');
  });
});

describe('a call on a ticket', () => {
  it('solved in the call solves it', async () => {
    const { id: customerId } = await aCustomer(bench.db);
    const open = await aTicket(bench.db, { teamId, customerId, status: 'waiting_customer' });
    const made = await log({ addToTicketId: open.id });
    expect(made.ticketId).toBe(open.id);
    expect(await ticket(open.id)).toMatchObject({ kind: 'question', status: 'solved', noReplyReason: 'met_in_contact', hasHumanReply: false });
    expect(await bench.db.sql('SELECT customer_id AS c FROM call')).toEqual([{ c: customerId }]);
    expect(await bench.db.sql('SELECT 1 FROM customer')).toHaveLength(1);
  });

  it('work left opens it, and gives it to the agent where nobody has it', async () => {
    const free = await aTicket(bench.db, { teamId, status: 'new' });
    await log({ addToTicketId: free.id, outcome: 'needs_work' });
    expect(await ticket(free.id)).toMatchObject({ status: 'open', assignee: { id: liisa.id } });
    const ville = await staffIn(bench.db, [teamId], { name: 'Ville Laine' });
    const his = await aTicket(bench.db, { teamId, status: 'snoozed', assigneeId: ville.id });
    await log({ addToTicketId: his.id, outcome: 'call_back', callBackAt: '2026-11-23T12:00:00Z' });
    expect(await ticket(his.id)).toMatchObject({ status: 'open', assignee: { id: ville.id } });
  });

  it('work left reopens what was solved lately, and goes on from what ended long ago', async () => {
    const lately = await aTicket(bench.db, { teamId, status: 'solved', solvedAt: '2026-11-20T09:00:00Z' });
    await log({ addToTicketId: lately.id, outcome: 'needs_work' });
    expect(await ticket(lately.id)).toMatchObject({ status: 'open' });
    const long = await aTicket(bench.db, { teamId, status: 'closed', solvedAt: '2026-10-01T09:00:00Z' });
    const made = await log({ addToTicketId: long.id, outcome: 'needs_work' });
    expect(made.ticketId).not.toBe(long.id);
    expect(await ticket(made.ticketId)).toMatchObject({ kind: 'call', status: 'open', followUpOfId: long.id });
    expect(await ticket(long.id)).toMatchObject({ status: 'closed' });
  });

  it('solved again after it was solved is only written down', async () => {
    const solved = await aTicket(bench.db, { teamId, status: 'solved', solvedAt: '2026-11-20T09:00:00Z', noReplyReason: 'Kiitos' });
    await log({ addToTicketId: solved.id });
    expect(await ticket(solved.id)).toMatchObject({ status: 'solved', noReplyReason: 'Kiitos' });
    expect(await entries(solved.id)).toHaveLength(1);
  });

  it('says whose matter it is where nobody did', async () => {
    const { id: customerId } = await aCustomer(bench.db);
    const open = await aTicket(bench.db, { teamId });
    await log({ addToTicketId: open.id, customerId, outcome: 'needs_work' });
    expect(await ticket(open.id)).toMatchObject({ customer: { id: customerId } });
  });
});

describe('refusals', () => {
  it.each([
    [{ number: 'soita' }, 'call.number_invalid'], [{ number: '12' }, 'call.number_invalid'], [{ customerId: newId() }, 'customer.not_found'], [{ addToTicketId: newId() }, 'ticket.not_found'], [{ addToTicketId: 'x' }, 'ticket.not_found'],
    [{ note: 'a\ud800' }, 'input.invalid'], [{ note: 'a\u0000' }, 'input.invalid'], [{ number: '040\r\n555' }, 'input.invalid'], [{ startedAt: '2026-11-23T12:00:00Z', endedAt: null }, 'input.invalid'],
    [{ endedAt: '2026-11-23T08:40:00Z' }, 'input.invalid'], [{ outcome: 'call_back' }, 'input.invalid'], [{ staffId: newId() }, 'input.invalid'], [{ topic: 'weather' }, 'input.invalid'],
  ])('%j: %s, and nothing is left behind', async (over, code) => {
    await expect(log(over)).rejects.toMatchObject({ code });
    expect(await bench.db.sql('SELECT 1 FROM call UNION ALL SELECT 1 FROM ticket UNION ALL SELECT 1 FROM customer UNION ALL SELECT 1 FROM idempotency_key UNION ALL SELECT 1 FROM outbox_event')).toEqual([]);
  });

  it('SEC-S29 a ticket of another team is not found, and gets no entry', async () => {
    const foreign = await aTicket(bench.db);
    await expect(log({ addToTicketId: foreign.id })).rejects.toMatchObject({ code: 'ticket.not_found' });
    expect(await bench.db.sql(`SELECT 1 FROM ticket_entry WHERE kind = 'call'`)).toEqual([]);
  });

  it('is for those who may log calls', async () => {
    await expect(log({}, await staffIn(bench.db, [teamId], { roles: ['admin'] }))).rejects.toThrow('forbidden');
  });

  it('fifty equal requests log one call; another body with the key is refused', async () => {
    const one = given();
    const all = await Promise.all(Array.from({ length: 50 }, () => bench.get(LogCall).run(liisa, one)));
    for (const answer of all) expect(answer).toEqual(all[0]);
    expect(await bench.db.sql('SELECT 1 FROM call')).toHaveLength(1);
    expect(await bench.db.sql('SELECT 1 FROM ticket')).toHaveLength(1);
    bench.clock.advance(-86_400_000);
    await expect(bench.get(LogCall).run(liisa, one)).resolves.toEqual(all[0]);
    await expect(bench.get(LogCall).run(liisa, { ...one, note: 'Muuta' })).rejects.toMatchObject({ code: 'idempotency.key_reused' });
  });
});

describe(CallQueries.name, () => {
  it('shows calls of tickets one may see, masked and recorded', async () => {
    const { id: customerId, logKey } = await aCustomer(bench.db);
    const seen = bench.get(AccessInMemory);
    const { entryId, callId } = await log({ customerId });
    const queries = bench.get(CallQueries);
    seen.records.length = 0;
    expect((await queries.callByEntryIds(viewerOf(liisa), [entryId!])).get(entryId!)).toMatchObject({ id: callId, number: '+358405550101' });
    expect(seen.records).toMatchObject([{ objectKind: 'call', objectIds: [callId], subjectKeys: [logKey], mode: 'incidental' }]);
    const stranger = await staffIn(bench.db, [(await aTeam(bench.db)).id]);
    expect(await queries.callByEntryIds(viewerOf(stranger), [entryId!])).toEqual(new Map());
    const without = { ...liisa, permissions: new Set(['ticket.view']) };
    expect((await queries.callByEntryIds(viewerOf(without), [entryId!])).get(entryId!)).toMatchObject({ number: null });
  });

  it('a wrong number is seen by who logged it', async () => {
    const { id } = await aCall(bench.db, { staffId: liisa.id });
    expect((await bench.get(CallQueries).byIds(viewerOf(liisa), [id])).size).toBe(1);
    expect((await bench.get(CallQueries).byIds(viewerOf(await staffIn(bench.db, [teamId])), [id])).size).toBe(0);
  });
});

describe(CallerMatches.name, () => {
  it('offers the open tickets that the agent may see', async () => {
    const { id: customerId } = await aCustomer(bench.db, { phones: ['040 555 0101'] });
    const open = await aTicket(bench.db, { teamId, customerId });
    await aTicket(bench.db, { teamId, customerId, status: 'closed' });
    await aTicket(bench.db, { customerId });
    const { matches } = await bench.get(CallerMatches).find(viewerOf(liisa), '00358 40 555 0101');
    expect(matches).toMatchObject([{ exact: true, customer: { id: customerId }, openTickets: [{ number: open.number }] }]);
    expect(matches[0]!.openTickets).toHaveLength(1);
  });
});
