import { Global, Module } from '@nestjs/common';
import { InvalidInput, newId, pageRequest, viewerOf, type StaffActor, type Viewer } from '@kaiku/kernel';
import { AccessInMemory, AccessInMemoryModule, aCustomer } from '@kaiku/customers/testing';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { DraftedTickets, TicketsModule, TicketViewQueries, UpdateTicket, View, VIEWS } from './index';
import { aTicket, staffIn } from './testing';

const drafts = new Map<string, string[]>();
class DraftsInMemory extends DraftedTickets {
  async ticketIdsOf(staffId: string): Promise<readonly string[]> {
    return drafts.get(staffId) ?? [];
  }
}
@Global()
@Module({ providers: [{ provide: DraftedTickets, useClass: DraftsInMemory }] })
class LibraryAbove {}

let bench: TestBench;
let teams: string[];
let liisa: StaffActor;
let boss: StaffActor;
const views = () => bench.get(TicketViewQueries);
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, LibraryAbove, TicketsModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  drafts.clear();
  teams = [(await aTeam(bench.db)).id, (await aTeam(bench.db)).id, (await aTeam(bench.db)).id];
  liisa = await staffIn(bench.db, teams.slice(0, 2));
  boss = await staffIn(bench.db, [], { roles: ['supervisor'] });
  bench.get(AccessInMemory).records.length = 0;
});

/** Every page of a view, a few rows at a time. */
async function walk(viewer: Viewer, view: View, first: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await views().page(viewer, view, pageRequest(first, after));
    ids.push(...page.nodes.map((t) => t.id));
    if (!page.hasNextPage) return ids;
    after = page.endCursor;
  }
}

describe('forty tickets of three teams in every state', () => {
  beforeEach(async () => {
    const statuses = ['new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed', 'solved', 'closed', 'spam'] as const;
    const mine: string[] = [];
    for (let i = 0; i < 40; i++) {
      const { id } = await aTicket(bench.db, {
        teamId: teams[i % 3], status: statuses[i % 8], kind: i % 5 === 0 ? 'complaint' : 'question', assigneeId: [null, liisa.id, boss.id][Math.floor(i / 3) % 3], entry: i % 2 === 0,
        nextDueAt: i % 4 === 0 ? null : `2026-11-2${3 + (i % 3)}T${String(10 + (i % 7)).padStart(2, '0')}:00:00.12345${i % 10}Z`,
      });
      if (i % 9 === 0) mine.push(id);
    }
    drafts.set(liisa.id, mine);
  });

  const expected: Record<View, string> = {
    MY_OPEN: `status IN ('new', 'open') AND assignee_id = $1`,
    UNASSIGNED: `status IN ('new', 'open') AND assignee_id IS NULL`,
    DUE_TODAY: `status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed') AND next_due_at < '2026-11-23T22:00:00Z'`,
    WAITING: `status IN ('waiting_customer', 'waiting_third_party', 'snoozed')`,
    COMPLAINTS: `kind = 'complaint' AND status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed')`,
    ALL_OPEN: `status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed')`,
    MY_DRAFTS: `id = ANY($3::uuid[])`,
  };

  test.each(VIEWS.flatMap((view) => [['agent', view], ['supervisor', view]] as const))('%s, %s: pages, index and count are the rows that a plain statement finds, in the queue\'s order', async (who, view) => {
    const actor = who === 'agent' ? liisa : boss;
    const viewer = viewerOf(actor);
    const plain = await bench.db.sql<{ id: string; number: number; version: number }>(
      `SELECT id, number, version FROM ticket WHERE (${expected[view]}) AND ($2::uuid[] IS NULL OR team_id = ANY($2) OR assignee_id = $1) AND ($3::uuid[] IS NOT NULL) ORDER BY next_due_at NULLS LAST, id`,
      [actor.id, who === 'agent' ? [...actor.teamIds] : null, drafts.get(actor.id) ?? []],
    );
    if (view !== 'MY_DRAFTS' || who === 'agent') expect(plain.length).toBeGreaterThan(0);
    for (const size of [3, 50, 100]) expect(await walk(viewer, view, size)).toEqual(plain.map((r) => r.id));
    const index = await views().index(viewer, view, pageRequest(2000, null, 2000));
    expect(index.entries).toEqual(plain.map((r) => [r.number, r.version]));
    expect(index).toMatchObject({ total: plain.length, totalCapped: false, endCursor: null });
    expect((await views().counts(viewer)).get(view)).toEqual({ count: plain.length, capped: false });
    const part = await views().index(viewer, view, pageRequest(2, null, 2000));
    expect(part.total).toBe(plain.length);
    if (part.endCursor) expect((await views().index(viewer, view, pageRequest(2000, part.endCursor, 2000))).entries).toEqual(plain.slice(2).map((r) => [r.number, r.version]));
  });

  test('nobody without the right sees a row or a count', async () => {
    const admin = viewerOf(await staffIn(bench.db, teams, { roles: ['admin'] }));
    expect(await walk(admin, 'ALL_OPEN', 50)).toEqual([]);
    expect([...(await views().counts(admin)).values()].every((c) => c.count === 0)).toBe(true);
    expect((await views().index(admin, 'ALL_OPEN', pageRequest(2000, null, 2000))).entries).toEqual([]);
  });
});

