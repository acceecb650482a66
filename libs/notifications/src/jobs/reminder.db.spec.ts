import { system, type StaffActor } from '@kaiku/kernel';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { DeadlinesWorkerModule, DueReminders, FireReminderHandler, PolicyBook, type ReminderFired } from '@kaiku/deadlines';
import { aCalendar, aPolicy, aReminderPlan, aTarget } from '@kaiku/deadlines/testing';
import { JobsModule } from '@kaiku/platform';
import { aStaffMember, aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { AppendEntry, CreateTicket } from '@kaiku/tickets';
import { staffIn } from '@kaiku/tickets/testing';
import { NotificationsWorkerModule } from '../index';
import { NoticeOnReminderHandler } from './reminder.job';
import { NoticeOnEntryHandler } from './ticket-news.job';

let bench: TestBench;
let team: string;
let liisa: StaffActor;
let lead: string;
let boss: string;
const intake = system('intake');
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, JobsModule, DeadlinesWorkerModule, NotificationsWorkerModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  team = (await aTeam(bench.db)).id;
  liisa = await staffIn(bench.db, [team]);
  lead = (await aStaffMember(bench.db, { password: null, teamIds: [team], leadTeamIds: [team] })).id;
  boss = (await aStaffMember(bench.db, { password: null, roles: ['supervisor'] })).id;
  await aCalendar(bench.db);
  const reminderPlanId = await aReminderPlan(bench.db, [
    { step: 'warn', at: { percent: 80 }, to: ['assignee'], critical: false },
    { step: 'due', at: { percent: 100 }, to: ['assignee', 'lead'], critical: false },
    { step: 'over_1', at: { afterDueBusinessHours: 4 }, to: ['lead'], critical: false },
    { step: 'over_day', at: { dailyAfterDue: true, max: 2 }, to: ['supervisor'], critical: false },
  ]);
  await aPolicy(bench.db, [aTarget('first_reply', 8, { reminderPlanId })], { kinds: ['complaint'] });
  bench.get(PolicyBook).forget();
});

/** A complaint of Friday evening, as it comes from the customer. */
async function complaint(): Promise<{ ticketId: string }> {
  bench.clock.set('2026-11-20T17:40:00.000Z');
  const at = bench.clock.now();
  return bench.get(CreateTicket).run(intake, { kind: 'complaint', channel: 'email', subject: 'Kissanruoka', language: 'fi', teamId: team, assigneeId: liisa.id, receivedAt: at, entry: { kind: 'customer_message', visibility: 'public', authorKind: 'customer', channel: 'email', at, body: 'Purkki oli homeessa', isCustomerContact: true } });
}

const answer = (ticketId: string) => ({ ticketId, entry: { kind: 'reply' as const, visibility: 'public' as const, authorKind: 'agent' as const, authorStaffId: liisa.id, channel: 'email' as const, at: bench.clock.now(), body: 'Vastaus', isHumanReply: true } });

/** The clock stands at `time`: a sweep, each of its jobs twice, and each event of theirs twice. */
async function at(time: string): Promise<readonly string[]> {
  bench.clock.set(time);
  await bench.db.sql('DELETE FROM outbox_event');
  for (const row of await bench.get(DueReminders).claim(100)) for (let i = 0; i < 2; i++) await bench.get(FireReminderHandler).run({ due: [row] });
  const events = await bench.db.sql<{ payload: ReminderFired }>(`SELECT payload FROM outbox_event WHERE name = 'deadline.reminder_fired.v1' ORDER BY id`);
  const outcomes: string[] = [];
  for (const { payload } of events) for (let i = 0; i < 2; i++) outcomes.push(await bench.get(NoticeOnReminderHandler).run(payload));
  return outcomes.map((outcome) => outcome.split(':')[0]!);
}
const told = () => bench.db.sql<{ staff_id: string; cause: string; step: string; left: number | null }>(`SELECT staff_id, cause, params->>'step' AS step, round((params->>'remainingWorkMs')::numeric / 60000)::integer AS left FROM notice ORDER BY id`);

test('a complaint of Friday evening: warned on Monday, late to assignee and lead, then to the lead, then daily to the supervisor', async () => {
  await complaint();
  expect(await at('2026-11-21T12:00:00.000Z')).toEqual([]);
  expect(await at('2026-11-23T12:24:00.000Z')).toEqual(['done', 'skipped']);
  expect(await told()).toEqual([{ staff_id: liisa.id, cause: 'deadline_warn', step: 'warn', left: 96 }]);
  expect(await at('2026-11-23T14:00:00.000Z')).toEqual(['done', 'skipped']);
  expect((await told()).slice(1)).toEqual([liisa.id, lead].toSorted().map((staff_id) => ({ staff_id, cause: 'deadline_late', step: 'due', left: 0 })));
  expect(await at('2026-11-24T09:00:00.000Z')).toEqual(['done', 'skipped']);
  expect((await told()).at(-1)).toEqual({ staff_id: lead, cause: 'deadline_escalated', step: 'over_1', left: -240 });
  expect(await at('2026-11-25T06:00:00.000Z')).toEqual(['done', 'skipped']);
  expect((await told()).filter((n) => n.staff_id === boss)).toMatchObject([{ cause: 'deadline_escalated', step: 'over_day_1' }, { cause: 'digest' }]);
  const text = JSON.stringify(await bench.db.sql('SELECT * FROM notice'));
  expect(text).not.toMatch(/Kissanruoka|homeessa/);
});

test('an answer ends what was told of its clock', async () => {
  const { ticketId } = await complaint();
  await at('2026-11-23T12:24:00.000Z');
  await bench.get(AppendEntry).run(liisa, answer(ticketId));
  const [event] = await bench.db.sql<{ payload: Parameters<NoticeOnEntryHandler['run']>[0] }>(`SELECT payload FROM outbox_event WHERE name = 'ticket.entry_added.v1'`);
  expect([await bench.get(NoticeOnEntryHandler).run(event!.payload), await bench.get(NoticeOnEntryHandler).run(event!.payload)]).toEqual(['done', 'skipped: nothing was unread']);
  expect(await bench.db.sql('SELECT read_at FROM notice')).toEqual([{ read_at: bench.clock.now() }]);
});

test('answered between firing and telling: nobody is told', async () => {
  const { ticketId } = await complaint();
  bench.clock.set('2026-11-23T12:24:00.000Z');
  for (const row of await bench.get(DueReminders).claim(100)) await bench.get(FireReminderHandler).run({ due: [row] });
  const [event] = await bench.db.sql<{ payload: ReminderFired }>(`SELECT payload FROM outbox_event WHERE name = 'deadline.reminder_fired.v1'`);
  await bench.get(AppendEntry).run(liisa, answer(ticketId));
  expect(await bench.get(NoticeOnReminderHandler).run(event!.payload)).toBe('skipped: there is nothing to remind of any more');
  expect(await told()).toEqual([]);
});
