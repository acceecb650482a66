import { InvalidInput, newId, type StaffActor } from '@kaiku/kernel';
import { SessionReader } from '@kaiku/platform';
import { openBench, type TestBench } from '@kaiku/testing';
import { Client } from 'pg';
import { StaffModule } from '../staff.module';
import { CannotChangeOwnRights, LastAdmin, StaffEmailTaken, StaffNotFound, TeamNotFound } from '../staff.problems';
import { aSession, aStaffMember, aTeam, anActorWith } from '../testing';
import { ChangeMyPassword } from './change-my-password';
import { CreateStaffMember } from './create-staff-member';
import { CreateTeam } from './create-team';
import { DeactivateStaffMember } from './deactivate-staff-member';
import { UpdateMySettings } from './update-my-settings';
import { UpdateStaffMember } from './update-staff-member';

let bench: TestBench;
let admin: StaffActor;
const events = () => bench.db.sql<{ name: string; payload: Record<string, unknown> }>('SELECT name, payload FROM outbox_event ORDER BY id');
const fieldCodes = (error: unknown) => (error as InvalidInput).fields.map((f) => `${f.path}:${f.code}`);

beforeAll(async () => (bench = await openBench({ imports: [StaffModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  const { id } = await aStaffMember(bench.db, { name: 'Ada Admin', roles: ['admin'] });
  admin = anActorWith(['admin'], { id });
});

describe(CreateStaffMember.name, () => {
  const input = { name: ' Nea Niemi ', email: 'Nea@Lumo.example', password: 'seven blue bicycles', locale: 'fi', roles: ['agent'], teamIds: [] as string[] };
  const create = (over: object = {}) => bench.get(CreateStaffMember).run(admin, { ...input, ...over });

  it('makes an account with roles, teams and leads, and says who gave the rights', async () => {
    const [a, b] = [await aTeam(bench.db), await aTeam(bench.db)];
    const id = await create({ teamIds: [a.id], leadTeamIds: [b.id] });
    expect(await bench.db.sql('SELECT name, email, locale, active, version FROM staff_member WHERE id = $1', [id])).toEqual([{ name: 'Nea Niemi', email: 'nea@lumo.example', locale: 'fi', active: true, version: 1 }]);
    expect(await bench.db.sql('SELECT role_id, granted_by FROM staff_role WHERE staff_id = $1', [id])).toEqual([{ role_id: 'agent', granted_by: admin.id }]);
    expect(await bench.db.sql('SELECT team_id, lead FROM team_member WHERE staff_id = $1 ORDER BY lead', [id])).toEqual([{ team_id: a.id, lead: false }, { team_id: b.id, lead: true }]);
  });

  it('keeps the password as argon2id with the agreed parameters only', async () => {
    const id = await create();
    const [row] = await bench.db.sql<{ password_hash: string }>('SELECT password_hash FROM staff_member WHERE id = $1', [id]);
    expect(row!.password_hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  });

  it('refuses an address that is in use, in any spelling', async () => {
    await create();
    await expect(create({ email: 'NEA@lumo.example' })).rejects.toBeInstanceOf(StaffEmailTaken);
  });

  it.each([
    [{ email: 'nea@lumo' }, 'email:not_an_email'],
    [{ email: 'a@lumo.example\r\nBcc: v@e.example' }, 'email:control_characters'],
    [{ email: '"x" <a@lumo.example>' }, 'email:not_an_email'],
    [{ name: '' }, 'name:required'],
    [{ name: 'Nea\u0000' }, 'name:nul'],
    [{ name: 'x'.repeat(121) }, 'name:too_long'],
    [{ password: 'short' }, 'password:password_short'],
    [{ password: 'salasana123' }, 'password:password_common'],
    [{ password: '12345678' }, 'password:password_common'],
    [{ password: 'Password123!' }, 'password:password_common'],
    [{ password: 'abababababab' }, 'password:password_common'],
    [{ roles: ['owner'] }, 'roles.0:role_unknown'],
    [{ teamIds: ['not-an-id'] }, 'teamIds.0:malformed_id'],
    [{ locale: 'de' }, 'locale:invalid_value'],
  ])('refuses %j', async (over, expected) => {
    expect(fieldCodes(await create(over).catch((e: unknown) => e))).toContain(expected);
  });

  it('refuses a team that does not exist, and leaves nothing behind', async () => {
    await expect(create({ teamIds: [newId()] })).rejects.toBeInstanceOf(TeamNotFound);
    expect(await bench.db.sql(`SELECT FROM staff_member WHERE email = 'nea@lumo.example'`)).toHaveLength(0);
  });

  it('takes long and unusual passwords as they are', async () => {
    await create({ password: '  ÄÖ 密码 🐈 spaces stay  ' });
  });
});

describe(UpdateStaffMember.name, () => {
  const update = (staffId: string, over: object, actor = admin) => bench.get(UpdateStaffMember).run(actor, { staffId, expectedVersion: 1, ...over });
  const teamsOf = (id: string) => bench.db.sql<{ team_id: string; lead: boolean }>('SELECT team_id, lead FROM team_member WHERE staff_id = $1 ORDER BY lead', [id]);

  it('changes what is given and leaves the rest', async () => {
    const [a, b] = [await aTeam(bench.db), await aTeam(bench.db)];
    const { id } = await aStaffMember(bench.db, { name: 'Nea', roles: ['agent'], teamIds: [a.id], leadTeamIds: [b.id] });
    await update(id, { roles: ['supervisor'] });
    expect(await bench.db.sql('SELECT role_id FROM staff_role WHERE staff_id = $1', [id])).toEqual([{ role_id: 'supervisor' }]);
    expect(await teamsOf(id)).toEqual([{ team_id: a.id, lead: false }, { team_id: b.id, lead: true }]);
    await update(id, { expectedVersion: 2, teamIds: [b.id] });
    expect(await teamsOf(id)).toEqual([{ team_id: b.id, lead: true }]);
    await update(id, { expectedVersion: 3, leadTeamIds: [a.id] });
    expect(await teamsOf(id)).toEqual([{ team_id: b.id, lead: false }, { team_id: a.id, lead: true }]);
    await update(id, { expectedVersion: 4, teamIds: [], leadTeamIds: [] });
    expect(await teamsOf(id)).toEqual([]);
    expect(await bench.db.sql('SELECT name, version FROM staff_member WHERE id = $1', [id])).toEqual([{ name: 'Nea', version: 5 }]);
  });

  it('gives the new rights from the next request on', async () => {
    const { id } = await aStaffMember(bench.db, { roles: ['supervisor'] });
    const { token } = await aSession(bench.db, id);
    await update(id, { roles: [] });
    expect((await bench.get(SessionReader).read(token))!.permissions.size).toBe(0);
  });

  it('lets nobody change their own rights, but their own name', async () => {
    for (const over of [{ roles: ['admin', 'agent'] }, { teamIds: [] }, { leadTeamIds: [] }]) await expect(update(admin.id, over)).rejects.toBeInstanceOf(CannotChangeOwnRights);
    await expect(update(admin.id, { name: 'Ada A.' })).resolves.toBe(admin.id);
  });

  it('keeps the last administrator', async () => {
    const other = await aStaffMember(bench.db, { roles: ['admin'] });
    const second = anActorWith(['admin'], { id: other.id });
    await update(admin.id, { roles: ['agent'] }, second);
    const outsider = anActorWith(['admin']);
    await expect(update(other.id, { roles: ['agent'] }, outsider)).rejects.toBeInstanceOf(LastAdmin);
  });

  it('keeps one administrator when two take the right from each other at once', async () => {
    const other = await aStaffMember(bench.db, { roles: ['admin'] });
    const second = anActorWith(['admin'], { id: other.id });
    const results = await Promise.allSettled([update(other.id, { roles: [] }), update(admin.id, { roles: [] }, second)]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await bench.db.sql(`SELECT FROM staff_role WHERE role_id = 'admin'`)).toHaveLength(1);
  });

  it('refuses a change made on what is no longer so, and an unknown account', async () => {
    const { id } = await aStaffMember(bench.db);
    await update(id, { name: 'First' });
    expect(fieldCodes(await update(id, { name: 'Second' }).catch((e: unknown) => e))).toEqual(['expectedVersion:changed_meanwhile']);
    await expect(update(newId(), { name: 'x' })).rejects.toBeInstanceOf(StaffNotFound);
  });
});

describe(DeactivateStaffMember.name, () => {
  const deactivate = (staffId: string) => bench.get(DeactivateStaffMember).run(admin, { staffId });

  it('ends every session at once, tells the other processes, and changes nothing the second time', async () => {
    const { id } = await aStaffMember(bench.db);
    const sessions = [await aSession(bench.db, id), await aSession(bench.db, id)];
    const ear = new Client({ connectionString: bench.db.url });
    await ear.connect();
    const heard = new Promise<string>((resolve) => ear.on('notification', ({ payload }) => resolve(payload!)));
    await ear.query('LISTEN kaiku_sessions');
    await deactivate(id);
    expect((JSON.parse(await heard) as string[]).sort()).toEqual(sessions.map((s) => s.id).sort());
    await ear.end();
    for (const { token } of sessions) expect(await bench.get(SessionReader).read(token)).toBeNull();
    await deactivate(id);
    const told = await events();
    expect(told.map((e) => e.name)).toEqual(['staff.sessions_ended.v1', 'staff.deactivated.v1']);
    expect(told[0]!.payload).toMatchObject({ staffId: id });
    expect(await bench.db.sql('SELECT active, deactivated_at FROM staff_member WHERE id = $1', [id])).toEqual([{ active: false, deactivated_at: bench.clock.now() }]);
  });

  it('is not for oneself, the last administrator or somebody unknown', async () => {
    await expect(deactivate(admin.id)).rejects.toBeInstanceOf(CannotChangeOwnRights);
    await expect(deactivate(newId())).rejects.toBeInstanceOf(StaffNotFound);
    await expect(bench.get(DeactivateStaffMember).run(anActorWith(['admin']), { staffId: admin.id })).rejects.toBeInstanceOf(LastAdmin);
    await expect(deactivate('x')).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe(ChangeMyPassword.name, () => {
  it('ends the other sessions and keeps this one', async () => {
    const { id, password } = await aStaffMember(bench.db);
    const [here, elsewhere] = [await aSession(bench.db, id), await aSession(bench.db, id)];
    const me = anActorWith(['agent'], { id, sessionId: here.id });
    await bench.get(ChangeMyPassword).run(me, { current: password, next: 'another fine sentence' }, '192.0.2.1');
    expect(await bench.get(SessionReader).read(here.token)).not.toBeNull();
    expect(await bench.get(SessionReader).read(elsewhere.token)).toBeNull();
    await expect(bench.get(ChangeMyPassword).run(me, { current: password, next: 'and one more sentence' }, '192.0.2.1')).rejects.toMatchObject({ code: 'sign_in.refused' });
    expect((await events()).map((e) => e.payload)).toEqual([{ staffId: id, sessionIds: [elsewhere.id] }]);
  });

  it('counts wrong guesses of the current password like those at sign-in', async () => {
    const { id } = await aStaffMember(bench.db);
    const me = anActorWith(['agent'], { id });
    const guess = () => bench.get(ChangeMyPassword).run(me, { current: 'a guess', next: 'another fine sentence' }, '192.0.2.1').catch((e: { code: string }) => e.code);
    for (let n = 0; n < 5; n++) expect(await guess()).toBe('sign_in.refused');
    expect(await guess()).toBe('sign_in.throttled');
  });
});

describe(UpdateMySettings.name, () => {
  it('changes language and undo time, each on its own', async () => {
    const { id } = await aStaffMember(bench.db);
    const me = anActorWith(['agent'], { id });
    await bench.get(UpdateMySettings).run(me, { locale: 'sv' });
    await bench.get(UpdateMySettings).run(me, { undoSeconds: 0 });
    expect(await bench.db.sql('SELECT locale, undo_seconds FROM staff_member WHERE id = $1', [id])).toEqual([{ locale: 'sv', undo_seconds: 0 }]);
    for (const undoSeconds of [-1, 31, 1.5]) await expect(bench.get(UpdateMySettings).run(me, { undoSeconds })).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe(CreateTeam.name, () => {
  it('makes a team once by its name', async () => {
    await bench.get(CreateTeam).run(admin, { name: 'Verkkokauppa' });
    expect(fieldCodes(await bench.get(CreateTeam).run(admin, { name: ' Verkkokauppa ' }).catch((e: unknown) => e))).toEqual(['name:team_name_taken']);
  });
});