test('counts are exact to 999 and the index is cut at what was asked for', async () => {
  await bench.db.sql(
    `INSERT INTO ticket (id, kind, status, priority, channel, language, team_id, received_at, created_at, updated_at)
     SELECT gen_random_uuid(), 'question', 'open', 'normal', 'email', 'fi', $1, now(), now(), now() FROM generate_series(1, 1000)`, [teams[0]]);
  expect((await views().counts(viewerOf(liisa))).get('ALL_OPEN')).toEqual({ count: 999, capped: true });
  const index = await views().index(viewerOf(liisa), 'ALL_OPEN', pageRequest(2000, null, 2000));
  expect(index).toMatchObject({ total: 999, totalCapped: true });
  expect(index.entries).toHaveLength(1000);
});

test('a page is recorded once, incidentally, under the customers\' pseudonyms', async () => {
  const customer = await aCustomer(bench.db);
  await aTicket(bench.db, { teamId: teams[0], customerId: customer.id });
  await aTicket(bench.db, { teamId: teams[0], customerId: customer.id });
  await views().page(viewerOf(liisa), 'ALL_OPEN', pageRequest(50, null));
  await views().index(viewerOf(liisa), 'ALL_OPEN', pageRequest(50, null));
  const lists = bench.get(AccessInMemory).records.filter((r) => r.objectKind === 'ticket_list');
  expect(lists).toEqual([expect.objectContaining({ mode: 'incidental', actorId: liisa.id, subjectKeys: [customer.logKey], objectIds: expect.arrayContaining([expect.any(String)]) })]);
});

test.each([['not base64', '%%%'], ['another shape', Buffer.from('[1,2,3]').toString('base64url')], ['a made-up time', Buffer.from(JSON.stringify(["2026'; --", newId()])).toString('base64url')], ['a NUL', Buffer.from('["\\u0000","x"]').toString('base64url')]])(
  'a cursor that is %s is refused', async (_, cursor) => {
    await expect(async () => views().page(viewerOf(liisa), 'ALL_OPEN', pageRequest(50, cursor))).rejects.toThrow(InvalidInput);
  });

test('a ticket that goes to another team leaves the list of the first at once', async () => {
  const ticket = await aTicket(bench.db, { teamId: teams[0] });
  await bench.get(UpdateTicket).run(liisa, { ticketId: ticket.id, expectedVersion: 1, teamId: teams[2] });
  expect(await walk(viewerOf(liisa), 'ALL_OPEN', 50)).toEqual([]);
});
