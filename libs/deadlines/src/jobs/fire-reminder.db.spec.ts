import { system } from '@kaiku/kernel';
import { openBench, type TestBench } from '@kaiku/testing';
import { ApplySignals, DeadlinesWorkerModule, PolicyBook } from '../index';
import { aCalendar, aPolicy, aReminderPlan, aSubject, aTarget } from '../testing';
import { DueReminders, FireReminderHandler } from './fire-reminder.job';

let bench: TestBench;
beforeAll(async () => (bench = await openBench({ imports: [DeadlinesWorkerModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  // A Monday, 11:00 in Helsinki.
  bench.clock.set('2026-11-23T09:00:00.000Z');
  await bench.db.clear();
  await aCalendar(bench.db);
  const more = { reminderPlanId: await aReminderPlan(bench.db) };
  await aPolicy(bench.db, [aTarget('first_reply', 4, more)], { kinds: ['question'] });
  await aPolicy(bench.db, [aTarget('statutory', 0, { ...more, unit: 'calendar_days', amount: 7 })], { kinds: ['privacy_request'] });
  bench.get(PolicyBook).forget();
});

const by = system('test');
const opened = async (kind = 'question') => {
  const subject = aSubject({ kind, receivedAt: bench.clock.now() });
  await bench.get(ApplySignals).run(by, { id: subject.id, kind: 'ticket' }, subject.facts, [{ type: 'opened', at: bench.clock.now(), contactEntryId: null, byAgent: false }]);
  return subject;
};
const answered = ({ id, facts }: ReturnType<typeof aSubject>) => bench.get(ApplySignals).run(by, { id, kind: 'ticket' }, facts, [{ type: 'reply', at: bench.clock.now(), entryId: id }]);
/** One sweep, and each of its jobs twice. */
async function sweep(): Promise<string[]> {
  const rows = await bench.get(DueReminders).claim(100);
  const outcomes: string[] = [];
  for (const { id, fence } of rows) for (let i = 0; i < 2; i++) outcomes.push(await bench.get(FireReminderHandler).run({ due: [{ id, fence }] }));
  return outcomes;
}
const news = async (): Promise<string[]> =>
  (await bench.db.sql<{ line: string }>(`SELECT concat_ws(' ', replace(name, '.v1', ''), payload->>'step', CASE WHEN payload->>'late' = 'true' THEN 'late' END, payload->>'breachedAt', payload->'to') AS line FROM outbox_event ORDER BY id`)).map((r) => r.line);
const at = (time: string): void => bench.clock.set(`2026-11-${time}:00.000Z`);

test('each step is told once at its time; the job run twice tells it once', async () => {
  await opened();
  at('23T10:59');
  expect(await sweep()).toEqual([]);
  at('23T11:00');
  expect(await sweep()).toEqual(['done', 'skipped: told already, or taken by another worker']);
  at('23T12:12');
  await sweep();
  at('23T13:00');
  await sweep();
  expect(await news()).toEqual([
    'deadline.reminder_fired half ["assignee", "team"]', 'deadline.reminder_fired warn ["assignee"]', 'deadline.reminder_fired due ["assignee", "lead"]', 'deadline.breached 2026-11-23T13:00:00.000Z',
  ]);
});

test('it is late from its due time on, whenever that is noticed, and then what the plan has for the time after is written down', async () => {
  const { id } = await opened();
  at('23T14:30');
  await sweep();
  // Of the steps that passed while nobody was there only the last is told.
  expect(await news()).toEqual(['deadline.reminder_fired due late ["assignee", "lead"]', 'deadline.breached 2026-11-23T13:00:00.000Z']);
  expect(await bench.db.sql('SELECT state, breached_at FROM deadline WHERE subject_id = $1', [id])).toEqual([{ state: 'running', breached_at: new Date('2026-11-23T13:00:00Z') }]);
  expect(await bench.db.sql(`SELECT step, fire_at FROM deadline_reminder WHERE state = 'scheduled' ORDER BY fire_at`)).toEqual([{ step: 'over_1', fire_at: new Date('2026-11-24T08:00:00Z') }, { step: 'over_2', fire_at: new Date('2026-11-24T12:00:00Z') }]);
});

test('an answer leaves nothing to tell, also of what a worker had already taken', async () => {
  const subject = await opened();
  at('23T11:00');
  const [taken] = await bench.get(DueReminders).claim(100);
  await answered(subject);
  expect(await bench.get(FireReminderHandler).run({ due: [taken!] })).toBe('skipped: obsolete');
  at('24T11:00');
  expect(await sweep()).toEqual([]);
  expect(await news()).toEqual([]);
});

test('what a dead worker had taken is due again when its lease ends, and whoever comes first tells it', async () => {
  await opened();
  at('23T11:00');
  const [first] = await bench.get(DueReminders).claim(100);
  expect(await bench.get(DueReminders).claim(100)).toEqual([]);
  await bench.db.sql(`UPDATE deadline_reminder SET lease_until = clock_timestamp() - interval '1 second' WHERE state = 'claimed'`);
  const [second] = await bench.get(DueReminders).claim(100);
  expect([second!.id, second!.fence]).toEqual([first!.id, first!.fence + 1]);
  const outcomes = await Promise.all([first!, second!].map(({ id, fence }) => bench.get(FireReminderHandler).run({ due: [{ id, fence }] })));
  expect(outcomes.toSorted()).toEqual(['done', 'skipped: told already, or taken by another worker']);
  expect(await news()).toHaveLength(1);
});

test('those that come together are told together; one that cannot be told keeps back no other', async () => {
  const subjects = [await opened(), await opened(), await opened(), await opened()];
  at('23T11:00');
  const due = await bench.get(DueReminders).claim(100);
  await answered(subjects[0]!);
  const broken = await bench.db.sql<{ id: string }>(`UPDATE deadline SET plan = '[{"step":"half","to":["nobody"],"critical":false}]' WHERE subject_id = $1 RETURNING id`, [subjects[1]!.id]);
  await expect(bench.get(FireReminderHandler).run({ due: [...due] })).rejects.toThrow('Invalid option');
  expect(await bench.db.sql('SELECT state, count(*)::int AS n FROM deadline_reminder WHERE id = ANY($1) GROUP BY 1 ORDER BY 1', [due.map((r) => r.id)])).toEqual([{ state: 'claimed', n: 1 }, { state: 'fired', n: 2 }, { state: 'obsolete', n: 1 }]);
  expect(await news()).toHaveLength(2);
  await bench.db.sql(`UPDATE deadline SET plan = '[{"step":"half","to":["team"],"critical":false}]' WHERE id = $1`, [broken[0]!.id]);
  expect(await bench.get(FireReminderHandler).run({ due: [...due] })).toBe('done');
  expect(await news()).toHaveLength(3);
});

test('what could not be handed to the queue is due again at once', async () => {
  await opened();
  at('23T11:00');
  const rows = await bench.get(DueReminders).claim(100);
  await bench.get(DueReminders).release(rows);
  expect(await bench.get(DueReminders).claim(100)).toHaveLength(1);
});

test('a period of the law is late at its end, not at the working due time before it', async () => {
  await opened('privacy_request');
  const [row] = await bench.db.sql<{ due_at: Date; legal_due_at: Date }>('SELECT due_at, legal_due_at FROM deadline');
  expect([row!.due_at.toISOString(), row!.legal_due_at.toISOString()]).toEqual(['2026-11-27T15:00:00.000Z', '2026-11-30T22:00:00.000Z']);
  bench.clock.set(row!.due_at);
  await sweep();
  expect((await news()).filter((n) => n.startsWith('deadline.breached'))).toEqual([]);
  bench.clock.set(row!.legal_due_at);
  await sweep();
  expect((await news()).filter((n) => n.startsWith('deadline.breached'))).toEqual(['deadline.breached 2026-11-30T22:00:00.000Z']);
});
