import { AsyncResource } from 'node:async_hooks';
import { InvalidInput, newId, viewerOf, type StaffActor } from '@kaiku/kernel';
import { AccessInMemoryModule, aCustomer } from '@kaiku/customers/testing';
import { CustomerNotFound } from '@kaiku/customers';
import { TeamNotFound } from '@kaiku/staff';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import {
  AddNote, AssigneeNotAllowed, AssignTicket, ChangeTicketKind, EntryQueries, LinkCustomer, MarkTicketSeen, ReopenTicket, SolveNeedsReplyOrReason, SolveTicket, TagTicket,
  TicketAlreadySolved, TicketConflict, TicketNotFound, TicketNotReopenable, TicketNotSolved, TicketQueries, TicketsModule, TicketStatusNotAllowed, UpdateTicket,
} from '../index';
import { aTicket, eventsOf, staffIn, type BuiltTicket } from '../testing';

let bench: TestBench;
let team: string;
let liisa: StaffActor;
let pekka: StaffActor;
let ticket: BuiltTicket;
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, TicketsModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  team = (await aTeam(bench.db)).id;
  liisa = await staffIn(bench.db, [team]);
  pekka = await staffIn(bench.db, [team], { name: 'Pekka Salo' });
  ticket = await aTicket(bench.db, { teamId: team });
});

const seen = (actor = liisa) => bench.get(TicketQueries).get(viewerOf(actor), { id: ticket.id });
const update = (actor: StaffActor, expectedVersion: number, fields: Record<string, unknown>) => bench.get(UpdateTicket).run(actor, { ticketId: ticket.id, expectedVersion, ...fields });
/** Runs work as another request would: with nothing of the running transaction. */
const elsewhere = new AsyncResource('request');
const outside = <T>(work: () => T): T => elsewhere.runInAsyncScope(work);
async function waiting(sql: string): Promise<void> {
  while (!(await bench.db.sql<{ yes: boolean }>(sql))[0]!.yes);
}
const changes = async () => (await bench.get(EntryQueries).page(viewerOf(liisa), ticket.id, { last: 100 })).nodes.flatMap((entry) => entry.change ?? []);

describe('merging and conflicts', () => {
  test('F30 a hundred edits of different fields at once: all accepted, each in the history, versions without a gap', async () => {
    const edits = Array.from({ length: 100 }, (_, i) => [
      () => update(liisa, 1, { subject: `Aihe ${i}` }),
      () => bench.get(TagTicket).run(pekka, { ticketId: ticket.id, expectedVersion: 1, add: [`t${i % 28}-${i}`.slice(0, 20)], remove: [] }),
      () => update(pekka, 1, { orderNumber: `A${i}` }),
      () => bench.get(AddNote).run(liisa, { ticketId: ticket.id, idempotencyKey: `n${i}`, text: `Huomio ${i}` }),
    ][i % 4]!);
    const results = await Promise.allSettled(edits.map((edit) => edit()));
    const refused = results.flatMap((r) => (r.status === 'rejected' ? [r.reason as unknown] : []));
    for (const reason of refused) expect(reason).toBeInstanceOf(TicketConflict);
    const accepted = results.length - refused.length;
    // 25 tags and 25 notes never conflict; of 25 subjects and 25 order numbers each the first wins.
    expect(accepted).toBe(52);
    const now = (await seen())!;
    expect(now.version).toBe(1 + accepted);
    expect(now.tags).toHaveLength(25);
    const { nodes } = await bench.get(EntryQueries).page(viewerOf(liisa), ticket.id, { first: 100 });
    expect(nodes).toHaveLength(1 + accepted);
    expect((await eventsOf(bench.db, ticket.id)).map((e) => e.version)).toEqual(Array.from({ length: accepted }, (_, i) => i + 2));
  });

  test('the same field conflicts with both values and who was first; the same value does not', async () => {
    await update(pekka, 1, { priority: 'high' });
    const clash = await update(liisa, 1, { priority: 'low', subject: 'Muu' }).catch((e: unknown) => e);
    expect(clash).toBeInstanceOf(TicketConflict);
    expect((clash as TicketConflict).conflict).toEqual({ ticketId: ticket.id, field: 'priority', yours: 'LOW', theirs: 'HIGH', changedBy: 'Pekka Salo' });
    expect((await seen())!.subject).toBe('Missä tilaukseni on?');
    expect(await update(liisa, 1, { priority: 'high' })).toEqual({ ticketId: ticket.id, version: 2 });
    expect(await update(liisa, 2, { priority: 'low' })).toEqual({ ticketId: ticket.id, version: 3 });
  });

  test('teams and people in a conflict and in the history have names', async () => {
    const other = await aTeam(bench.db, { name: 'Tuoteturva' });
    const boss = await staffIn(bench.db, [], { name: 'Maija Lind', roles: ['supervisor'] });
    await bench.get(AssignTicket).run(pekka, { ticketId: ticket.id, expectedVersion: 1, assigneeId: pekka.id });
    const clash = (await bench.get(AssignTicket).run(liisa, { ticketId: ticket.id, expectedVersion: 1, assigneeId: liisa.id }).catch((e: unknown) => e)) as TicketConflict;
    expect(clash.conflict).toMatchObject({ field: 'assignee', yours: { id: liisa.id, name: 'Liisa Mattila' }, theirs: { id: pekka.id, name: 'Pekka Salo' } });
    await bench.get(UpdateTicket).run(boss, { ticketId: ticket.id, expectedVersion: 2, teamId: other.id });
    const { nodes } = await bench.get(EntryQueries).page(viewerOf(boss), ticket.id, {});
    expect(nodes.map((e) => e.change).filter(Boolean)).toEqual([
      { code: 'assignee_changed', params: { from: null, to: { id: pekka.id, name: 'Pekka Salo' } } },
      { code: 'team_changed', params: { from: { id: team, name: expect.any(String) }, to: { id: other.id, name: 'Tuoteturva' } } },
      { code: 'assignee_changed', params: { from: { id: pekka.id, name: 'Pekka Salo' }, to: null } },
    ]);
    expect((await eventsOf(bench.db, ticket.id)).at(-1)).toMatchObject({ teamId: other.id, previousTeamId: team, previousAssigneeId: pekka.id, assigneeId: null, changed: ['team', 'assignee', 'entries'] });
  });
});

