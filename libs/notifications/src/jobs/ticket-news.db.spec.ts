import { newId, type StaffActor } from '@kaiku/kernel';
import { OutboxRelay, JobsModule } from '@kaiku/platform';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import type { TicketNews } from '@kaiku/tickets';
import { anEntry, aTicket, staffIn, type BuiltTicket } from '@kaiku/tickets/testing';
import { NotificationsWorkerModule } from '../index';
import { aNotice } from '../testing';
import { NoticeOnAssignmentHandler, NoticeOnEntryHandler, NoticeOnOpeningHandler, NoticeOnReopeningHandler, SettleOnSolvingHandler } from './ticket-news.job';
import { ForgetBrowsersHandler, NotificationsUpkeepHandler } from './upkeep.job';

let bench: TestBench;
let team: string;
let liisa: StaffActor;
let mikko: StaffActor;
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, JobsModule, NotificationsWorkerModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  team = (await aTeam(bench.db)).id;
  liisa = await staffIn(bench.db, [team]);
  mikko = await staffIn(bench.db, [team], { name: 'Mikko Laine' });
});

const news = (ticket: BuiltTicket, more: Partial<TicketNews> = {}): TicketNews => ({ ticketId: ticket.id, number: ticket.number, version: 2, teamId: team, assigneeId: null, changed: ['assignee'], actorId: null, ...more });
const notices = () => bench.db.sql<{ staff_id: string; cause: string; ticket_number: number; read: boolean }>('SELECT staff_id, cause, ticket_number, read_at IS NOT NULL AS read FROM notice ORDER BY id');

describe('assigned to me', () => {
  test('is told once, however often the job runs, and by two workers at a time', async () => {
    const ticket = await aTicket(bench.db, { teamId: team, assigneeId: liisa.id });
    const event = news(ticket, { assigneeId: liisa.id, actorId: mikko.id });
    const outcomes = await Promise.all([bench.get(NoticeOnAssignmentHandler).run(event), bench.get(NoticeOnAssignmentHandler).run(event)]);
    expect(outcomes.toSorted()).toEqual(['done', 'skipped: nobody to tell, or told already']);
    expect(await bench.get(NoticeOnAssignmentHandler).run(event)).toMatch(/^skipped/);
    expect(await notices()).toEqual([{ staff_id: liisa.id, cause: 'assigned', ticket_number: ticket.number, read: false }]);
  });

  test('is not told to who took it themselves, nor of what has been given on since', async () => {
    const ticket = await aTicket(bench.db, { teamId: team, assigneeId: liisa.id });
    expect(await bench.get(NoticeOnAssignmentHandler).run(news(ticket, { assigneeId: liisa.id, actorId: liisa.id }))).toMatch(/^skipped/);
    expect(await bench.get(NoticeOnAssignmentHandler).run(news(ticket, { assigneeId: mikko.id }))).toMatch(/^skipped/);
    expect(await notices()).toEqual([]);
  });

  test('whoever gave it away need not look any more', async () => {
    const ticket = await aTicket(bench.db, { teamId: team, assigneeId: mikko.id });
    await aNotice(bench.db, { staffId: liisa.id, ticketId: ticket.id, ticketNumber: ticket.number });
    await bench.get(NoticeOnAssignmentHandler).run(news(ticket, { assigneeId: mikko.id, previousAssigneeId: liisa.id }));
    expect((await notices()).map((n) => [n.staff_id, n.read])).toEqual([[liisa.id, true], [mikko.id, false]]);
  });

  test('a ticket opened for a colleague is given to them', async () => {
    const ticket = await aTicket(bench.db, { teamId: team, assigneeId: liisa.id });
    const event = news(ticket, { version: 1, assigneeId: liisa.id, actorId: mikko.id });
    expect([await bench.get(NoticeOnOpeningHandler).run(event), await bench.get(NoticeOnOpeningHandler).run(event)]).toEqual(['done', expect.stringMatching(/^skipped/)]);
  });

  test('somebody who has left is told nothing', async () => {
    const gone = await staffIn(bench.db, [team], { active: false });
    const ticket = await aTicket(bench.db, { teamId: team, assigneeId: gone.id });
    expect(await bench.get(NoticeOnAssignmentHandler).run(news(ticket, { assigneeId: gone.id }))).toMatch(/^skipped/);
  });
});

