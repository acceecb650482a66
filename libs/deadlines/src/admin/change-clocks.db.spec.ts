import { newId, system, viewerOf, type Actor } from '@kaiku/kernel';
import { openBench, aStaffActor, type TestBench } from '@kaiku/testing';
import { aStaffMember } from '@kaiku/staff/testing';
import { ApplySignals } from '../commands/apply-signals';
import { DeadlinesModule } from '../deadlines.module';
import type { CalendarDefinition } from '../engine';
import type { SubjectFacts } from '../signals';
import { ChangePreviews } from './change-previews';
import { SaveCalendar } from './commands/save-calendar';
import { SavePolicy } from './commands/save-policy';
import { ChangeOpenClocksHandler, OpenClockChanges } from './jobs/change-open-clocks.job';
import { SettingsQueries } from './settings.queries';
import { SHIPPED_CALENDAR } from './shipped';
import { ShipDefaults } from './ship-defaults';
import { StoredPolicyBook } from './stored-policy-book';

let bench: TestBench;
let actor: Actor;
const TEAM = newId();
const viewer = viewerOf(system('test'));
const facts = (over: Partial<SubjectFacts> = {}): SubjectFacts => ({
  kind: 'question', channel: 'email', priority: 'normal', language: 'fi', tags: [], customerTier: null, answerWanted: true, status: 'new', teamId: TEAM, assigneeId: null, receivedAt: bench.clock.now(), hasHumanReply: false, ...over,
});

/** A matter that began at a time; clocks as the shipped policies promise them. */
async function opened(at: string, over: Partial<SubjectFacts> = {}): Promise<string> {
  bench.clock.set(at);
  const id = newId();
  await bench.get(ApplySignals).run(system('test'), { id, kind: 'ticket' }, facts(over), [{ type: 'opened', at: new Date(at), contactEntryId: null, byAgent: false }, { type: 'ack', at: new Date(at), entryId: null, automatic: true }]);
  return id;
}
const due = async (): Promise<string[]> =>
  (await bench.db.sql<{ line: string }>(`SELECT metric || ' ' || state || ' ' || coalesce(to_char(due_at AT TIME ZONE 'Europe/Helsinki', 'DD.MM. HH24:MI'), '-') AS line FROM deadline WHERE state NOT IN ('met', 'cancelled') ORDER BY metric, due_at`)).map((row) => row.line);
const work = async (): Promise<string[]> => {
  const outcomes: string[] = [];
  for (const { id, fence } of await bench.get(OpenClockChanges).claim(10)) outcomes.push(await bench.get(ChangeOpenClocksHandler).run({ id, fence }));
  return outcomes;
};
/** Due times by clock. */
const times = async (): Promise<ReadonlyMap<string, string | null>> => new Map((await bench.db.sql<{ id: string; due: string | null }>(`SELECT id, due_at::text AS due FROM deadline WHERE state NOT IN ('met', 'cancelled')`)).map((row) => [row.id, row.due]));
const moved = async (before: ReadonlyMap<string, string | null>): Promise<number> => [...(await times())].filter(([id, at]) => before.get(id) !== at).length;
const officeWith = async (change: Partial<CalendarDefinition>): Promise<CalendarDefinition> => ({ ...[...(await bench.get(SettingsQueries).calendarsByIds(viewer, [SHIPPED_CALENDAR.id])).values()][0]!.definition, ...change });
const questions = async () => (await bench.get(SettingsQueries).policies(viewer)).find((policy) => policy.name === 'shipped:policy_question')!;

