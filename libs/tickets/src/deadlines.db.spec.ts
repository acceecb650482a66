import { system, type StaffActor } from '@kaiku/kernel';
import { aCustomer, AccessInMemoryModule } from '@kaiku/customers/testing';
import { PolicyBook } from '@kaiku/deadlines';
import { aCalendar, aPolicy, aReminderPlan, aTarget } from '@kaiku/deadlines/testing';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import type { EntrySpec } from './commands/entry-spec';
import { AppendEntry, CreateTicket, LinkCustomer, SolveTicket, TicketsModule, UpdateTicket, VoidReply } from './index';
import { staffIn } from './testing';

let bench: TestBench;
let team: string;
let liisa: StaffActor;
const mail = system('intake');
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, TicketsModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  // A Monday, 11:00 in Helsinki.
  bench.clock.set('2026-11-23T09:00:00.000Z');
  await bench.db.clear();
  team = (await aTeam(bench.db)).id;
  liisa = await staffIn(bench.db, [team]);
  await aCalendar(bench.db);
  const plan = await aReminderPlan(bench.db);
  const more = { reminderPlanId: plan };
  await aPolicy(bench.db, [aTarget('first_reply', 4, more), aTarget('first_reply', 2, { ...more, priority: 'urgent' }), aTarget('next_reply', 4, more), aTarget('resolution', 18, more)], { kinds: ['question'] });
  bench.get(PolicyBook).forget();
});

const contact = (): EntrySpec => ({ kind: 'customer_message', visibility: 'public', authorKind: 'customer', channel: 'email', at: bench.clock.now(), body: 'Haloo?', isCustomerContact: true });
const reply = (): EntrySpec => ({ kind: 'reply', visibility: 'public', authorKind: 'agent', authorStaffId: liisa.id, channel: 'email', at: bench.clock.now(), body: 'Paketti on matkalla.', isHumanReply: true });
const create = (over: object = {}) => bench.get(CreateTicket).run(mail, { kind: 'question', channel: 'email', subject: 'Tilaus', language: 'fi', teamId: team, receivedAt: bench.clock.now(), entry: contact(), ...over });
const append = (ticketId: string, entry: EntrySpec, thenStatus?: 'waiting_customer' | 'solved') => bench.get(AppendEntry).run(entry.authorKind === 'customer' ? mail : liisa, { ticketId, entry, thenStatus });
const clocks = async (ticketId: string): Promise<string[]> =>
  (await bench.db.sql<{ line: string }>(`SELECT concat_ws(' ', metric || '#' || cycle_no, state, coalesce(outcome, outcome_reason), to_char(due_at AT TIME ZONE 'UTC', 'DD HH24:MI'), 'g' || generation) AS line
    FROM deadline WHERE subject_id = $1 ORDER BY metric, cycle_no`, [ticketId])).map((r) => r.line);
const timers = async (ticketId: string): Promise<string[]> =>
  (await bench.db.sql<{ line: string }>(`SELECT concat_ws(' ', d.metric, 'g' || r.generation, r.step, r.state, to_char(r.fire_at AT TIME ZONE 'UTC', 'DD HH24:MI')) AS line
    FROM deadline_reminder r JOIN deadline d ON d.id = r.deadline_id WHERE d.subject_id = $1 ORDER BY d.metric, r.generation, r.fire_at, r.step`, [ticketId])).map((r) => r.line);
const next = async (ticketId: string): Promise<string | null> =>
  (await bench.db.sql<{ line: string | null }>(`SELECT to_char(t.next_due_at AT TIME ZONE 'UTC', 'DD HH24:MI') || ' ' || d.metric AS line FROM ticket t LEFT JOIN deadline d ON d.id = t.next_deadline_id WHERE t.id = $1`, [ticketId]))[0]!.line;

test('a ticket begins with its clocks, their timers and what is due next', async () => {
  const { ticketId } = await create();
  expect(await clocks(ticketId)).toEqual(['first_reply#1 running 23 13:00 g1', 'resolution#1 running 25 09:00 g1']);
  expect((await timers(ticketId)).filter((t) => t.startsWith('first'))).toEqual(['first_reply g1 half scheduled 23 11:00', 'first_reply g1 warn scheduled 23 12:12', 'first_reply g1 due scheduled 23 13:00']);
  expect(await next(ticketId)).toBe('23 13:00 first_reply');
});

