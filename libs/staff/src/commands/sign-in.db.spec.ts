import { nobody } from '@kaiku/kernel';
import { SessionReader } from '@kaiku/platform';
import { openBench, type TestBench } from '@kaiku/testing';
import { Passwords } from '../passwords';
import { StaffModule } from '../staff.module';
import { SignInRefused, SignInThrottled } from '../staff.problems';
import { aSession, aStaffMember, PASSWORD } from '../testing';
import { SignIn, type SignedIn } from './sign-in';

const here = (ip = '192.0.2.10', previousToken: string | null = null) => ({ ip, previousToken });
const WRONG = { password: 'not the right one' };

describe(SignIn.name, () => {
  let bench: TestBench;
  const signIn = (email: string, password: string, from = here()): Promise<SignedIn> => bench.get(SignIn).run(nobody, { email, password }, from);
  const outcome = (email: string, password: string, from = here()): Promise<unknown> => signIn(email, password, from).then(() => 'in', (error: Error) => error.constructor.name);
  /** The wait of a throttle is over. */
  const later = () => bench.db.sql(`UPDATE throttle SET expire = 1 WHERE key LIKE 'closed:%'`);

  beforeAll(async () => (bench = await openBench({ imports: [StaffModule] })));
  afterAll(() => bench.close());
  beforeEach(() => bench.db.clear());

  it('opens a session whose token gives the account, its rights and its teams, and stores only a hash', async () => {
    const member = await aStaffMember(bench.db, { name: 'Aino Laine', roles: ['agent'] });
    const { token, staffId } = await signIn(` ${member.email.toUpperCase()} `, PASSWORD);
    const actor = await bench.get(SessionReader).read(token);
    expect(staffId).toBe(member.id);
    expect(actor).toMatchObject({ id: member.id, name: 'Aino Laine', locale: 'en' });
    expect(actor!.permissions.has('ticket.reply')).toBe(true);
    expect(JSON.stringify(await bench.db.sql('SELECT * FROM session'))).not.toContain(token);
  });

  it('gives a new session each time and ends the one the browser came with', async () => {
    const { id, email } = await aStaffMember(bench.db);
    const planted = await aSession(bench.db, id);
    const { token } = await signIn(email, PASSWORD, here('192.0.2.10', planted.token));
    expect(token).not.toBe(planted.token);
    expect(await bench.get(SessionReader).read(planted.token)).toBeNull();
  });

  it('answers alike for an unknown account, a wrong password, an account without one and a closed account', async () => {
    const known = await aStaffMember(bench.db);
    const closed = await aStaffMember(bench.db, { active: false });
    const without = await aStaffMember(bench.db, { password: null });
    const answers = await Promise.all(
      [['nobody@lumo.example', PASSWORD], [known.email, WRONG.password], [closed.email, PASSWORD], [without.email, PASSWORD], ['no address', 'x']].map(([email, password]) =>
        signIn(email!, password!).catch((error: SignInRefused) => [error.constructor.name, error.code, error.params]),
      ),
    );
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(answers[0]).toEqual(['SignInRefused', 'sign_in.refused', {}]);
  });

  it('takes as long for an unknown account: a password is checked in any case', async () => {
    const passwords = bench.get(Passwords);
    await expect(passwords.matches(null, 'decoy of an account that does not exist')).resolves.toBe(false);
  });

  it('SEC-S41 makes an account wait after five wrong passwords, longer each time, from any address, and then lets the right one in', async () => {
    const { email } = await aStaffMember(bench.db);
    for (let n = 0; n < 5; n++) expect(await outcome(email, WRONG.password, here(`192.0.2.${n}`))).toBe('SignInRefused');
    expect(await outcome(email, PASSWORD, here('198.51.100.1'))).toBe('SignInThrottled');
    const waits: number[] = [];
    for (let n = 0; n < 4; n++) {
      await later();
      await outcome(email, WRONG.password, here('198.51.100.2'));
      waits.push(await signIn(email, PASSWORD, here('198.51.100.3')).then(() => 0, (e: SignInThrottled) => e.retryAfterSeconds));
    }
    expect(waits).toEqual([2, 4, 8, 16]);
    await later();
    expect(await outcome(email, PASSWORD, here('198.51.100.3'))).toBe('in');
    expect(await outcome(email, WRONG.password)).toBe('SignInRefused');
  });

  it('SEC-S41 makes an address wait that tries one password on many accounts; a /64 and a mapped address count as one', async () => {
    const member = await aStaffMember(bench.db);
    for (let n = 0; n < 20; n++) expect(await outcome(`person${n}@lumo.example`, 'Spring1!', here(`2001:db8:1:2:${n}::1`))).toBe('SignInRefused');
    expect(await outcome(member.email, PASSWORD, here('2001:db8:1:2:ffff::9'))).toBe('SignInThrottled');
    expect(await outcome(member.email, PASSWORD, here('2001:db8:1:3::9'))).toBe('in');
    for (let n = 0; n < 20; n++) await outcome(`other${n}@lumo.example`, 'Spring1!', here(n % 2 ? '::ffff:203.0.113.7' : '203.0.113.7'));
    expect(await outcome(member.email, PASSWORD, here('203.0.113.7'))).toBe('SignInThrottled');
  });

  it('keeps neither addresses nor accounts in the throttle table', async () => {
    await outcome('aino@lumo.example', 'Spring1!', here('203.0.113.9'));
    const rows = JSON.stringify(await bench.db.sql('SELECT * FROM throttle'));
    expect(rows).toContain('wrong:');
    expect(rows).not.toMatch(/aino|203\.0/);
  });

  it('lets fifty people of one office in at once, two passwords at a time', async () => {
    const members: { email: string }[] = [];
    for (let n = 0; n < 50; n++) members.push(await aStaffMember(bench.db));
    const answers = await Promise.all(members.map((m) => outcome(m.email, PASSWORD)));
    expect(answers.filter((a) => a === 'in')).toHaveLength(50);
    expect(bench.get(Passwords).peak).toBe(2);
  });

  it('gains nothing for guesses sent together: no more are checked than one after another', async () => {
    const { email } = await aStaffMember(bench.db);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => outcome(email, `guess number ${n}`, here(`198.51.100.${n}`))));
    // Two are checked at a time, so one may slip in beside the fifth.
    expect(answers.filter((a) => a === 'SignInRefused').length).toBeLessThanOrEqual(6);
    expect(answers.filter((a) => a === 'SignInThrottled').length).toBeGreaterThanOrEqual(44);
  });

  it('sends away whom it cannot check in time', async () => {
    const { email } = await aStaffMember(bench.db);
    const answers = await Promise.all(Array.from({ length: 130 }, () => outcome(email, PASSWORD)));
    expect(answers.filter((a) => a === 'in').length).toBeGreaterThanOrEqual(102);
    expect(answers.filter((a) => a !== 'in' && a !== 'SignInThrottled')).toEqual([]);
  });

  it('removes sessions that can no longer be used', async () => {
    const { id, email } = await aStaffMember(bench.db);
    await aSession(bench.db, id, { createdHours: 30, seenHours: 9 });
    await aSession(bench.db, id, { createdHours: 169 });
    await signIn(email, PASSWORD);
    expect(await bench.db.sql('SELECT id FROM session')).toHaveLength(1);
  });
});

describe('where signing in is refused', () => {
  it.each([['http://desk.example', 'sign_in.insecure_address'], ['https://desk.example', 'sign_in.refused'], ['http://localhost:3000', 'sign_in.refused']])('%s: %s', async (publicUrl, code) => {
    const bench = await openBench({ imports: [StaffModule] }, { PUBLIC_URL: publicUrl });
    await expect(bench.get(SignIn).run(nobody, { email: 'a@lumo.example', password: 'x' }, here())).rejects.toMatchObject({ code });
    await bench.close();
  });
});
