import { newId } from '@kaiku/kernel';
import { AccessInMemory, aCustomer } from '@kaiku/customers/testing';
import { aTeam } from '@kaiku/staff/testing';
import { aTicket, anEntry } from '../testing';
import { openDesk, type Caller, type Desk } from '../testing/desk';

let desk: Desk;
let team: string;
let other: string;
let liisa: Caller;
beforeAll(async () => (desk = await openDesk()));
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.clear();
  [team, other] = [(await aTeam(desk.db, { name: 'Verkkokauppa' })).id, (await aTeam(desk.db)).id];
  liisa = await desk.signedIn({ teamIds: [team] });
  desk.app.get(AccessInMemory).records.length = 0;
});
const records = () => desk.app.get(AccessInMemory).records.map((r) => [r.objectKind, r.mode]);

const ROW = `id number version kind status priority channel subject language orderNumber answerWanted tags createdAt updatedAt nextDueAt unread solvedAt reopenUntil noReplyReason
  team { id name } assignee { id name initials } customer { id name } lastEntry { id kind at preview byUs } maskedFields`;
const PROBLEMS = `... on Problem { __typename code message } ... on InvalidInput { fields { path code message } }`;
const CONFLICT = `... on TicketConflict { field yours theirs changedBy ticket { ${ROW} } }`;
const mutate = (who: Caller, name: string, input: Record<string, unknown>, type = `${name[0]!.toUpperCase()}${name.slice(1)}`) =>
  who.data(`mutation ($input: ${type}Input!) { ${name}(input: $input) { ... on Ticket { ${ROW} } ${PROBLEMS} ${['tagTicket', 'openTicket'].includes(name) ? '' : CONFLICT} } }`, { input }).then((data) => data[name]);

test('a list, its index and its counts, as the queue asks for them', async () => {
  const customer = await aCustomer(desk.db, { firstName: 'Aino', lastName: 'Koski' });
  const ticket = await aTicket(desk.db, { teamId: team, customerId: customer.id, kind: 'complaint', orderNumber: 'W-1', nextDueAt: '2026-11-23T12:00:00Z' });
  await aTicket(desk.db, { teamId: other });
  const { tickets, viewIndex, viewCounts } = await liisa.data(`{
    tickets(view: ALL_OPEN) { nodes { ${ROW} } endCursor hasNextPage total totalCapped }
    viewIndex(view: COMPLAINTS) { total totalCapped cursor entries endCursor }
    viewCounts { view count capped } }`);
  expect(tickets).toMatchObject({ total: 1, totalCapped: false, hasNextPage: false });
  expect(tickets.nodes).toEqual([{
    id: ticket.id, number: ticket.number, version: 1, kind: 'COMPLAINT', status: 'OPEN', priority: 'NORMAL', channel: 'EMAIL', subject: 'Missä tilaukseni on?', language: 'fi', orderNumber: 'W-1', answerWanted: true, tags: [],
    createdAt: '2026-11-23T08:00:00Z', updatedAt: '2026-11-23T08:00:00Z', nextDueAt: '2026-11-23T12:00:00Z', unread: true, solvedAt: null, reopenUntil: null, noReplyReason: null, team: { id: team, name: 'Verkkokauppa' },
    assignee: null, customer: { id: customer.id, name: 'Aino Koski' }, lastEntry: { id: ticket.entryId, kind: 'CUSTOMER_MESSAGE', at: '2026-11-23T08:00:00Z', preview: 'Hei, tilaus ei ole tullut.', byUs: false }, maskedFields: [],
  }]);
  expect(viewIndex).toEqual({ total: 1, totalCapped: false, cursor: expect.any(String), entries: [[ticket.number, 1]], endCursor: null });
  expect(Object.fromEntries(viewCounts.map((c: { view: string; count: number }) => [c.view, c.count]))).toEqual({ MY_OPEN: 0, UNASSIGNED: 1, DUE_TODAY: 1, WAITING: 0, COMPLAINTS: 1, ALL_OPEN: 1, MY_DRAFTS: 0 });
  const { tickets: byNumber } = await liisa.data('query ($n: [Int!]) { tickets(numbers: $n) { nodes { number } total } }', { n: [ticket.number + 1, ticket.number, 5] });
  expect(byNumber).toEqual({ nodes: [{ number: ticket.number }], total: 1 });
});

