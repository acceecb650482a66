import { nobody, system, viewerOf } from '@kaiku/kernel';
import { openBench, type TestBench } from '@kaiku/testing';
import { StaffModule } from './staff.module';
import { StaffQueries } from './staff.queries';
import { TeamQueries } from './team.queries';
import { aStaffMember, aTeam, anActorWith } from './testing';

describe(StaffQueries.name, () => {
  let bench: TestBench;
  let staff: StaffQueries;
  const agent = viewerOf(anActorWith(['agent']));
  const admin = viewerOf(anActorWith(['admin']));

  beforeAll(async () => {
    bench = await openBench({ imports: [StaffModule] });
    staff = bench.get(StaffQueries);
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.db.clear());

  it('shows colleagues by name and team; address, language and roles only to administrators and oneself', async () => {
    const team = await aTeam(bench.db, { name: 'Puhelin' });
    const { id } = await aStaffMember(bench.db, { name: 'Nea', roles: ['agent'], teamIds: [team.id] });
    const seen = async (viewer: typeof agent) => ({ row: (await staff.byIds(viewer, [id])).get(id)!, roles: (await staff.rolesOf(viewer, [id])).get(id), teams: (await staff.teamsOf(viewer, [id])).get(id) });
    const teams = [{ team: { id: team.id, name: 'Puhelin' }, lead: false }];
    expect(await seen(agent)).toMatchObject({ row: { name: 'Nea', email: null, locale: null, maskedFields: ['email', 'locale', 'roles'] }, roles: undefined, teams });
    for (const viewer of [admin, viewerOf(anActorWith(['agent'], { id })), viewerOf(system('test'))]) {
      expect(await seen(viewer)).toMatchObject({ row: { email: `${id}@lumo.example`, locale: 'en', maskedFields: [] }, roles: ['agent'], teams });
    }
  });

  it('shows strangers nobody', async () => {
    const { id } = await aStaffMember(bench.db);
    const stranger = viewerOf(nobody);
    expect((await staff.byIds(stranger, [id])).size + (await staff.teamsOf(stranger, [id])).size + (await staff.rolesOf(stranger, [id])).size).toBe(0);
    expect([...(await staff.all(stranger)), ...(await bench.get(TeamQueries).all(stranger))]).toEqual([]);
    expect(await staff.me(stranger)).toBeNull();
  });

  it('sorts names as Finns do', async () => {
    for (const name of ['Åke', 'Äijö', 'Zoe', 'Wille', 'Veera', 'Öhman', 'ahti']) await aStaffMember(bench.db, { name });
    expect((await staff.all(admin)).map((m) => m.name)).toEqual(['ahti', 'Veera', 'Wille', 'Zoe', 'Åke', 'Äijö', 'Öhman']);
  });
});