describe('status', () => {
  test('snoozing needs a time ahead; a time alone snoozes', async () => {
    await expect(update(liisa, 1, { status: 'snoozed' })).rejects.toThrow(InvalidInput);
    await expect(update(liisa, 1, { snoozeUntil: '2026-11-23T09:00:00Z' })).rejects.toThrow(InvalidInput);
    await update(liisa, 1, { snoozeUntil: '2026-11-24T07:00:00Z' });
    expect(await seen()).toMatchObject({ status: 'snoozed', snoozeUntil: '2026-11-24T07:00:00Z' });
    expect(await changes()).toEqual([{ code: 'status_changed', params: { from: 'OPEN', to: 'SNOOZED', until: '2026-11-24T07:00:00.000Z' } }]);
  });

  test('solving needs an answer or a reason, is refused twice, and reopening puts all back within the window', async () => {
    const solve = (expectedVersion: number, noReplyReason?: string) => bench.get(SolveTicket).run(liisa, { ticketId: ticket.id, expectedVersion, noReplyReason });
    const reopen = (expectedVersion: number) => bench.get(ReopenTicket).run(liisa, { ticketId: ticket.id, expectedVersion });
    await expect(solve(1)).rejects.toThrow(SolveNeedsReplyOrReason);
    await expect(update(liisa, 1, { status: 'solved' })).rejects.toThrow(TicketStatusNotAllowed);
    await expect(reopen(1)).rejects.toThrow(TicketNotSolved);
    await solve(1, 'Kiitosviesti');
    expect(await seen()).toMatchObject({ status: 'solved', noReplyReason: 'Kiitosviesti', solvedAt: '2026-11-23T09:00:00Z', reopenUntil: new Date('2026-12-07T09:00:00Z') });
    await expect(solve(2, 'Uudestaan')).rejects.toThrow(TicketAlreadySolved);
    await reopen(2);
    expect(await seen()).toMatchObject({ status: 'open', noReplyReason: null, solvedAt: null });
    await solve(3, 'Kiitosviesti');
    bench.clock.advance(15 * 86_400_000);
    await expect(reopen(4)).rejects.toThrow(TicketNotReopenable);
    bench.clock.set('2026-11-23T09:00:00.000Z');
    expect((await eventsOf(bench.db, ticket.id)).map((e) => e.name)).toEqual(['ticket.solved.v1', 'ticket.reopened.v1', 'ticket.solved.v1']);
  });

  test('the database refuses an end without an answer or a reason, whoever asks', async () => {
    await expect(bench.db.sql(`UPDATE ticket SET status = 'solved', solved_at = now() WHERE id = $1`, [ticket.id])).rejects.toThrow(/ticket_answered_ck/);
  });
});

