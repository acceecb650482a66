import { openBench, type TestBench } from '@kaiku/testing';
import { SessionQueries } from './session.queries';
import { StaffModule } from './staff.module';
import { aSession, aStaffMember, aTeam } from './testing';

describe(SessionQueries.name, () => {
  let bench: TestBench;
  const read = (token: string) => bench.get(SessionQueries).read(token);

  beforeAll(async () => (bench = await openBench({ imports: [StaffModule] })));
  afterAll(() => bench.close());
  beforeEach(() => bench.db.clear());

  it('gives rights of all roles and teams with their lead', async () => {
    const [a, b] = [await aTeam(bench.db), await aTeam(bench.db)];
    const { id } = await aStaffMember(bench.db, { roles: ['agent', 'admin'], teamIds: [a.id], leadTeamIds: [b.id], locale: 'sv' });
    const session = await aSession(bench.db, id);
    const actor = await read(session.token);
    expect(actor).toMatchObject({ kind: 'staff', id, sessionId: session.id, locale: 'sv' });
    expect([...actor!.permissions]).toEqual(expect.arrayContaining(['ticket.view', 'staff.manage']));
    expect([...actor!.teamIds].sort()).toEqual([a.id, b.id].sort());
    expect([...actor!.leadTeamIds]).toEqual([b.id]);
  });

  it.each([
    ['used a moment ago', {}, true],
    ['unused for seven hours', { createdHours: 20, seenHours: 7 }, true],
    ['unused for more than eight hours', { createdHours: 20, seenHours: 8.01 }, false],
    ['in use for just under seven days', { createdHours: 167 }, true],
    ['in use for more than seven days', { createdHours: 168.1 }, false],
  ])('%s', async (_, ages: { createdHours?: number; seenHours?: number }, usable) => {
    const { id } = await aStaffMember(bench.db);
    const { token } = await aSession(bench.db, id, ages);
    expect((await read(token)) !== null).toBe(usable);
  });

  it('has no time of the demo in it', async () => {
    const { id } = await aStaffMember(bench.db);
    const { token } = await aSession(bench.db, id);
    bench.clock.advance(30 * 86_400_000);
    expect(await read(token)).not.toBeNull();
  });

  it('notes use at most once a minute', async () => {
    const { id } = await aStaffMember(bench.db);
    const { token } = await aSession(bench.db, id, { seenHours: 2 });
    const seen = async () => (await bench.db.sql<{ at: Date; fresh: boolean }>(`SELECT last_seen_at AS at, last_seen_at > clock_timestamp() - interval '1 minute' AS fresh FROM session`))[0]!;
    await read(token);
    const first = await seen();
    expect(first.fresh).toBe(true);
    await read(token);
    expect((await seen()).at).toEqual(first.at);
  });

  it.each(['', 'x', 'a'.repeat(1_000_000), '\u0000', "'; DROP TABLE session; --"])('knows nobody by a token that is none (%#)', async (token) => {
    expect(await read(token)).toBeNull();
  });

  it('SEC-S38 knows nobody by a token with any one character changed', async () => {
    const { id } = await aStaffMember(bench.db);
    const { token } = await aSession(bench.db, id);
    const changed = [...token].map((c, at) => token.slice(0, at) + (c === 'A' ? 'B' : 'A') + token.slice(at + 1));
    const found = await Promise.all([...changed, token.slice(1), `${token}A`, token.toLowerCase(), `${token}=`].map(read));
    expect(found.every((actor) => actor === null)).toBe(true);
    expect(await read(token)).not.toBeNull();
  });
});
