import { viewerOf, system } from '@kaiku/kernel';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { TicketQueries, TicketsWorkerModule } from '../index';
import { aTicket, eventsOf, staffIn } from '../testing';
import { CloseStaleHandler } from './close-stale.job';
import { ReleaseWorkHandler } from './release-work.job';
import { SnoozeReturnHandler } from './snooze-return.job';

let bench: TestBench;
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, TicketsWorkerModule] })));
afterAll(() => bench.close());
beforeEach(() => bench.db.clear());

const status = async (id: string) => (await bench.get(TicketQueries).get(viewerOf(system('test')), { id }))!.status;

test('what was solved fourteen days ago is closed, once', async () => {
  const old = await aTicket(bench.db, { status: 'solved', solvedAt: '2026-11-09T08:59:59Z' });
  const fresh = await aTicket(bench.db, { status: 'solved', solvedAt: '2026-11-09T09:00:00Z' });
  expect(await bench.get(CloseStaleHandler).run()).toBe('done');
  expect(await bench.get(CloseStaleHandler).run()).toBe('skipped: nothing to close');
  expect([await status(old.id), await status(fresh.id)]).toEqual(['closed', 'solved']);
  expect((await eventsOf(bench.db, old.id)).map((e) => [e.name, e.version])).toEqual([['ticket.closed.v1', 2]]);
});

test('what was snoozed until now comes back, once, also when two workers look', async () => {
  const due = await aTicket(bench.db, { status: 'snoozed', snoozeUntil: '2026-11-23T09:00:00Z' });
  const later = await aTicket(bench.db, { status: 'snoozed', snoozeUntil: '2026-11-23T09:00:01Z' });
  const outcomes = await Promise.all([bench.get(SnoozeReturnHandler).run(), bench.get(SnoozeReturnHandler).run()]);
  expect(outcomes).toContain('done');
  expect(await bench.get(SnoozeReturnHandler).run()).toBe('skipped: nothing to wake');
  expect([await status(due.id), await status(later.id)]).toEqual(['open', 'snoozed']);
  expect(await eventsOf(bench.db, due.id)).toHaveLength(1);
});

test('the open work of somebody who left goes back to the team, once; what is ended keeps its name', async () => {
  const gone = await staffIn(bench.db, [], { active: false });
  const here = await staffIn(bench.db, []);
  const [open, ended, others] = [await aTicket(bench.db, { assigneeId: gone.id, status: 'waiting_customer' }), await aTicket(bench.db, { assigneeId: gone.id, status: 'solved' }), await aTicket(bench.db, { assigneeId: here.id })];
  expect(await bench.get(ReleaseWorkHandler).run({ staffId: gone.id })).toBe('done');
  expect(await bench.get(ReleaseWorkHandler).run({ staffId: gone.id })).toBe('skipped: nothing to release');
  expect(await bench.get(ReleaseWorkHandler).run({ staffId: here.id })).toBe('skipped: nothing to release');
  const rows = await bench.db.sql('SELECT id, assignee_id FROM ticket ORDER BY number');
  expect(rows).toEqual([{ id: open.id, assignee_id: null }, { id: ended.id, assignee_id: gone.id }, { id: others.id, assignee_id: here.id }]);
  expect((await eventsOf(bench.db, open.id)).map((e) => [e.name, e.previousAssigneeId])).toEqual([['ticket.assigned.v1', gone.id]]);
});
