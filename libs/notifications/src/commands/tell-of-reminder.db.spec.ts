import { newId, system, viewerOf, type StaffActor } from '@kaiku/kernel';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { aTeam, aStaffMember, type AStaffMember } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { aTicket, staffIn, type BuiltTicket, type TicketRowSpec } from '@kaiku/tickets/testing';
import { NotificationsModule, NoticeQueries, TellOfReminder, type ClockFacts, type FiredReminder } from '../index';

let bench: TestBench;
let team: string;
let liisa: StaffActor;
const JOB = system('notifications');
const CLOCK: ClockFacts = { running: true, dueAt: '2026-11-23T10:00:00.000Z', consumedWorkMs: 23_040_000, targetWorkMs: 28_800_000, remainingWorkMs: 5_760_000, opensAndCloses: true, kind: 'on_the_way' };

beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, NotificationsModule] }, { SMTP_URL: 'smtp://127.0.0.1:9' })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  bench.clock.set('2026-11-23T09:00:00.000Z');
  team = (await aTeam(bench.db)).id;
  liisa = await staffIn(bench.db, [team]);
});

const ticketOf = (spec: TicketRowSpec = {}): Promise<BuiltTicket> => aTicket(bench.db, { teamId: team, assigneeId: liisa.id, ...spec });
const reminder = (ticket: { id: string }, more: Partial<FiredReminder> = {}): FiredReminder => ({ reminderId: newId(), deadlineId: newId(), subjectId: ticket.id, step: 'warn', metric: 'first_reply', late: false, critical: false, to: ['assignee'], ...more });
const tell = (fired: FiredReminder, clock: Partial<ClockFacts> = {}) => bench.get(TellOfReminder).run(JOB, fired, { ...CLOCK, ...clock });
const lines = (staffId: string) => bench.db.sql<{ cause: string; params: Record<string, unknown> }>('SELECT cause, params FROM notice WHERE staff_id = $1 AND digest_id IS NULL AND in_app ORDER BY id', [staffId]);
const toldTo = async () => (await bench.db.sql<{ staff_id: string }>('SELECT DISTINCT staff_id FROM notice ORDER BY staff_id')).map((n) => n.staff_id);
const deliveries = () => bench.db.sql<{ channel: string; state: string; release_at: Date; cause: string }>('SELECT d.channel, d.state, d.release_at, n.cause FROM notice_delivery d JOIN notice n ON n.id = d.notice_id ORDER BY d.id');
const prefer = (staffId: string, cause: string, channel: string, on = true) => bench.db.sql('INSERT INTO notice_preference VALUES ($1, $2, $3, $4)', [staffId, cause, channel, on]);
const member = async (given: AStaffMember) => (await aStaffMember(bench.db, { password: null, ...given })).id;

test('a reminder is told once, also when its job runs twice at the same time, with the numbers of that moment and nothing of the customer', async () => {
  const ticket = await ticketOf({ subject: 'Kissanruoka' });
  const fired = reminder(ticket, { late: true });
  expect((await Promise.all([tell(fired), tell(fired)])).toSorted()).toEqual([0, 1]);
  expect(await tell(fired)).toBe(0);
  expect(await lines(liisa.id)).toEqual([{ cause: 'deadline_warn', params: { step: 'warn', metric: 'FIRST_REPLY', late: true, critical: false, dueAt: CLOCK.dueAt, consumedWorkMs: 23_040_000, targetWorkMs: 28_800_000, remainingWorkMs: 5_760_000, remainingWallMs: 3_600_000 } }]);
});

test('a clock that has stopped or rests reminds nobody, a ticket that is not there neither', async () => {
  expect(await tell(reminder(await ticketOf()), { running: false })).toBeNull();
  expect(await tell(reminder({ id: newId() }))).toBeNull();
  expect(await tell(reminder(await ticketOf(), { to: [] }))).toBeNull();
  expect(await toldTo()).toEqual([]);
});

test('before, at and after the due instant it is a warning, late, escalated', async () => {
  const ticket = await ticketOf();
  await tell(reminder(ticket));
  bench.clock.set('2026-11-23T10:00:00.000Z');
  await tell(reminder(ticket, { step: 'due' }));
  await tell(reminder(ticket, { step: 'over_1' }), { kind: 'after' });
  expect((await lines(liisa.id)).map((n) => n.cause)).toEqual(['deadline_warn', 'deadline_late', 'deadline_escalated']);
});

