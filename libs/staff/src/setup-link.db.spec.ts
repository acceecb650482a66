import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newToken, nobody, viewerOf } from '@kaiku/kernel';
import { SessionReader } from '@kaiku/platform';
import { openBench, type TestBench } from '@kaiku/testing';
import { CreateFirstAdmin } from './commands/create-first-admin';
import { SetupLink } from './setup-link';
import { StaffModule } from './staff.module';
import { SetupLinkInvalid } from './staff.problems';
import { StaffQueries } from './staff.queries';
import { aStaffMember } from './testing';

describe(SetupLink.name, () => {
  let bench: TestBench;
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-setup-'));
  const file = join(folder, 'first-admin-link');
  const linkToken = () => new URL(readFileSync(file, 'utf8').trim()).searchParams.get('token')!;
  const ensure = () => bench.get(SetupLink).ensure();
  const halfGone = () => bench.db.sql(`UPDATE setup_link SET created_at = created_at - interval '16 minutes', expires_at = expires_at - interval '16 minutes'`);
  const use = (token: string, over: object = {}) =>
    bench.get(CreateFirstAdmin).run(nobody, { token, name: 'Aino Laine', email: 'aino@lumo.example', password: 'seven blue bicycles', locale: 'sv', ...over }, { ip: '192.0.2.1', previousToken: null });

  beforeAll(async () => (bench = await openBench({ imports: [StaffModule] }, { KAIKU_DATA: folder })));
  afterAll(async () => {
    await bench.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => bench.db.clear());

  it('lies in a file for its owner only, and only a hash of it in the database', async () => {
    await ensure();
    expect(readFileSync(file, 'utf8')).toMatch(/^http:\/\/127\.0\.0\.1(:\d+)?\/setup\?token=[\w-]{43}\n$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(await bench.db.sql('SELECT * FROM setup_link'))).not.toContain(linkToken());
  });

  it('makes an administrator, a session and the first team, once', async () => {
    await ensure();
    const token = linkToken();
    const { token: session } = await use(token);
    const actor = await bench.get(SessionReader).read(session);
    // Everything about people and settings, and nothing of customers.
    expect([...actor!.permissions].sort()).toEqual(expect.arrayContaining(['staff.manage', 'staff.view', 'team.manage']));
    expect([...actor!.permissions].filter((permission) => !/^(setting|staff|team)\./.test(permission))).toEqual([]);
    expect(await bench.db.sql('SELECT name FROM team')).toEqual([{ name: 'Kundservice' }]);
    expect(existsSync(file)).toBe(false);
    expect(await bench.get(StaffQueries).anybody(viewerOf(nobody))).toBe(true);
    await expect(use(token, { email: 'other@lumo.example' })).rejects.toBeInstanceOf(SetupLinkInvalid);
  });

  it('makes one administrator when two use it at once', async () => {
    await ensure();
    const results = await Promise.allSettled([use(linkToken()), use(linkToken(), { email: 'second@lumo.example' })]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await bench.db.sql('SELECT FROM staff_member')).toHaveLength(1);
  });

  it.each(['unknown', 'older', 'expired', 'when somebody works here'])('is refused: %s', async (how) => {
    await ensure();
    let token = linkToken();
    if (how === 'unknown') token = newToken();
    if (how === 'older') await halfGone().then(ensure);
    if (how === 'expired') await bench.db.sql(`UPDATE setup_link SET expires_at = clock_timestamp() - interval '1 second'`);
    if (how === 'when somebody works here') await aStaffMember(bench.db);
    await expect(use(token)).rejects.toBeInstanceOf(SetupLinkInvalid);
    expect(await bench.db.sql(`SELECT FROM staff_member WHERE email = 'aino@lumo.example'`)).toHaveLength(0);
  });

  it('is one for apis that start together, and stays while half its life is left', async () => {
    await Promise.all([ensure(), ensure(), ensure()]);
    const token = linkToken();
    expect(await bench.db.sql('SELECT FROM setup_link')).toHaveLength(1);
    await ensure();
    expect(linkToken()).toBe(token);
    await halfGone();
    await ensure();
    expect(linkToken()).not.toBe(token);
    await use(linkToken());
  });

  it('lives for thirty minutes', async () => {
    await ensure();
    expect(await bench.db.sql(`SELECT expires_at - created_at = interval '30 minutes' AS right FROM setup_link`)).toEqual([{ right: true }]);
  });

  it('is slowed down for whoever guesses', async () => {
    await ensure();
    for (let n = 0; n < 20; n++) await use(newToken()).catch(() => undefined);
    await expect(use(linkToken())).rejects.toBeInstanceOf(SetupLinkInvalid);
  });

  it('is not made, and a leftover is removed, when somebody works here', async () => {
    await ensure();
    await aStaffMember(bench.db);
    await ensure();
    expect(existsSync(file)).toBe(false);
  });
});
