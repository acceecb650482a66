import { InvalidInput, newId, pageRequest, viewerOf, type StaffActor } from '@kaiku/kernel';
import { AccessInMemoryModule, aCustomer } from '@kaiku/customers/testing';
import { aTeam } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import type { TicketFilter } from './filter.sql';
import { TicketFilterQueries, TicketsModule } from './index';
import { aTicket, staffIn, type BuiltTicket } from './testing';

let bench: TestBench;
let team: string;
let other: string;
let liisa: StaffActor;
let boss: StaffActor;
beforeAll(async () => (bench = await openBench({ imports: [AccessInMemoryModule, TicketsModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  [team, other] = [(await aTeam(bench.db)).id, (await aTeam(bench.db)).id];
  liisa = await staffIn(bench.db, [team]);
  boss = await staffIn(bench.db, [], { roles: ['supervisor'] });
});

async function numbers(actor: StaffActor, filter: TicketFilter, first = 50): Promise<number[]> {
  const found: number[] = [];
  for (let after: string | null = null; ; ) {
    const page = await bench.get(TicketFilterQueries).page(viewerOf(actor), filter, pageRequest(first, after));
    found.push(...page.nodes.map((t) => t.number));
    if (!page.hasNextPage) break;
    after = page.endCursor;
  }
  expect((await bench.get(TicketFilterQueries).count(viewerOf(actor), filter)).count).toBe(found.length);
  return found;
}

test('filters narrow together, newest first, page by page; other teams\' tickets never show', async () => {
  const made: BuiltTicket[] = [];
  for (let i = 0; i < 12; i++) made.push(await aTicket(bench.db, { teamId: i % 3 === 2 ? other : team, kind: i % 2 ? 'complaint' : 'question', priority: i % 4 === 0 ? 'high' : 'normal', tags: i < 6 ? ['erä', 'hiekka'] : ['erä'], assigneeId: i === 2 ? liisa.id : null }));
  const of = (pick: (i: number) => boolean) => made.flatMap((t, i) => (pick(i) ? [t.number] : [])).reverse();
  const mine = (i: number) => i % 3 !== 2 || i === 2;
  for (const size of [2, 50]) {
    expect(await numbers(liisa, {}, size)).toEqual(of(mine));
    expect(await numbers(boss, {}, size)).toEqual(of(() => true));
  }
  expect(await numbers(liisa, { kinds: ['complaint'] })).toEqual(of((i) => mine(i) && i % 2 === 1));
  expect(await numbers(liisa, { kinds: ['question'], priorities: ['high'], statuses: ['open'] })).toEqual(of((i) => mine(i) && i % 4 === 0));
  expect(await numbers(liisa, { tags: ['hiekka', 'erä'] })).toEqual(of((i) => mine(i) && i < 6));
  expect(await numbers(liisa, { teamIds: [other] })).toEqual(of((i) => i === 2));
  expect(await numbers(boss, { assigneeIds: [liisa.id] })).toEqual(of((i) => i === 2));
  expect(await numbers(liisa, { statuses: [] })).toEqual([]);
});

describe('search', () => {
  test('finds by number, words of the subject, order, name, customer number, address and phone in any spelling', async () => {
    const customer = await aCustomer(bench.db, { firstName: 'Åsa', lastName: 'Lindqvist-Öhman', customerNumber: 'L10023', emails: ['Asa.Lindqvist@posti.example'], phones: ['040 555 0101'] });
    const asa = await aTicket(bench.db, { teamId: team, subject: 'Kissanhiekan pakkaus oli rikki', orderNumber: 'W-7788', customerId: customer.id });
    const li = await aTicket(bench.db, { teamId: team, subject: 'Li-ion akku 50 % _tyhjä', customerId: (await aCustomer(bench.db, { firstName: 'Li', lastName: 'Wu' })).id });
    const cases: [string, number[]][] = [
      [String(asa.number), [asa.number]], [`#${asa.number}`, [asa.number]], ['kissanhiekan RIKKI', [asa.number]], ['hiekan', [asa.number]], ['W-7788', [asa.number]], ['åsa öhman', [asa.number]],
      ['l10023', [asa.number]], ['asa.lindqvist@posti.example', [asa.number]], ['+358 40 555 0101', [asa.number]], ['0405550101', [asa.number]], ['li wu', [li.number]], ['50 %', [li.number]], ['_tyh', [li.number]],
      ['kissan wu', []], ['%', []], ['ei sellaista', []], ["'; DROP TABLE ticket; --", []], ['99999999', []],
    ];
    for (const [search, found] of cases) expect([search, await numbers(liisa, { search })]).toEqual([search, found]);
  });

  test('never over the border of a team, nor by what is hidden', async () => {
    const banned = await aCustomer(bench.db, { firstName: 'Salainen', lastName: 'Henkilö', flags: ['safety_ban'], phones: ['040 555 0102'] });
    const hidden = await aTicket(bench.db, { teamId: team, customerId: banned.id, subject: 'Palautus' });
    await aTicket(bench.db, { teamId: other, subject: 'Palautus' });
    expect(await numbers(liisa, { search: 'palautus' })).toEqual([hidden.number]);
    expect(await numbers(liisa, { search: '040 555 0102' })).toEqual([]);
    const noCustomers: StaffActor = { ...liisa, permissions: new Set(['ticket.view']) };
    expect(await numbers(noCustomers, { search: 'salainen' })).toEqual([]);
    expect(await numbers(liisa, { search: 'salainen' })).toEqual([hidden.number]);
  });

  test('a common word gives a page and a capped count', async () => {
    await bench.db.sql(
      `INSERT INTO ticket (id, kind, status, priority, channel, subject, language, team_id, received_at, created_at, updated_at)
       SELECT gen_random_uuid(), 'question', 'closed', 'normal', 'email', 'Tilaus ' || n, 'fi', $1, now(), now(), now() FROM (SELECT generate_series(1, 10) AS n) s`.replace("'closed'", "'open'"), [team]);
    expect(await numbers(liisa, { search: 'tilaus' }, 3)).toHaveLength(10);
  });

  test.each([['a NUL', { search: 'a\u0000b' }], ['half a character', { search: 'ab\udc00' }], ['a malformed customer', { customerId: 'x' }], ['an unknown status', { statuses: ['lost'] }]])('%s is refused', async (_, filter) => {
    await expect(bench.get(TicketFilterQueries).page(viewerOf(liisa), filter as TicketFilter, pageRequest(50, null))).rejects.toThrow(InvalidInput);
  });
});

test('a customer\'s tickets: those the viewer sees', async () => {
  const { id } = await aCustomer(bench.db);
  const [a, b] = [await aTicket(bench.db, { teamId: team, customerId: id }), await aTicket(bench.db, { teamId: other, customerId: id })];
  expect(await numbers(liisa, { customerId: id })).toEqual([a.number]);
  expect(await numbers(boss, { customerId: id })).toEqual([b.number, a.number]);
  expect(await numbers(boss, { customerId: newId() })).toEqual([]);
});