test('a policy for a tier holds for customers of it: from the beginning, and from when the ticket is theirs', async () => {
  await aPolicy(bench.db, [aTarget('first_reply', 1, { reminderPlanId: await aReminderPlan(bench.db) })], { customerTiers: ['Kulta'] });
  await bench.db.sql(`UPDATE deadline_policy SET rank = rank + 10 WHERE rank = 1`);
  bench.get(PolicyBook).forget();
  const [gold, silver] = [await aCustomer(bench.db, { loyalty: { tier: 'Kulta' } }), await aCustomer(bench.db, { loyalty: { tier: 'Hopea' } })];
  const former = await aCustomer(bench.db, { loyalty: { tier: 'Kulta', endedOn: '2026-01-31' } });
  const first = async (customerId?: string) => (await clocks((await create({ customerId })).ticketId))[0];
  expect([await first(gold.id), await first(silver.id), await first(former.id), await first()]).toEqual(['first_reply#1 running 23 10:00 g1', ...Array.from({ length: 3 }, () => 'first_reply#1 running 23 13:00 g1')]);
  const { ticketId } = await create({ customerId: silver.id });
  await bench.get(LinkCustomer).run(liisa, { ticketId, customerId: gold.id, expectedVersion: 1 });
  expect((await clocks(ticketId))[0]).toBe('first_reply#1 running 23 10:00 g2');
});

test('an answer ends the first clock, cancels its timers, and the next is due next; waiting stands the other', async () => {
  const { ticketId } = await create();
  bench.clock.advance(3_600_000);
  await append(ticketId, reply());
  expect(await clocks(ticketId)).toEqual(['first_reply#1 met replied 23 13:00 g2', 'resolution#1 running 25 09:00 g1']);
  expect((await timers(ticketId)).filter((t) => t.startsWith('first')).every((t) => t.includes(' cancelled '))).toBe(true);
  expect(await next(ticketId)).toBe('25 09:00 resolution');
  await append(ticketId, reply(), 'waiting_customer');
  expect(await clocks(ticketId)).toEqual(['first_reply#1 met replied 23 13:00 g3', 'resolution#1 paused g2']);
  expect(await next(ticketId)).toBeNull();
});

test('an answer that bounced starts the clock again from its original start, late where it was due', async () => {
  const { ticketId } = await create();
  bench.clock.advance(3_600_000);
  const sent = await append(ticketId, reply());
  bench.clock.advance(5 * 3_600_000);
  if (sent.follows) throw new Error('it does not follow');
  await bench.get(VoidReply).run(mail, { ticketId, entryId: sent.entryId, why: 'bounced' });
  expect(await clocks(ticketId)).toEqual(['first_reply#1 running 23 13:00 g3', 'resolution#1 running 25 09:00 g1']);
  expect(await bench.db.sql(`SELECT breached_at, holder_team_at_due FROM deadline WHERE metric = 'first_reply'`)).toEqual([{ breached_at: new Date('2026-11-23T13:00:00Z'), holder_team_at_due: team }]);
  // Of the steps that have passed only the last is told, late; what comes after the due time is written down now.
  expect((await timers(ticketId)).filter((t) => t.startsWith('first_reply g3'))).toEqual(['first_reply g3 due scheduled 23 15:00', 'first_reply g3 over_1 scheduled 24 08:00', 'first_reply g3 over_2 scheduled 24 12:00']);
});

test('a higher priority moves the clock and keeps what was used; other fields ask for nothing', async () => {
  const { ticketId } = await create();
  bench.clock.advance(3_600_000);
  await bench.get(UpdateTicket).run(liisa, { ticketId, expectedVersion: 1, priority: 'urgent' });
  expect(await clocks(ticketId)).toEqual(['first_reply#1 running 23 11:00 g2', 'resolution#1 running 25 09:00 g1']);
  expect(await next(ticketId)).toBe('23 11:00 first_reply');
});

test('solved without a word is no answer', async () => {
  const { ticketId } = await create();
  await bench.get(SolveTicket).run(liisa, { ticketId, expectedVersion: 1, noReplyReason: 'a duplicate' });
  expect(await clocks(ticketId)).toEqual(['first_reply#1 cancelled no_reply 23 13:00 g2', 'resolution#1 met solved 25 09:00 g2']);
});

test('without a policy there is no clock, and the ticket is taken all the same', async () => {
  const { ticketId } = await create({ kind: 'feedback' });
  expect(await clocks(ticketId)).toEqual([]);
  await append(ticketId, reply());
  expect(await next(ticketId)).toBeNull();
});

test('a clock that cannot be computed is kept in error, and the ticket is taken all the same', async () => {
  await bench.db.sql(`UPDATE business_calendar SET is_default = false`);
  bench.get(PolicyBook).forget();
  const { ticketId } = await create();
  expect(await bench.db.sql(`SELECT metric, state, error_code FROM deadline WHERE subject_id = $1 ORDER BY metric`, [ticketId])).toEqual([
    { metric: 'first_reply', state: 'error', error_code: 'calendar.never_open' }, { metric: 'resolution', state: 'error', error_code: 'calendar.never_open' },
  ]);
  await append(ticketId, reply());
});