describe('side parameters', () => {
  test('an assignee is active and sees the team', async () => {
    const foreign = await staffIn(bench.db, [(await aTeam(bench.db)).id]);
    const gone = await staffIn(bench.db, [team], { active: false });
    const admin = await staffIn(bench.db, [team], { roles: ['admin'] });
    const boss = await staffIn(bench.db, [], { roles: ['supervisor'] });
    const assign = (assigneeId: string | null, expectedVersion = 9) => bench.get(AssignTicket).run(liisa, { ticketId: ticket.id, expectedVersion, assigneeId });
    for (const id of [foreign.id, gone.id, admin.id, newId(), 'nobody']) await expect(assign(id)).rejects.toThrow(AssigneeNotAllowed);
    await assign(boss.id);
    expect((await seen())!.assignee).toMatchObject({ id: boss.id, email: null, maskedFields: ['email', 'locale', 'roles'] });
    await assign(null);
    expect((await seen())!.assignee).toBeNull();
  });

  test('an unknown team or customer is named', async () => {
    await expect(update(liisa, 1, { teamId: newId() })).rejects.toThrow(TeamNotFound);
    await expect(bench.get(LinkCustomer).run(liisa, { ticketId: ticket.id, expectedVersion: 1, customerId: newId() })).rejects.toThrow(CustomerNotFound);
    await expect(bench.get(LinkCustomer).run(liisa, { ticketId: ticket.id, expectedVersion: 1, customerId: 'x' })).rejects.toThrow(CustomerNotFound);
  });

  test('a customer is linked, seen beside the ticket and masked for who may see none', async () => {
    const { id } = await aCustomer(bench.db, { firstName: 'Aino', lastName: 'Koski' });
    await bench.get(LinkCustomer).run(liisa, { ticketId: ticket.id, expectedVersion: 1, customerId: id });
    expect(await seen()).toMatchObject({ customer: { id, firstName: 'Aino' }, maskedFields: [] });
    const blind: StaffActor = { ...liisa, permissions: new Set(['ticket.view']) };
    expect(await seen(blind)).toMatchObject({ customer: null, customerId: null, maskedFields: ['customer'] });
  });
});

test('customers are locked before tickets, so that linking never meets the other order half-way', async () => {
  const { id } = await aCustomer(bench.db);
  let linking: Promise<unknown> | undefined;
  await bench.database.transaction(async () => {
    await bench.database.rows({ name: '', text: 'SELECT id FROM customer WHERE id = $1 FOR UPDATE' }, [id]);
    // Outside this transaction's context: another request.
    linking = outside(() => bench.get(LinkCustomer).run(liisa, { ticketId: ticket.id, expectedVersion: 1, customerId: id }));
    await waiting('SELECT count(*) = 1 AS yes FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = \'Lock\'');
    await bench.database.rows({ name: '', text: `SET LOCAL lock_timeout = '100ms'` });
    await bench.database.rows({ name: '', text: 'SELECT id FROM ticket WHERE id = $1 FOR UPDATE' }, [ticket.id]);
  });
  expect(await linking).toMatchObject({ version: 2 });
});

test('a kind is changed once for a key and counts from the original time', async () => {
  const input = { idempotencyKey: 'k', ticketId: ticket.id, expectedVersion: 1, kind: 'complaint' };
  const answers = await Promise.all([1, 2, 3].map(() => bench.get(ChangeTicketKind).run(liisa, input)));
  expect(answers).toEqual([{ ticketId: ticket.id, version: 2 }, { ticketId: ticket.id, version: 2 }, { ticketId: ticket.id, version: 2 }]);
  expect(await changes()).toEqual([{ code: 'kind_changed', params: { from: 'QUESTION', to: 'COMPLAINT', since: '2026-11-23T08:00:00Z' } }]);
  expect(await eventsOf(bench.db, ticket.id)).toMatchObject([{ name: 'ticket.kind_changed.v1', from: 'question', to: 'complaint' }]);
});