beforeAll(async () => (bench = await openBench({ imports: [DeadlinesModule], providers: [OpenClockChanges, ChangeOpenClocksHandler] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  bench.clock.set('2026-11-16T08:00:00Z');
  actor = aStaffActor({ id: (await aStaffMember(bench.db, { roles: ['supervisor'] })).id });
  await bench.get(ShipDefaults).write();
  bench.get(StoredPolicyBook).forget();
});

describe('a policy that is edited', () => {
  const edit = async (days: number, over: Record<string, unknown> = {}) => {
    const policy = await questions();
    const targets = policy.targets.map((target) => (target.metric === 'first_reply' ? { ...target, amount: days } : target));
    return { policyId: policy.id, conditions: policy.conditions, targets, ...over };
  };

  it('leaves clocks that run alone unless it is asked to move them', async () => {
    await opened('2026-11-17T08:00:00Z');
    await bench.get(SavePolicy).run(actor, await edit(5, { expectedVersion: 1, name: 'Kysymykset', retargetOpen: false }));
    expect(await work()).toEqual([]);
    expect(await due()).toEqual(['first_reply running 19.11. 17:00']);
    await opened('2026-11-17T09:00:00Z');
    expect(await due()).toEqual(['first_reply running 19.11. 17:00', 'first_reply running 24.11. 17:00']);
  });

  it('moves clocks that run exactly as the preview says', async () => {
    await opened('2026-11-16T08:00:00Z');
    await opened('2026-11-18T06:00:00Z');
    await opened('2026-11-18T07:00:00Z', { kind: 'complaint' });
    bench.clock.set('2026-11-18T08:00:00Z');
    const before = await times();
    const preview = await bench.get(ChangePreviews).policyChange(viewer, await edit(1));
    expect(preview).toMatchObject({ moves: 2, becomeOverdue: 0, becomeMetAble: 0, legalUntouched: 0, faults: [] });
    expect(await times()).toEqual(before);
    await bench.get(SavePolicy).run(actor, await edit(1, { expectedVersion: 1, name: 'Kysymykset', retargetOpen: true }));
    expect(await work()).toEqual(['done']);
    expect(await moved(before)).toBe(preview.moves);
    // The older one has used its day up: it keeps half an hour. The younger one is due a day later.
    expect(await due()).toEqual(expect.arrayContaining(['first_reply running 18.11. 10:30', 'first_reply running 19.11. 17:00']));
    expect(await bench.db.sql(`SELECT count(*)::int AS n FROM deadline_event WHERE type = 'retarget' AND actor_id = $1`, [(actor as { id: string }).id])).toEqual([{ n: 2 }]);
    const [{ payload }] = (await bench.db.sql<{ payload: { subjectIds: string[] } }>(`SELECT payload FROM outbox_event WHERE name = 'deadline.moved.v1'`)) as [{ payload: { subjectIds: string[] } }];
    expect(payload.subjectIds).toHaveLength(2);
  });

  it('does it once, however often the work is taken up', async () => {
    await opened('2026-11-17T08:00:00Z');
    await bench.get(SavePolicy).run(actor, await edit(3, { expectedVersion: 1, name: 'Kysymykset', retargetOpen: true }));
    const [claimed] = await bench.get(OpenClockChanges).claim(10);
    expect(await bench.get(ChangeOpenClocksHandler).run({ id: claimed!.id, fence: claimed!.fence })).toBe('done');
    expect(await bench.get(ChangeOpenClocksHandler).run({ id: claimed!.id, fence: claimed!.fence })).toMatch(/^skipped/);
    await bench.db.sql(`UPDATE open_clock_change SET state = 'claimed', done_at = NULL, lease_until = '2020-01-01'`);
    expect(await work()).toEqual(['skipped: no clock goes by it']);
    expect(await bench.db.sql(`SELECT count(*)::int AS n FROM deadline_event WHERE type = 'retarget'`)).toEqual([{ n: 1 }]);
    expect(await bench.db.sql('SELECT state, changed FROM open_clock_change')).toEqual([{ state: 'done', changed: 1 }]);
  });

  it('never moves a limit of the law', async () => {
    await opened('2026-11-17T08:00:00Z', { kind: 'privacy_request' });
    const policy = (await bench.get(SettingsQueries).policies(viewer)).find((p) => p.name === 'shipped:policy_privacy')!;
    const targets = policy.targets.map((target) => (target.metric === 'statutory' ? { ...target, amount: 3 } : target));
    const before = await due();
    expect(await bench.get(ChangePreviews).policyChange(viewer, { policyId: policy.id, conditions: policy.conditions, targets })).toMatchObject({ moves: 0, legalUntouched: 1 });
    await bench.get(SavePolicy).run(actor, { policyId: policy.id, expectedVersion: 1, name: 'Tietosuoja', conditions: policy.conditions, targets, retargetOpen: true });
    await work();
    expect(await due()).toEqual(before);
  });
});

describe('a calendar that is edited', () => {
  it('moves clocks that run from now on, exactly as the preview says, and keeps the date of the law', async () => {
    await opened('2026-11-17T08:00:00Z');
    await opened('2026-11-16T08:00:00Z');
    await opened('2026-11-17T08:00:00Z', { kind: 'privacy_request' });
    bench.clock.set('2026-11-17T09:00:00Z');
    const definition = await officeWith({});
    const closed = { ...definition, days: [...definition.days, { date: '2026-11-19', kind: 'closed' as const, intervals: [], source: 'custom' as const, label: 'Inventaario' }] };
    const before = await times();
    const legal = () => bench.db.sql(`SELECT legal_due_at FROM deadline WHERE metric = 'statutory'`);
    const lawBefore = await legal();
    const preview = await bench.get(ChangePreviews).calendarChange(viewer, { calendarId: SHIPPED_CALENDAR.id, definition: closed, apply: 'recalendar' });
    expect(preview).toMatchObject({ becomeOverdue: 0, becomeMetAble: 0, legalUntouched: 1, faults: [] });
    await bench.get(SaveCalendar).run(actor, { calendarId: SHIPPED_CALENDAR.id, expectedVersion: 1, name: 'Toimistoaika', definition: closed, apply: 'recalendar' });
    expect(await work()).toEqual(['done']);
    expect(preview.moves).toBeGreaterThan(0);
    expect(await moved(before)).toBe(preview.moves);
    expect(await due()).toEqual(expect.arrayContaining(['first_reply running 18.11. 17:00', 'first_reply running 20.11. 17:00']));
    expect(await legal()).toEqual(lawBefore);
  });

  it('that was wrong is put right from then on, and what was late is not any more', async () => {
    await opened('2026-11-16T08:00:00Z');
    bench.clock.set('2026-11-18T16:00:00Z');
    const definition = await officeWith({});
    // On the 17th the desk was shut all day, which nobody had written down.
    const shut = { ...definition, days: [...definition.days, { date: '2026-11-17', kind: 'closed' as const, intervals: [], source: 'custom' as const, label: null }] };
    const effectiveFrom = new Date('2026-11-16T00:00:00Z');
    const preview = await bench.get(ChangePreviews).calendarChange(viewer, { calendarId: SHIPPED_CALENDAR.id, definition: shut, apply: 'correct', effectiveFrom });
    expect(preview).toMatchObject({ moves: 1, becomeOverdue: 0, becomeMetAble: 1 });
    expect(preview.sample).toEqual([{ subjectId: expect.any(String), metric: 'first_reply', from: new Date('2026-11-18T15:00:00Z'), to: new Date('2026-11-19T15:00:00Z') }]);
    await bench.get(SaveCalendar).run(actor, { calendarId: SHIPPED_CALENDAR.id, expectedVersion: 1, name: 'Toimistoaika', definition: shut, apply: 'correct', effectiveFrom });
    expect(await work()).toEqual(['done']);
    expect(await bench.db.sql(`SELECT breached_at, corrected FROM deadline WHERE metric = 'first_reply'`)).toEqual([{ breached_at: null, corrected: true }]);
    expect(await due()).toEqual(['first_reply running 19.11. 17:00']);
  });
});

describe('a preview of a calendar', () => {
  const preview = (over: object = {}) => bench.get(ChangePreviews).calendar(viewer, { definition: over, start: '2026-11-20T15:00:00+02:00', amount: 4 * 3600, unit: 'business_seconds' });
  const office = { zone: 'Europe/Helsinki', always: false, weekly: [1, 2, 3, 4, 5].map((isoDay) => ({ isoDay, from: '08:00', to: '17:00' })), days: [] };

  it('says when something would be due', () => {
    expect(preview(office)).toEqual({ dueAt: new Date('2026-11-23T10:00:00+02:00'), legalDueAt: null, faults: [], warnings: [] });
  });
  it.each([
    ['never opens', { ...office, weekly: [] }, 'weekly', 'calendar.never_open'],
    ['has hours that overlap', { ...office, weekly: [...office.weekly, { isoDay: 1, from: '12:00', to: '18:00' }] }, 'weekly.5.from', 'calendar.interval_invalid'],
    ['has reversed hours', { ...office, weekly: [{ isoDay: 1, from: '17:00', to: '08:00' }] }, 'weekly.0.to', 'calendar.interval_invalid'],
    ['has a zone nobody knows', { ...office, zone: 'Europe/Hamina' }, 'zone', 'calendar.zone_unknown'],
  ])('that %s says what is wrong, and where', (_what, definition, path, code) => {
    expect(preview(definition).faults).toContainEqual(expect.objectContaining({ path, code }));
    expect(preview(definition).dueAt).toBeNull();
  });
  it.each([[0, 'target.not_positive'], [1_000_000_000, 'calendar.horizon_exceeded']])('of an amount of %d says so', (amount, code) => {
    expect(bench.get(ChangePreviews).calendar(viewer, { definition: office, start: '2026-11-20T15:00:00+02:00', amount, unit: 'business_seconds' }).faults).toEqual([{ path: 'amount', code }]);
  });
});
