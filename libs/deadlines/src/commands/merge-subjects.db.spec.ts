import { newId, system } from '@kaiku/kernel';
import { openBench, type TestBench } from '@kaiku/testing';
import { ApplySignals, DeadlinesWorkerModule, LegalNotMergeable, MergeSubjects, PolicyBook, SplitSubject, UnmergeSubjects, type Signal } from '../index';
import { AuditDeadlinesHandler } from '../jobs/audit.job';
import { aCalendar, aPolicy, aReminderPlan, aSubject, aTarget } from '../testing';

let bench: TestBench;
const by = system('test');
type Built = ReturnType<typeof aSubject>;
beforeAll(async () => (bench = await openBench({ imports: [DeadlinesWorkerModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  bench.clock.set('2026-11-23T07:00:00.000Z');
  await bench.db.clear();
  await aCalendar(bench.db);
  const more = { reminderPlanId: await aReminderPlan(bench.db) };
  await aPolicy(bench.db, [aTarget('first_reply', 4, more), aTarget('next_reply', 4, more), aTarget('resolution', 18, more)], { kinds: ['question'] });
  await aPolicy(bench.db, [aTarget('statutory', 0, { unit: 'calendar_days', amount: 7 })], { kinds: ['privacy_request'] });
  bench.get(PolicyBook).forget();
});

const tell = ({ id, facts }: Built, ...signals: Signal[]) => bench.get(ApplySignals).run(by, { id, kind: 'ticket' }, facts, signals);
const opened = async (kind = 'question'): Promise<Built> => {
  const subject = aSubject({ kind, receivedAt: bench.clock.now() });
  await tell(subject, { type: 'opened', at: bench.clock.now(), contactEntryId: newId(), byAgent: false });
  return subject;
};
const merging = (from: Built, into: Built, entryId = newId()) => ({ from: { id: from.id, kind: 'ticket' as const }, fromFacts: from.facts, into: { id: into.id, kind: 'ticket' as const }, intoFacts: into.facts, entryId });
const clocks = async ({ id }: Built): Promise<string[]> =>
  (await bench.db.sql<{ line: string }>(`SELECT concat_ws(' ', metric || '#' || cycle_no, state, outcome_reason, to_char(started_at AT TIME ZONE 'UTC', 'HH24:MI'), to_char(due_at AT TIME ZONE 'UTC', 'DD HH24:MI')) AS line FROM deadline WHERE subject_id = $1 ORDER BY metric, cycle_no`, [id])).map((r) => r.line);
const sound = async () => expect(await bench.get(AuditDeadlinesHandler).run()).toMatch(/^skipped/);

test('merged clocks have the earliest start and due time; un-merging gives both back as they were', async () => {
  const from = await opened();
  bench.clock.advance(3_600_000);
  const into = await opened();
  const before = [await clocks(from), await clocks(into)];
  bench.clock.advance(3_600_000);
  const made = merging(from, into);
  const { from: gone, into: next } = await bench.get(MergeSubjects).run(by, made);
  expect([gone.nextDueAt, next.nextDueAt]).toEqual([null, new Date('2026-11-23T11:00:00Z')]);
  expect(await clocks(from)).toEqual(['first_reply#1 cancelled merged 07:00 23 11:00', 'resolution#1 cancelled merged 07:00 25 07:00']);
  expect(await clocks(into)).toEqual(['first_reply#1 running 07:00 23 11:00', 'resolution#1 running 07:00 25 07:00']);
  await sound();
  await bench.get(UnmergeSubjects).run(by, made);
  expect([await clocks(from), await clocks(into)]).toEqual(before);
  await sound();
});

test('a clock that only the first has goes over, and comes back', async () => {
  const from = await opened();
  const into = await opened();
  await tell(from, { type: 'promised', at: bench.clock.now(), metric: 'callback', dueAt: new Date('2026-11-24T08:00:00Z'), entryId: null });
  const before = [await clocks(from), await clocks(into)];
  const made = merging(from, into);
  await bench.get(MergeSubjects).run(by, made);
  expect(await clocks(into)).toContain('callback#1 running 07:00 24 08:00');
  await bench.get(UnmergeSubjects).run(by, made);
  expect(await clocks(from)).toEqual(before[0]);
  expect((await clocks(into)).filter((line) => !line.startsWith('callback'))).toEqual(before[1]);
  expect((await clocks(into)).find((line) => line.startsWith('callback'))).toMatch(/^callback#1 cancelled/);
  await sound();
});

test('a limit of the law stays with its own matter', async () => {
  const from = await opened('privacy_request');
  const into = await opened();
  await expect(bench.get(MergeSubjects).run(by, merging(from, into))).rejects.toThrow(LegalNotMergeable);
});

test('what is split off starts with its message, not with the click', async () => {
  const at = bench.clock.now();
  bench.clock.advance(2 * 3_600_000);
  const { id, facts } = aSubject();
  const next = await bench.get(SplitSubject).run(by, { id, kind: 'ticket' }, facts, { at, entryId: newId() });
  expect(next!.nextDueAt).toEqual(new Date('2026-11-23T11:00:00Z'));
});
