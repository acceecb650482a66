import { system } from '@kaiku/kernel';
import { Metrics } from '@kaiku/platform';
import { openBench, type TestBench } from '@kaiku/testing';
import { ApplySignals, DeadlinesWorkerModule, PolicyBook } from '../index';
import { aCalendar, aPolicy, aReminderPlan, aSubject, aTarget } from '../testing';
import { AuditDeadlinesHandler } from './audit.job';

let bench: TestBench;
const by = system('test');
beforeAll(async () => (bench = await openBench({ imports: [DeadlinesWorkerModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  bench.clock.set('2026-11-23T09:00:00.000Z');
  await bench.db.clear();
  await aCalendar(bench.db);
  await aPolicy(bench.db, [aTarget('first_reply', 4, { reminderPlanId: await aReminderPlan(bench.db) }), aTarget('resolution', 18)]);
  bench.get(PolicyBook).forget();
});

const opened = async () => {
  const subject = aSubject({ receivedAt: bench.clock.now() });
  await bench.get(ApplySignals).run(by, { id: subject.id, kind: 'ticket' }, subject.facts, [{ type: 'opened', at: bench.clock.now(), contactEntryId: null, byAgent: false }]);
  return subject;
};
const audit = () => bench.get(AuditDeadlinesHandler).run();
const FINE = 'skipped: everything is as it should be';
const rows = () => bench.db.sql(`SELECT metric, state, due_at, used_ms, breached_at FROM deadline ORDER BY metric`);

test('nothing is found where nothing is wrong: running, answered, standing and overdue clocks', async () => {
  const answered = await opened();
  await opened();
  bench.clock.advance(3_600_000);
  const tell = (signal: Parameters<ApplySignals['run']>[3][number]) => bench.get(ApplySignals).run(by, { id: answered.id, kind: 'ticket' }, answered.facts, [signal]);
  await tell({ type: 'reply', at: bench.clock.now(), entryId: answered.id });
  await tell({ type: 'status', at: bench.clock.now(), from: 'new', to: 'waiting_customer', by: 'agent' });
  expect(await audit()).toBe(FINE);
  bench.clock.advance(30 * 3_600_000);
  expect(await audit()).toBe(FINE);
});

test.each([
  ['a due time', `UPDATE deadline SET due_at = due_at + interval '1 hour' WHERE metric = 'first_reply'`],
  ['a state', `UPDATE deadline SET state = 'met', stopped_at = started_at WHERE metric = 'first_reply'`],
  ['that it is late', `UPDATE deadline SET breached_at = started_at WHERE metric = 'first_reply'`],
])('%s that its events do not give is put right, once', async (_, damage) => {
  await opened();
  const before = await rows();
  await bench.db.sql(damage);
  expect(await rows()).not.toEqual(before);
  expect(await audit()).toBe('done');
  expect(await rows()).toEqual(before);
  expect(await audit()).toBe(FINE);
});

test('a clock that runs without a timer gets its timers, and a timer without a running clock goes', async () => {
  await opened();
  await bench.db.sql(`DELETE FROM deadline_reminder WHERE deadline_id IN (SELECT id FROM deadline WHERE metric = 'first_reply')`);
  expect(await audit()).toBe('done');
  expect(await bench.db.sql(`SELECT step FROM deadline_reminder r JOIN deadline d ON d.id = r.deadline_id AND d.generation = r.generation WHERE metric = 'first_reply' AND r.state = 'scheduled' ORDER BY fire_at`)).toEqual([{ step: 'half' }, { step: 'warn' }, { step: 'due' }]);
  await bench.db.sql(`UPDATE deadline SET generation = generation + 1 WHERE metric = 'resolution'`);
  expect(await audit()).toBe('done');
  expect(await audit()).toBe(FINE);
});

test('a clock in error is counted again when its calendar is there', async () => {
  await bench.db.sql('UPDATE business_calendar SET is_default = false');
  bench.get(PolicyBook).forget();
  await opened();
  expect(await audit()).toBe(FINE);
  await bench.db.sql(`UPDATE deadline_event SET payload = jsonb_set(payload, '{calendar}', to_jsonb((SELECT id FROM business_calendar_version)))`);
  expect(await audit()).toBe('done');
  expect(await bench.db.sql(`SELECT DISTINCT state FROM deadline`)).toEqual([{ state: 'running' }]);
});

test('how long the oldest reminder waits is a metric', async () => {
  await opened();
  bench.clock.set('2026-11-23T11:01:40.000Z');
  expect(await bench.get(Metrics).registry.metrics()).toMatch(/^kaiku_reminder_oldest_overdue_seconds 100$/m);
});