test('of one clock the newest line stands for the older ones', async () => {
  const ticket = await ticketOf();
  const deadlineId = newId();
  await tell(reminder(ticket, { deadlineId, step: 'half' }));
  await tell(reminder(ticket, { deadlineId }));
  await tell(reminder(ticket));
  expect((await bench.db.sql('SELECT params->>\'step\' AS step, read_at IS NOT NULL AS read FROM notice ORDER BY id'))).toEqual([{ step: 'half', read: true }, { step: 'warn', read: false }, { step: 'warn', read: false }]);
});

describe('who is told is decided when it fires', () => {
  test('assignee and lead at the due instant', async () => {
    const lead = await member({ teamIds: [team], leadTeamIds: [team] });
    await tell(reminder(await ticketOf(), { step: 'due', to: ['assignee', 'lead'] }));
    expect(await toldTo()).toEqual([liisa.id, lead].toSorted());
  });

  test('unassigned is the team, a person who has left is skipped, then lead, supervisor, administrator', async () => {
    const gone = await staffIn(bench.db, [team], { active: false });
    await tell(reminder(await ticketOf({ assigneeId: gone.id })));
    expect(await toldTo()).toEqual([liisa.id]);
    const admin = await member({ roles: ['admin'] });
    const boss = await member({ roles: ['supervisor'] });
    const empty = (await aTeam(bench.db)).id;
    const left = await member({ teamIds: [empty], leadTeamIds: [empty], active: false });
    await tell(reminder(await ticketOf({ teamId: empty, assigneeId: left })));
    expect(await lines(boss)).toHaveLength(1);
    await bench.db.sql('UPDATE staff_member SET active = false, deactivated_at = now() WHERE id = $1', [boss]);
    await tell(reminder(await ticketOf({ teamId: empty, assigneeId: left })));
    expect(await lines(admin)).toHaveLength(1);
    expect(await lines(boss)).toHaveLength(1);
  });

  test('the owner is the privacy owner of requests about personal data', async () => {
    const owner = await member({ roles: ['privacy_owner'] });
    const boss = await member({ roles: ['supervisor'] });
    await tell(reminder(await ticketOf({ kind: 'privacy_request' }), { to: ['owner'] }));
    await tell(reminder(await ticketOf({ kind: 'complaint' }), { to: ['owner'] }));
    expect([(await lines(owner)).length, (await lines(boss)).length]).toEqual([1, 1]);
  });
});

describe('many at once', () => {
  test('five are five, the sixth makes them one, what follows joins it, also twice at a time', async () => {
    await prefer(liisa.id, 'deadline_warn', 'mail');
    const fired = [];
    for (let i = 0; i < 8; i++) fired.push(reminder(await ticketOf()));
    for (const one of fired.slice(0, 5)) await tell(one);
    expect((await lines(liisa.id)).map((n) => n.cause)).toEqual(Array.from({ length: 5 }, () => 'deadline_warn'));
    await Promise.all(fired.slice(5).flatMap((one) => [tell(one), tell(one)]));
    const [digest, ...more] = await lines(liisa.id);
    expect(more).toEqual([]);
    expect(digest).toMatchObject({ cause: 'digest', params: { count: 8, late: 0 } });
    expect((digest!.params.numbers as number[])).toHaveLength(8);
    const waiting = (await deliveries()).filter((d) => d.state === 'queued');
    expect(waiting.map((d) => [d.cause, d.channel, d.release_at.toISOString()])).toEqual([['digest', 'mail', '2026-11-23T09:15:00.000Z']]);
    bench.clock.set('2026-11-23T09:15:01.000Z');
    await tell(reminder(await ticketOf()));
    expect((await lines(liisa.id)).map((n) => n.cause)).toEqual(['digest', 'deadline_warn']);
  });

  test('twelve at the same moment are one line', async () => {
    const fired = [];
    for (let i = 0; i < 12; i++) fired.push(reminder(await ticketOf()));
    await Promise.all(fired.map((one) => tell(one)));
    expect(await lines(liisa.id)).toEqual([{ cause: 'digest', params: expect.objectContaining({ count: 12 }) }]);
  });

  test('spread over more than a quarter of an hour they stay apart; another person\'s do not count', async () => {
    const mikko = await staffIn(bench.db, [team]);
    for (let i = 0; i < 6; i++) {
      await tell(reminder(await ticketOf({ assigneeId: i % 2 ? mikko.id : liisa.id })));
      bench.clock.advance(4 * 60_000);
    }
    for (let i = 0; i < 6; i++) {
      await tell(reminder(await ticketOf()));
      bench.clock.advance(4 * 60_000);
    }
    expect((await lines(liisa.id)).every((n) => n.cause === 'deadline_warn')).toBe(true);
  });

  test('what is critical stands by itself; what comes daily is one line from the first', async () => {
    const boss = await member({ roles: ['supervisor'] });
    for (let i = 0; i < 7; i++) await tell(reminder(await ticketOf(), { critical: true }));
    expect((await lines(liisa.id)).map((n) => n.cause)).toEqual(Array.from({ length: 7 }, () => 'deadline_warn'));
    for (const step of ['over_day_1', 'over_day_1']) await tell(reminder(await ticketOf(), { step, to: ['supervisor'] }), { dueAt: '2026-11-20T10:00:00.000Z', kind: 'daily' });
    expect(await lines(boss)).toEqual([{ cause: 'digest', params: expect.objectContaining({ count: 2, late: 2 }) }]);
  });
});

