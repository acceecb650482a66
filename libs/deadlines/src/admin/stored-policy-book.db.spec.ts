import { openBench, type TestBench } from '@kaiku/testing';
import { compileCalendar, dueAt } from '../engine';
import type { PolicyAttributes } from '../policy';
import { PolicyBook } from '../policy-book';
import { DeadlinesAdminModule } from './deadlines-admin.module';
import { policyFaults } from './policy.rules';
import { ShipDefaults } from './ship-defaults';
import { shippedPolicies } from './shipped';
import { StoredPolicyBook } from './stored-policy-book';

let bench: TestBench;
const attributes: PolicyAttributes = { kind: 'question', channel: 'email', priority: 'normal', language: 'fi', tags: [], customerTier: null, answerWanted: true };
const sheet = async (fresh = true) => {
  if (fresh) bench.get<PolicyBook>(PolicyBook).forget();
  return bench.get(StoredPolicyBook).sheet();
};
beforeAll(async () => (bench = await openBench({ imports: [DeadlinesAdminModule] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  await bench.get(ShipDefaults).write();
});

describe('what the desk comes with', () => {
  it('is written once, however often a process starts', async () => {
    const count = () => bench.db.sql(`SELECT (SELECT count(*)::int FROM business_calendar) AS c, (SELECT count(*)::int FROM deadline_policy_version) AS p, (SELECT count(*)::int FROM reminder_plan) AS r`);
    expect(await count()).toEqual([{ c: 1, p: 7, r: 3 }]);
    await bench.get(ShipDefaults).write();
    await bench.get(ShipDefaults).onModuleInit();
    expect(await count()).toEqual([{ c: 1, p: 7, r: 3 }]);
  });

  it('leaves a desk alone that has settings of its own', async () => {
    await bench.db.clear();
    await bench.db.sql(`INSERT INTO reminder_plan (id, name, steps, created_at) VALUES ('00000000-0000-7000-8000-000000000001', 'Own', '[]', '2026-01-01')`);
    await bench.get(ShipDefaults).onModuleInit();
    expect(await bench.db.sql('SELECT count(*)::int AS n FROM deadline_policy')).toEqual([{ n: 0 }]);
  });

  it('would be saved as it is', () => {
    const calendar = compileCalendar({ zone: 'Europe/Helsinki', always: false, weekly: [{ isoDay: 1, from: '08:00', to: '17:00' }], days: [] }, { from: '2020-01-01', to: '2037-01-01' });
    for (const policy of shippedPolicies) expect(policyFaults(policy.conditions, policy.targets, { calendar: () => calendar, knowsPlan: () => true, now: Date.parse('2026-11-23T09:00Z') })).toEqual([]);
  });

  it.each([
    [{}, 'question', 'first_reply', 2],
    [{ kind: 'complaint' }, 'complaint', 'first_reply', 1],
    [{ kind: 'complaint', priority: 'urgent' }, 'complaint', 'first_reply', 7200],
    [{ kind: 'call' }, 'call', 'callback', 14_400],
    [{ kind: 'survey' }, 'survey', 'first_reply', 1],
    [{ kind: 'feedback', answerWanted: false }, 'feedback_unanswered', 'resolution', 5],
    [{ kind: 'privacy_request' }, 'privacy', 'statutory', 1],
    [{ tags: ['peruutus'] }, 'withdrawal', 'statutory', 14],
  ] as const)('promises %j by the policy of %s: %s %d', async (given, name, metric, amount) => {
    const book = await sheet();
    const policy = book.policyFor({ ...attributes, ...given })!;
    expect(shippedPolicies.find((p) => p.id === policy.policyId)!.name).toBe(`shipped:policy_${name}`);
    expect(book.targetFor(policy.policyVersionId, metric, 'priority' in given ? given.priority : 'normal')?.amount).toBe(amount);
  });

  it('promises nothing where nobody waits for anything', async () => {
    expect((await sheet()).policyFor({ ...attributes, kind: 'survey', answerWanted: false })).toBeNull();
  });

  it('is closed on Christmas Eve and Midsummer Eve', async () => {
    const book = await sheet();
    const calendar = book.calendar(book.defaultCalendarVersionId()!)!;
    const hour = 3_600_000;
    expect(new Date(dueAt(calendar, Date.parse('2026-12-23T16:00+02:00'), 2 * hour)).toISOString()).toBe('2026-12-28T07:00:00.000Z');
    expect(new Date(dueAt(calendar, Date.parse('2026-06-18T16:00+03:00'), 2 * hour)).toISOString()).toBe('2026-06-22T06:00:00.000Z');
  });
});

describe('the book', () => {
  it('asks nothing while it is fresh, one small statement after that, and sees what another process changed', async () => {
    const time = jest.spyOn(performance, 'now').mockReturnValue(1_000_000);
    try {
      await sheet();
      await bench.db.sql(`UPDATE deadline_policy SET active = false WHERE name = 'shipped:policy_question'`);
      time.mockReturnValue(1_000_249);
      expect((await sheet(false)).policyFor(attributes)).not.toBeNull();
      time.mockReturnValue(1_000_250);
      expect((await sheet(false)).policyFor(attributes)).toBeNull();
    } finally {
      time.mockRestore();
    }
  });

  it('keeps old versions readable and takes the newest for what is new', async () => {
    const before = (await sheet()).policyFor(attributes)!;
    await bench.db.sql(`INSERT INTO deadline_policy_version (id, policy_id, version, conditions, targets, effective_from, created_at)
      SELECT '00000000-0000-7000-8000-000000000009', policy_id, 2, conditions, jsonb_set(targets, '{1,amount}', '5'), effective_from, created_at FROM deadline_policy_version WHERE id = $1`, [before.policyVersionId]);
    await bench.db.sql('UPDATE deadline_policy SET version = 2 WHERE id = $1', [before.policyId]);
    const book = await sheet();
    expect(book.policyFor(attributes)!.policyVersionId).toBe('00000000-0000-7000-8000-000000000009');
    expect([book.targetFor(before.policyVersionId, 'first_reply', 'high')?.amount, book.targetFor('00000000-0000-7000-8000-000000000009', 'first_reply', 'high')?.amount]).toEqual([2, 5]);
  });

  it('compiles equal calendars once', async () => {
    const book = await sheet();
    const version = book.calendarVersionFor({ calendarId: null })!;
    expect(book.calendar(version)).toBe((await sheet()).calendar(version));
    expect(book.calendar('00000000-0000-7000-8000-000000000404')).toBeNull();
  });
});