test('opening a ticket is recorded once; reading a timeline without opening it counts as opening', async () => {
  const ticket = await aTicket(desk.db, { teamId: team });
  await anEntry(desk.db, { ticketId: ticket.id, kind: 'system', change: { code: 'status_changed', params: { from: 'NEW', to: 'OPEN' } } });
  const { ticket: opened } = await liisa.data('query ($n: Int!) { ticket(number: $n) { id entries(last: 5) { nodes { kind text change visibility authorKind at } hasPreviousPage startCursor } } }', { n: ticket.number });
  expect(opened.entries.nodes).toEqual([
    { kind: 'CUSTOMER_MESSAGE', text: 'Hei, tilaus ei ole tullut.', change: null, visibility: 'PUBLIC', authorKind: 'CUSTOMER', at: '2026-11-23T08:00:00Z' },
    { kind: 'SYSTEM', text: null, change: { code: 'status_changed', params: { from: 'NEW', to: 'OPEN' } }, visibility: 'INTERNAL', authorKind: 'RULE', at: '2026-11-23T08:00:00Z' },
  ]);
  expect(records()).toEqual([['ticket', 'deliberate']]);
  desk.app.get(AccessInMemory).records.length = 0;
  await liisa.data('{ tickets(view: ALL_OPEN) { nodes { entries { nodes { text } } } } }');
  expect(records()).toEqual([['ticket_list', 'incidental'], ['ticket', 'deliberate']]);
});

describe('SEC-S27 another team\'s ticket', () => {
  test('cannot be told from one that does not exist, whichever way it is asked for', async () => {
    const foreign = await aTicket(desk.db, { teamId: other, subject: 'Salaisuus' });
    const ask = async (id: string, number: number) => JSON.stringify([
      (await liisa.ask('query ($id: ID!) { ticket(id: $id) { id } }', { id })).body,
      (await liisa.ask('query ($n: Int!) { ticket(number: $n) { id } }', { n: number })).body,
      (await liisa.ask('query ($n: [Int!]) { tickets(numbers: $n) { total nodes { id } } }', { n: [number] })).body,
      (await liisa.ask('query ($s: String) { tickets(filter: { search: $s }) { total nodes { id } } }', { s: String(number) })).body,
      await mutate(liisa, 'updateTicket', { ticketId: id, expectedVersion: 1, subject: 'x' }),
      await mutate(liisa, 'tagTicket', { ticketId: id, expectedVersion: 1, add: ['x'], remove: [] }),
      await mutate(liisa, 'solveTicket', { ticketId: id, expectedVersion: 1, noReplyReason: 'x' }),
      (await liisa.ask('mutation ($t: ID!, $e: ID!) { markTicketSeen(ticketId: $t, entryId: $e) }', { t: id, e: foreign.entryId! })).body,
    ]);
    expect(await ask(foreign.id, foreign.number)).toBe(await ask(newId(), 99_999_999));
    expect(await ask('not an id', 0)).toBe(await ask(newId(), 99_999_999));
  });

  test('does not come in by a nested edge: a customer\'s tickets, a hint, a ticket that is followed, receipts', async () => {
    const customer = await aCustomer(desk.db, { receipts: [{ receiptNumber: 'R1', orderNumber: 'W-9' }] });
    const foreign = await aTicket(desk.db, { teamId: other, customerId: customer.id, orderNumber: 'W-9', subject: 'Salaisuus' });
    const mine = await aTicket(desk.db, { teamId: team, customerId: customer.id, possiblyBelongsTo: foreign.id });
    await desk.db.sql('UPDATE ticket SET follow_up_of = $2 WHERE id = $1', [mine.id, foreign.id]);
    const query = `query ($id: ID!, $t: ID!) { customer(id: $id) { tickets { total nodes { id possiblyBelongsTo { number subject } followUpOf { id } customer { tickets { nodes { id } } } } } receiptsOfTicket(ticketId: $t) { receiptNumber } } }`;
    const { customer: seen } = await liisa.data(query, { id: customer.id, t: foreign.id });
    expect(seen).toEqual({ tickets: { total: 1, nodes: [{ id: mine.id, possiblyBelongsTo: null, followUpOf: null, customer: { tickets: { nodes: [{ id: mine.id }] } } }] }, receiptsOfTicket: [] });
    const boss = await desk.signedIn({ roles: ['supervisor'] });
    const { customer: all } = await boss.data(query, { id: customer.id, t: foreign.id });
    expect(all).toMatchObject({ tickets: { total: 2 }, receiptsOfTicket: [{ receiptNumber: 'R1' }] });
    expect(all.tickets.nodes[0]).toMatchObject({ possiblyBelongsTo: { number: foreign.number, subject: 'Salaisuus' }, followUpOf: { id: foreign.id } });
  });
});

test('an administrator has no tickets, a reader changes none', async () => {
  const ticket = await aTicket(desk.db, { teamId: team });
  const admin = await desk.signedIn({ roles: ['admin'], teamIds: [team] });
  const reader = await desk.signedIn({ roles: ['privacy_owner'] });
  for (const query of ['{ viewCounts { count } }', '{ tickets(view: ALL_OPEN) { total } }', '{ ticket(number: 1) { id } }', '{ viewIndex(view: MY_OPEN) { total } }']) expect((await admin.ask(query)).body.errors[0].extensions.code).toBe('FORBIDDEN');
  expect((await reader.data(`{ ticket(number: ${ticket.number}) { id } }`)).ticket.id).toBe(ticket.id);
  const tries: [string, string, Record<string, unknown>][] = [
    ['openTicket', 'OpenTicketInput', { idempotencyKey: 'k', kind: 'QUESTION', subject: 'x', text: 'x', channel: 'STORE', teamId: team }],
    ['updateTicket', 'UpdateTicketInput', { ticketId: ticket.id, expectedVersion: 1, subject: 'x' }],
    ['addNote', 'AddNoteInput', { ticketId: ticket.id, idempotencyKey: 'k', text: 'x' }],
    ['assignTicket', 'AssignTicketInput', { ticketId: ticket.id, expectedVersion: 1, assigneeId: null }],
  ];
  for (const [name, type, input] of tries) {
    for (const who of [admin, reader]) expect((await who.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input })).body.errors[0].extensions.code).toBe('FORBIDDEN');
  }
});