describe('quiet hours', () => {
  const NIGHT = '2026-11-23T21:00:00.000Z';
  beforeEach(async () => {
    await prefer(liisa.id, 'deadline_warn', 'mail');
    bench.clock.set(NIGHT);
  });
  const releases = async () => (await deliveries()).map((d) => d.release_at.toISOString());
  const later = { dueAt: '2026-11-24T10:00:00.000Z' };

  test('a clock that never closes waits for the morning outside the console', async () => {
    await tell(reminder(await ticketOf()), { ...later, opensAndCloses: false });
    expect(await lines(liisa.id)).toHaveLength(1);
    expect(await releases()).toEqual(['2026-11-24T05:00:00.000Z']);
  });

  test('unless it is critical, or counts opening hours', async () => {
    await tell(reminder(await ticketOf(), { critical: true }), { ...later, opensAndCloses: false });
    await tell(reminder(await ticketOf()), later);
    expect(await releases()).toEqual([NIGHT, NIGHT]);
  });

  test('by the person\'s own hours', async () => {
    await bench.db.sql('INSERT INTO quiet_hours VALUES ($1, 1380, 360)', [liisa.id]);
    await tell(reminder(await ticketOf()), { ...later, opensAndCloses: false });
    await bench.db.sql('UPDATE quiet_hours SET from_minute = 60, to_minute = 60');
    await tell(reminder(await ticketOf()), { ...later, opensAndCloses: false });
    expect(await releases()).toEqual(['2026-11-24T04:00:00.000Z', NIGHT]);
  });
});

describe('preferences', () => {
  test('off in the console and on by mail: a mail and no line', async () => {
    await prefer(liisa.id, 'deadline_warn', 'in_app', false);
    await prefer(liisa.id, 'deadline_warn', 'mail');
    await tell(reminder(await ticketOf()));
    expect(await lines(liisa.id)).toEqual([]);
    expect((await deliveries()).map((d) => d.channel)).toEqual(['mail']);
    expect(await bench.get(NoticeQueries).unread(viewerOf(liisa))).toBe(0);
  });

  test('push goes out only to who has a browser for it', async () => {
    await prefer(liisa.id, 'deadline_warn', 'push');
    await tell(reminder(await ticketOf()));
    expect(await deliveries()).toEqual([]);
    await bench.db.sql(`INSERT INTO push_subscription (id, staff_id, endpoint, p256dh, auth, created_at) VALUES ($1, $2, 'https://fcm.googleapis.com/x', 'x', 'x', now())`, [newId(), liisa.id]);
    await tell(reminder(await ticketOf()));
    expect((await deliveries()).map((d) => d.channel)).toEqual(['push']);
  });

  test('who has switched everything off is told of deadlines all the same: nobody else would be', async () => {
    await prefer(liisa.id, 'deadline_warn', 'in_app', false);
    await tell(reminder(await ticketOf()));
    expect(await lines(liisa.id)).toHaveLength(1);
  });
});
