import { system } from '@kaiku/kernel';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { ApplySignals, PolicyBook } from '@kaiku/deadlines';
import { aCalendar, aPolicy, aSubject, aTarget } from '@kaiku/deadlines/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { TellClocks, TicketsWorkerModule } from '../index';
import { aTicket } from '../testing';
import { FollowDeadlinesHandler, NoteHolderHandler } from './follow-deadlines.job';

let bench: TestBench;
const by = system('test');
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, TicketsWorkerModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  bench.clock.set('2026-11-23T09:00:00.000Z');
  await aCalendar(bench.db);
  await aPolicy(bench.db, [aTarget('first_reply', 4), aTarget('acknowledge', 2)]);
  bench.get(PolicyBook).forget();
});

async function withClocks(): Promise<{ id: string; teamId: string; deadlineId: string }> {
  const { id, teamId } = await aTicket(bench.db);
  const due = await bench.get(ApplySignals).run(by, { id, kind: 'ticket' }, aSubject({ teamId }).facts, [{ type: 'opened', at: bench.clock.now(), contactEntryId: null, byAgent: false }]);
  return { id, teamId, deadlineId: due!.nextDeadlineId! };
}
const due = async (id: string) => (await bench.db.sql<{ next_due_at: Date | null }>('SELECT next_due_at FROM ticket WHERE id = $1', [id]))[0]!.next_due_at?.toISOString() ?? null;

test('tickets take what is due next from clocks that were moved; the job run twice changes nothing more', async () => {
  const { id } = await withClocks();
  expect(await due(id)).toBeNull();
  expect(await bench.get(FollowDeadlinesHandler).run({ subjectIds: [id] })).toBe('done');
  expect(await due(id)).toBe('2026-11-23T11:00:00.000Z');
  expect(await bench.get(FollowDeadlinesHandler).run({ subjectIds: [id] })).toMatch(/^skipped/);
});

test('a receipt that was sent ends the acknowledgement, and one that came back starts it again', async () => {
  const { id } = await withClocks();
  await bench.get(TellClocks).run(by, id, [{ type: 'ack', at: bench.clock.now(), entryId: id, automatic: true }]);
  expect(await due(id)).toBe('2026-11-23T13:00:00.000Z');
  await bench.get(TellClocks).run(by, id, [{ type: 'void', at: bench.clock.now(), entryId: id }]);
  expect(await due(id)).toBe('2026-11-23T11:00:00.000Z');
});

test('who has the ticket when a clock becomes late is kept once', async () => {
  const { id, teamId, deadlineId } = await withClocks();
  expect(await bench.get(NoteHolderHandler).run({ deadlineId, subjectId: id })).toBe('done');
  expect(await bench.get(NoteHolderHandler).run({ deadlineId, subjectId: id })).toMatch(/^skipped/);
  expect(await bench.db.sql('SELECT holder_at_due, holder_team_at_due FROM deadline WHERE id = $1', [deadlineId])).toEqual([{ holder_at_due: null, holder_team_at_due: teamId }]);
});