describe('the customer replied', () => {
  const entry = (ticket: BuiltTicket, entryId: string, more: Partial<TicketNews> = {}) => ({ ...news(ticket, { assigneeId: liisa.id, ...more }), entryId, entryKind: 'customer_message' as const });

  test('the assignee is told, once, with one line for the ticket', async () => {
    const ticket = await aTicket(bench.db, { teamId: team, assigneeId: liisa.id });
    const [first, second] = [await anEntry(bench.db, { ticketId: ticket.id }), await anEntry(bench.db, { ticketId: ticket.id })];
    for (const { id } of [first, second, first]) await bench.get(NoticeOnEntryHandler).run(entry(ticket, id));
    expect((await notices()).map((n) => [n.cause, n.read])).toEqual([['customer_replied', true], ['customer_replied', false]]);
  });

  test('reopened by the customer counts, by a colleague does not', async () => {
    const ticket = await aTicket(bench.db, { teamId: team, assigneeId: liisa.id });
    const { id } = await anEntry(bench.db, { ticketId: ticket.id });
    expect(await bench.get(NoticeOnReopeningHandler).run({ ...news(ticket), entryId: id })).toBe('done');
    expect(await bench.get(NoticeOnReopeningHandler).run({ ...news(ticket), entryId: id })).toMatch(/^skipped/);
    expect(await bench.get(NoticeOnReopeningHandler).run({ ...news(ticket), entryId: null })).toMatch(/^skipped/);
  });

  test('not a machine, not a note, not who wrote it down, not on a ticket that is nobody\'s', async () => {
    const ticket = await aTicket(bench.db, { teamId: team, assigneeId: liisa.id });
    const loose = await aTicket(bench.db, { teamId: team });
    const machine = await anEntry(bench.db, { ticketId: ticket.id, isCustomerContact: false });
    const note = await anEntry(bench.db, { ticketId: ticket.id, kind: 'note', authorStaffId: mikko.id });
    const letter = await anEntry(bench.db, { ticketId: ticket.id });
    const orphan = await anEntry(bench.db, { ticketId: loose.id });
    const run = bench.get(NoticeOnEntryHandler);
    expect(await run.run(entry(ticket, machine.id))).toMatch(/^skipped/);
    expect(await run.run({ ...entry(ticket, note.id), entryKind: 'note' })).toMatch(/^skipped/);
    expect(await run.run(entry(ticket, letter.id, { actorId: liisa.id }))).toMatch(/^skipped/);
    expect(await run.run(entry(loose, orphan.id))).toMatch(/^skipped/);
    expect(await notices()).toEqual([]);
  });
});

test('whom a note calls by name is told once, if they may see the ticket, and not its author', async () => {
  const ticket = await aTicket(bench.db, { teamId: team });
  await staffIn(bench.db, [(await aTeam(bench.db)).id], { name: 'Aino Kettunen' });
  const boss = await staffIn(bench.db, [], { name: 'Eeva Salo', roles: ['supervisor'] });
  const { id } = await anEntry(bench.db, { ticketId: ticket.id, kind: 'note', authorStaffId: mikko.id, body: '@Liisa Mattila ja @Eeva, katsokaa. T. @Mikko Laine (ja @Aino Kettunen)' });
  const event = { ...news(ticket, { actorId: mikko.id }), entryId: id, entryKind: 'note' as const };
  expect([await bench.get(NoticeOnEntryHandler).run(event), await bench.get(NoticeOnEntryHandler).run(event)]).toEqual(['done', expect.stringMatching(/^skipped/)]);
  expect((await notices()).map((n) => [n.staff_id, n.cause]).toSorted()).toEqual([[liisa.id, 'mentioned'], [boss.id, 'mentioned']].toSorted());
});