test('a journey: opened in the shop, given, noted, conflicting, solved with a reason, reopened', async () => {
  const pekka = await desk.signedIn({ name: 'Pekka Salo', teamIds: [team] });
  const opened = await mutate(liisa, 'openTicket', { idempotencyKey: 'k', kind: 'QUESTION', subject: 'Hiekka', text: 'Onko hiekkaa?', channel: 'STORE', assignToMe: true, language: 'sv' });
  expect(opened).toMatchObject({ status: 'OPEN', language: 'sv', channel: 'STORE', assignee: { id: liisa.id, name: 'Liisa Mattila', initials: 'LM' }, team: { id: team } });
  const base = { ticketId: opened.id, expectedVersion: 1 };
  const { addNote } = await pekka.data('mutation ($input: AddNoteInput!) { addNote(input: $input) { ... on TicketEntry { id kind visibility text author { name } } } }', { input: { ticketId: opened.id, idempotencyKey: 'n', text: 'Tilattu lisää' } });
  expect(addNote).toMatchObject({ kind: 'NOTE', visibility: 'INTERNAL', text: 'Tilattu lisää', author: { name: 'Pekka Salo' } });
  expect(await mutate(pekka, 'updateTicket', { ...base, priority: 'HIGH' })).toMatchObject({ priority: 'HIGH', version: 3 });
  expect(await mutate(liisa, 'updateTicket', { ...base, priority: 'URGENT' })).toMatchObject({ __typename: 'TicketConflict', code: 'ticket.conflict', field: 'priority', yours: 'URGENT', theirs: 'HIGH', changedBy: 'Pekka Salo', ticket: { priority: 'HIGH', version: 3 } });
  expect(await mutate(liisa, 'solveTicket', base)).toMatchObject({ __typename: 'SolveNeedsReplyOrReason' });
  expect(await mutate(liisa, 'solveTicket', { ...base, noReplyReason: 'Vastattu kassalla' })).toMatchObject({ status: 'SOLVED', noReplyReason: 'Vastattu kassalla', reopenUntil: '2026-12-07T09:00:00.000Z' });
  expect(await mutate(pekka, 'reopenTicket', { ...base, expectedVersion: 4 })).toMatchObject({ status: 'OPEN', version: 5 });
  expect(await mutate(liisa, 'changeTicketKind', { ...base, idempotencyKey: 'c', kind: 'COMPLAINT' })).toMatchObject({ kind: 'COMPLAINT' });
  const gone = await mutate(liisa, 'updateTicket', { ...base, expectedVersion: 6, teamId: other });
  expect(gone).toMatchObject({ version: 7, assignee: null });
  expect(await mutate(liisa, 'updateTicket', { ...base, expectedVersion: 7, subject: 'x' })).toMatchObject({ __typename: 'TicketNotFound' });
});

test.each([
  ['a NUL', { subject: 'a\u0000b' }, 'subject', 'nul'], ['half a character', { text: 'a\ud800' }, 'text', 'malformed_unicode'], ['nothing', { text: '' }, 'text', 'required'],
])('%s is refused by field, with the remedy', async (_, over, path, code) => {
  const answer = await mutate(liisa, 'openTicket', { idempotencyKey: 'k', kind: 'QUESTION', subject: 'x', text: 'x', channel: 'STORE', ...over });
  expect(answer).toMatchObject({ __typename: 'InvalidInput', fields: [{ path, code, message: expect.stringMatching(/\w+ \w+/) }] });
});

test.each([
  ['both an id and a number', '{ ticket(id: "x", number: 1) { id } }'], ['two kinds of list', '{ tickets(view: MY_OPEN, numbers: [1]) { nodes { id } } }'], ['too large a page', '{ tickets(view: MY_OPEN, first: 101) { nodes { id } } }'],
  ['no page', '{ tickets(view: MY_OPEN, first: 0) { nodes { id } } }'], ['a made-up cursor', '{ tickets(view: MY_OPEN, after: "x") { nodes { id } } }'], ['too large an index', '{ viewIndex(view: MY_OPEN, first: 2001) { total } }'],
])('%s is bad input, not a fault', async (_, query) => {
  expect((await liisa.ask(query)).body.errors[0].extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_LIMIT)$/);
});