test('tags: the same tag in other letters is one; too many are refused', async () => {
  const tag = (add: string[], remove: string[] = []) => bench.get(TagTicket).run(liisa, { ticketId: ticket.id, expectedVersion: 1, add, remove });
  await tag(['Allergia', 'allergia', 'erä L2410']);
  expect((await seen())!.tags).toEqual(['Allergia', 'erä L2410']);
  expect(await tag(['ALLERGIA'])).toMatchObject({ version: 2 });
  await tag([], ['ALLERGIA']);
  expect((await seen())!.tags).toEqual(['erä L2410']);
  await expect(tag(Array.from({ length: 30 }, (_, i) => `t${i}`))).rejects.toThrow(InvalidInput);
  await expect(tag(['a\u0000b'])).rejects.toThrow(InvalidInput);
});

test('what I have seen is mine: my mark moves forward only, and my own note is not unread to me', async () => {
  const mark = (actor: StaffActor, entryId: string) => bench.get(MarkTicketSeen).run(actor, { ticketId: ticket.id, entryId });
  expect((await seen())!.unread).toBe(true);
  const { entryId: note } = await bench.get(AddNote).run(pekka, { idempotencyKey: 'a', ticketId: ticket.id, text: 'Soitin kuriirille' });
  expect((await seen(pekka))!.unread).toBe(false);
  expect(await mark(liisa, note)).toBe(true);
  expect(await mark(liisa, ticket.entryId!)).toBe(true);
  expect(await seen()).toMatchObject({ unread: false, lastSeenEntryId: note });
  expect(await mark(liisa, newId())).toBe(false);
  expect(await mark(await staffIn(bench.db, []), note)).toBe(false);
});

describe('unknown, foreign and malformed tickets are one answer', () => {
  const commands: [string, (actor: StaffActor, ticketId: string) => Promise<unknown>][] = [
    ['update', (a, ticketId) => bench.get(UpdateTicket).run(a, { ticketId, expectedVersion: 1, subject: 'x' })],
    ['assign', (a, ticketId) => bench.get(AssignTicket).run(a, { ticketId, expectedVersion: 1, assigneeId: a.id })],
    ['tag', (a, ticketId) => bench.get(TagTicket).run(a, { ticketId, expectedVersion: 1, add: ['x'], remove: [] })],
    ['link', (a, ticketId) => bench.get(LinkCustomer).run(a, { ticketId, expectedVersion: 1, customerId: null })],
    ['note', (a, ticketId) => bench.get(AddNote).run(a, { ticketId, idempotencyKey: newId(), text: 'x' })],
    ['solve', (a, ticketId) => bench.get(SolveTicket).run(a, { ticketId, expectedVersion: 1, noReplyReason: 'x' })],
    ['reopen', (a, ticketId) => bench.get(ReopenTicket).run(a, { ticketId, expectedVersion: 1 })],
    ['change kind', (a, ticketId) => bench.get(ChangeTicketKind).run(a, { ticketId, expectedVersion: 1, kind: 'complaint', idempotencyKey: newId() })],
  ];
  test.each(commands)('%s', async (_, run) => {
    const foreign = await aTicket(bench.db);
    for (const id of [foreign.id, newId(), 'abc', "'; --", '\u0000']) {
      const error = await run(liisa, id).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(TicketNotFound);
      expect((error as TicketNotFound).params).toEqual({});
    }
    expect(await bench.db.sql('SELECT id FROM ticket_entry WHERE ticket_id = $1', [foreign.id])).toHaveLength(1);
    expect(await bench.get(TicketQueries).get(viewerOf(liisa), { id: foreign.id })).toBeNull();
    expect(await bench.get(TicketQueries).get(viewerOf(liisa), { number: foreign.number })).toBeNull();
    expect((await bench.get(EntryQueries).page(viewerOf(liisa), foreign.id, {})).nodes).toEqual([]);
    expect((await bench.get(EntryQueries).byIds(viewerOf(liisa), [foreign.entryId!])).size).toBe(0);
  });
});