test('what is solved need not be read any more, by anybody', async () => {
  const ticket = await aTicket(bench.db, { teamId: team, assigneeId: liisa.id });
  const other = await aTicket(bench.db, { teamId: team });
  for (const [staffId, about] of [[liisa.id, ticket], [mikko.id, ticket], [liisa.id, other]] as const) await aNotice(bench.db, { staffId, ticketId: about.id, ticketNumber: about.number });
  expect(await bench.get(SettleOnSolvingHandler).run(news(ticket))).toBe('done');
  expect(await bench.get(SettleOnSolvingHandler).run(news(ticket))).toMatch(/^skipped/);
  expect((await notices()).map((n) => [n.ticket_number, n.read])).toEqual([[ticket.number, true], [ticket.number, true], [other.number, false]]);
});

describe('upkeep', () => {
  test('what was read ninety days ago goes, with its deliveries; what nobody has read stays; twice is once', async () => {
    const old = await aNotice(bench.db, { staffId: liisa.id, createdAt: '2026-08-01T08:00:00Z', readAt: '2026-08-25T08:59:59Z' });
    await bench.db.sql(`INSERT INTO notice_delivery (id, notice_id, channel, state, release_at, trace_id) VALUES ($1, $2, 'mail', 'sent', now(), 't')`, [newId(), old.id]);
    const fresh = await aNotice(bench.db, { staffId: liisa.id, createdAt: '2026-08-01T08:00:00Z', readAt: '2026-08-25T09:00:00Z' });
    const unread = await aNotice(bench.db, { staffId: liisa.id, createdAt: '2026-01-01T08:00:00Z' });
    await aNotice(bench.db, { staffId: liisa.id, createdAt: '2026-01-01T08:00:00Z', inApp: false });
    expect(await bench.get(NotificationsUpkeepHandler).run()).toBe('done');
    expect(await bench.get(NotificationsUpkeepHandler).run()).toMatch(/^skipped/);
    expect((await bench.db.sql<{ id: string }>('SELECT id FROM notice ORDER BY id')).map((n) => n.id)).toEqual([fresh.id, unread.id]);
    expect(await bench.db.sql('SELECT id FROM notice_delivery')).toEqual([]);
  });

  test('the browsers of somebody who has left are forgotten', async () => {
    for (const staffId of [liisa.id, mikko.id]) await bench.db.sql(`INSERT INTO push_subscription (id, staff_id, endpoint, p256dh, auth, created_at) VALUES ($1, $2, $3, 'x', 'x', now())`, [newId(), staffId, `https://fcm.googleapis.com/${staffId}`]);
    expect(await bench.get(ForgetBrowsersHandler).run({ staffId: liisa.id })).toBe('done');
    expect(await bench.get(ForgetBrowsersHandler).run({ staffId: liisa.id })).toMatch(/^skipped/);
    expect(await bench.db.sql('SELECT staff_id FROM push_subscription')).toEqual([{ staff_id: mikko.id }]);
  });
});

test('the notices of the desk are written through its queues: assigned by a colleague, told by the worker', async () => {
  const { AssignTicket } = await import('@kaiku/tickets');
  const ticket = await aTicket(bench.db, { teamId: team });
  await bench.get(AssignTicket).run(mikko, { ticketId: ticket.id, expectedVersion: 1, assigneeId: liisa.id });
  await bench.get(OutboxRelay, { strict: false }).turn();
  const [event] = await bench.db.sql<{ payload: TicketNews; relayed: boolean }>(`SELECT payload, relayed_at IS NOT NULL AS relayed FROM outbox_event WHERE name = 'ticket.assigned.v1'`);
  expect(event!.relayed).toBe(true);
  await bench.get(NoticeOnAssignmentHandler).run(event!.payload);
  expect(await notices()).toEqual([{ staff_id: liisa.id, cause: 'assigned', ticket_number: ticket.number, read: false }]);
});
