import { InvalidInput, newId, system, viewerOf, type StaffActor } from '@kaiku/kernel';
import { anActorWith, aStaffMember } from '@kaiku/staff/testing';
import { openBench, type TestBench } from '@kaiku/testing';
import { DeadlinesModule } from '../deadlines.module';
import type { DayEntry } from '../engine';
import { CreateCalendar } from './commands/create-calendar';
import { CreatePolicy } from './commands/create-policy';
import { CreateReminderPlan } from './commands/create-reminder-plan';
import { DecideDayProposals } from './commands/decide-day-proposals';
import { OrderPolicies } from './commands/order-policies';
import { ProposeFeedDays } from './commands/propose-feed-days';
import { ProposeHolidays } from './commands/propose-holidays';
import { SaveCalendar } from './commands/save-calendar';
import { SavePolicy } from './commands/save-policy';
import { SaveReminderPlan } from './commands/save-reminder-plan';
import { SetDefaultCalendar } from './commands/set-default-calendar';
import { SetPolicyActive } from './commands/set-policy-active';
import { ProposeNextYearHandler } from './jobs/propose-next-year.job';
import { CalendarConflict, CalendarInvalid, CalendarNotFound, FeedInvalid, PolicyConflict, PolicyInvalid, PolicyNotFound, ReminderPlanConflict, ReminderPlanInvalid } from './settings.problems';
import { SettingsQueries } from './settings.queries';
import { SHIPPED_CALENDAR } from './shipped';
import { ShipDefaults } from './ship-defaults';

let bench: TestBench;
let actor: StaffActor;
const viewer = viewerOf(system('test'));
const settings = () => bench.get(SettingsQueries);
const office = { zone: 'Europe/Helsinki', always: false, weekly: [1, 2, 3, 4, 5].map((isoDay) => ({ isoDay, from: '08:00', to: '17:00' })), days: [] as object[] };
const refusal = (work: Promise<unknown>): Promise<{ faults?: { path: string; code: string }[]; code: string; fields?: { path: string; code: string }[] }> => work.then(() => Promise.reject(new Error('was taken')), (error) => error);
const at = async (work: Promise<unknown>): Promise<string[]> => (await refusal(work)).faults!.map((fault) => `${fault.path} ${fault.code}`);
const target = (over: object = {}) => ({ metric: 'first_reply', priority: '*', unit: 'business_days', amount: 1, ...over });

beforeAll(async () => (bench = await openBench({ imports: [DeadlinesModule], providers: [ProposeNextYearHandler] })));
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.db.clear();
  bench.clock.set('2026-11-23T09:00:00Z');
  actor = anActorWith(['supervisor'], { id: (await aStaffMember(bench.db, { roles: ['supervisor'] })).id });
});

describe('a calendar', () => {
  const create = (over: object = {}, name = 'Shop') => bench.get(CreateCalendar).run(actor, { name, definition: { ...office, ...over } });
  const save = (calendarId: string, over: object = {}) => bench.get(SaveCalendar).run(actor, { calendarId, expectedVersion: 1, name: 'Shop', definition: office, apply: 'keep', ...over });

  it('is made, and the first one is the default', async () => {
    const [first, second] = [await create(), await create({}, 'Store')];
    const made = await settings().calendars(viewer);
    expect(made.map((calendar) => [calendar.id, calendar.isDefault, calendar.version])).toEqual([[first, true, 1], [second, false, 1]]);
    await bench.get(SetDefaultCalendar).run(actor, { calendarId: second });
    expect((await settings().calendars(viewer)).filter((calendar) => calendar.isDefault).map((calendar) => calendar.id)).toEqual([second]);
  });

  it.each([
    ['never opens', { weekly: [] }, 'weekly calendar.never_open'],
    ['is swallowed by closures', { days: Array.from({ length: 800 }, (_, i) => ({ date: new Date(Date.parse('2026-11-01') + i * 86_400_000).toISOString().slice(0, 10), kind: 'closed', intervals: [], source: 'custom' })) }, 'days calendar.never_open'],
    ['overlaps', { weekly: [{ isoDay: 1, from: '08:00', to: '12:00' }, { isoDay: 1, from: '11:00', to: '17:00' }] }, 'weekly.1.from calendar.interval_invalid'],
    ['runs backwards', { weekly: [{ isoDay: 1, from: '17:00', to: '08:00' }] }, 'weekly.0.to calendar.interval_invalid'],
    ['has times that are none', { weekly: [{ isoDay: 1, from: '8', to: '25:00' }] }, 'weekly.0.from calendar.interval_invalid'],
    ['is nowhere', { zone: 'Europe/Hamina' }, 'zone calendar.zone_unknown'],
    ['names a date that does not exist', { days: [{ date: '2027-02-30', kind: 'closed', intervals: [], source: 'custom' }] }, 'days.0.date calendar.date_invalid'],
  ])('that %s is refused at its field', async (_what, over, fault) => {
    expect(await at(create(over))).toContain(fault);
    expect(await refusal(create(over))).toBeInstanceOf(CalendarInvalid);
    expect(await settings().calendars(viewer)).toEqual([]);
  });

  it('is a new version with each change, and the old ones stay', async () => {
    const id = await create();
    await save(id, { definition: { ...office, weekly: office.weekly.slice(0, 4) }, note: 'Fridays off' });
    const versions = (await settings().calendarVersions(viewer, [id])).get(id)!;
    expect(versions.map((v) => [v.version, v.definition.weekly.length, v.note, v.createdById])).toEqual([[2, 4, 'Fridays off', actor.id], [1, 5, null, actor.id]]);
    await expect(bench.database.transaction(() => bench.database.manager.query('UPDATE business_calendar_version SET version = 9'))).rejects.toThrow(/permission denied/);
  });

  it('that somebody else changed meanwhile is not changed', async () => {
    const id = await create();
    await save(id);
    expect(await refusal(save(id))).toMatchObject({ code: 'calendar.conflict', theirs: 2 });
    expect(await refusal(save(id))).toBeInstanceOf(CalendarConflict);
    expect(await refusal(save(newId()))).toBeInstanceOf(CalendarNotFound);
  });

  it('stays in use while it is the default or a policy names it; its name is its own', async () => {
    const [first, second] = [await create(), await create({}, 'Store')];
    expect(await at(save(first, { active: false }))).toEqual(['active calendar.in_use']);
    await bench.get(CreatePolicy).run(actor, { name: 'P', conditions: {}, targets: [target({ calendarId: second })] });
    expect(await at(save(second, { active: false, name: 'Store' }))).toEqual(['active calendar.in_use']);
    expect((await refusal(save(second, { name: 'Shop' }))).fields).toEqual([{ path: 'name', code: 'setting_name_taken' }]);
  });

  it('is put right only from a time that has passed', async () => {
    const id = await create();
    for (const effectiveFrom of [null, '2026-11-23T09:00:00Z', '2027-01-01T00:00:00Z']) expect((await refusal(save(id, { apply: 'correct', effectiveFrom }))).fields).toEqual([{ path: 'effectiveFrom', code: 'not_in_the_past' }]);
    await save(id, { apply: 'correct', effectiveFrom: '2026-11-01T00:00:00Z' });
    expect(await bench.db.sql('SELECT kind, at, requested_by FROM open_clock_change')).toEqual([{ kind: 'correct', at: new Date('2026-11-01T00:00:00Z'), requested_by: actor.id }]);
  });
});

describe('days off', () => {
  const proposals = async (id: string = SHIPPED_CALENDAR.id) => (await settings().proposals(viewer, [id])).get(id) ?? [];
  beforeEach(() => bench.get(ShipDefaults).write());

  it('of the year after the next are proposed each December, once', async () => {
    expect(await bench.get(ProposeNextYearHandler).run()).toBe('skipped: not December');
    bench.clock.set('2026-12-01T06:00:00Z');
    expect(await bench.get(ProposeNextYearHandler).run()).toBe('done');
    expect(await bench.get(ProposeNextYearHandler).run()).toBe('skipped: proposed before');
    const days = await proposals();
    expect(days).toHaveLength(15);
    expect(days.map((day) => day.date)).toEqual(expect.arrayContaining(['2028-01-01', '2028-04-14', '2028-06-23', '2028-12-24', '2028-12-26']));
    expect(days.every((day) => day.source === 'law' && day.label!.startsWith('shipped:day_'))).toBe(true);
  });

  it('hold when somebody accepts them, and are not proposed again when somebody does not', async () => {
    await bench.get(ProposeHolidays).run(actor, { calendarId: SHIPPED_CALENDAR.id, year: 2028 });
    const [first, second, ...rest] = await proposals();
    await bench.get(DecideDayProposals).run(actor, { calendarId: SHIPPED_CALENDAR.id, expectedVersion: 1, accept: [first!.id], dismiss: [second!.id] });
    const calendar = (await settings().calendarsByIds(viewer, [SHIPPED_CALENDAR.id])).get(SHIPPED_CALENDAR.id)!;
    expect(calendar.version).toBe(2);
    expect(calendar.definition.days.filter((day: DayEntry) => day.date.startsWith('2028')).map((day) => day.date)).toEqual([first!.date]);
    expect(await bench.get(ProposeHolidays).run(actor, { calendarId: SHIPPED_CALENDAR.id, year: 2028 })).toBe(0);
    expect(await proposals()).toHaveLength(rest.length);
    expect(await refusal(bench.get(DecideDayProposals).run(actor, { calendarId: SHIPPED_CALENDAR.id, expectedVersion: 1, accept: [], dismiss: [] }))).toBeInstanceOf(CalendarConflict);
  });

  it('that the calendar has already are not proposed; nor those of far away', async () => {
    expect(await bench.get(ProposeHolidays).run(actor, { calendarId: SHIPPED_CALENDAR.id, year: 2027 })).toBe(0);
    expect((await refusal(bench.get(ProposeHolidays).run(actor, { calendarId: SHIPPED_CALENDAR.id, year: 3000 }))).fields).toEqual([expect.objectContaining({ path: 'year', code: 'year_range' })]);
  });

  const feed = (...days: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...days.flatMap((day, i) => ['BEGIN:VEVENT', `UID:${i}`, `DTSTART;VALUE=DATE:${day}`, `SUMMARY:Day ${i}`, 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n');
  it('of a feed are proposals too', async () => {
    expect(await bench.get(ProposeFeedDays).run(actor, { calendarId: SHIPPED_CALENDAR.id, ics: feed('20270107', '20271225') })).toBe(1);
    expect(await proposals()).toEqual([expect.objectContaining({ date: '2027-01-07', kind: 'closed', source: 'feed', label: 'Day 0' })]);
  });
  it.each([
    ['is none', 'hello', 'feed.unreadable'],
    ['has no days', feed(), 'feed.empty'],
    ['has days of other years only', feed('19990101'), 'feed.empty'],
    ['has too many', feed(...Array.from({ length: 2001 }, () => '20270107')), 'feed.too_many_events'],
    ['is too large', `BEGIN:VCALENDAR\r\n${'X-A:1\r\n'.repeat(200_000)}`, 'feed.too_large'],
  ])('of a feed that %s are refused', async (_what, ics, code) => {
    const error = await refusal(bench.get(ProposeFeedDays).run(actor, { calendarId: SHIPPED_CALENDAR.id, ics }));
    expect([error.constructor, error.code]).toEqual([FeedInvalid, code]);
  });
});

describe('a policy', () => {
  const create = (conditions: object, targets: object[], name = 'Policy') => bench.get(CreatePolicy).run(actor, { name, conditions, targets });
  beforeEach(() => bench.get(CreateCalendar).run(actor, { name: 'Shop', definition: office }));

  it.each([
    ['nothing', {}, [], 'targets policy.no_targets'],
    ['a zero', {}, [target({ amount: 0 })], 'targets.0.amount target.not_positive'],
    ['half a day', {}, [target({ amount: 1.5 })], 'targets.0.amount target.not_whole'],
    ['more than can be counted', {}, [target({ unit: 'business_seconds', amount: 90_000_000 })], 'targets.0.amount calendar.horizon_exceeded'],
    ['centuries', {}, [target({ unit: 'calendar_months', amount: 2400 })], 'targets.0.amount calendar.horizon_exceeded'],
    ['a calendar that is not there', {}, [target({ calendarId: '00000000-0000-7000-8000-0000000000ff' })], 'targets.0.calendarId calendar.unknown'],
    ['a plan that is not there', {}, [target({ reminderPlanId: '00000000-0000-7000-8000-0000000000ff' })], 'targets.0.reminderPlanId reminder_plan.unknown'],
    ['one thing twice', {}, [target(), target()], 'targets.1.priority target.twice'],
    ['a priority nobody has', {}, [target({ priority: 'extreme' })], 'targets.0.priority policy.unknown_word'],
    ['a reply that waits for its customer', {}, [target({ pauseStatuses: ['waiting_customer'] })], 'targets.0.pauseStatuses target.never_pauses'],
    ['the law in working days', {}, [target({ metric: 'statutory', legal: true })], 'targets.0.unit target.legal_needs_days'],
    ['a robot\'s answer', {}, [target({ automaticAck: true })], 'targets.0.automaticAck target.only_acknowledge'],
    ['something to a kind that is none', { kinds: ['parcel'] }, [target()], 'conditions.kinds.0 policy.unknown_word'],
  ])('that promises %s is refused at its field', async (_what, conditions, targets, fault) => {
    expect(await at(create(conditions, targets))).toContain(fault);
    expect(await refusal(create(conditions, targets))).toBeInstanceOf(PolicyInvalid);
  });

  it('is tried in the order that is set; what was not filled in asks for nothing', async () => {
    const [a, b] = [await create({ kinds: [], answerWanted: null }, [target()], 'A'), await create({ kinds: ['complaint'] }, [target()], 'B')];
    expect((await settings().policies(viewer)).map((policy) => [policy.id, policy.conditions])).toEqual([[a, {}], [b, { kinds: ['complaint'] }]]);
    await bench.get(OrderPolicies).run(actor, { ids: [b, a] });
    expect((await settings().policies(viewer)).map((policy) => policy.id)).toEqual([b, a]);
    expect(await refusal(bench.get(OrderPolicies).run(actor, { ids: [b] }))).toBeInstanceOf(InvalidInput);
    await bench.get(SetPolicyActive).run(actor, { policyId: b, active: false });
    expect((await settings().policies(viewer)).map((policy) => policy.active)).toEqual([false, true]);
  });

  it('that somebody else changed meanwhile is not changed', async () => {
    const policyId = await create({}, [target()]);
    const save = (over: object = {}) => bench.get(SavePolicy).run(actor, { policyId, expectedVersion: 1, name: 'Policy', conditions: {}, targets: [target({ amount: 2 })], retargetOpen: false, ...over });
    await save();
    expect(await refusal(save())).toMatchObject({ constructor: PolicyConflict, theirs: 2 });
    expect(await refusal(save({ policyId: newId() }))).toBeInstanceOf(PolicyNotFound);
    expect((await settings().policyVersions(viewer, [policyId])).get(policyId)!.map((v) => v.version)).toEqual([2, 1]);
  });
});

describe('a reminder plan', () => {
  const step = (over: object = {}) => ({ step: 'due', percent: 100, to: ['assignee'], critical: false, ...over });
  const create = (steps: object[]) => bench.get(CreateReminderPlan).run(actor, { name: 'Plan', steps });

  it.each([
    ['has no steps', [], 'steps reminder_plan.no_steps'],
    ['tells nobody', [step({ to: [] })], 'steps.0.to reminder_plan.nobody'],
    ['has a step at no time', [step({ percent: null })], 'steps.0.step reminder_plan.one_instant'],
    ['has a step at two times', [step({ afterDueBusinessHours: 4 })], 'steps.0.step reminder_plan.one_instant'],
    ['has a step after the end', [step({ percent: 120 })], 'steps.0.percent reminder_plan.instant_range'],
    ['has a step twice', [step(), step()], 'steps.1.step reminder_plan.step_twice'],
  ])('that %s is refused at its field', async (_what, steps, fault) => {
    expect(await at(create(steps))).toContain(fault);
    expect(await refusal(create(steps))).toBeInstanceOf(ReminderPlanInvalid);
  });

  it('is changed by whoever saw its newest version', async () => {
    const planId = await create([step(), step({ step: 'daily', percent: null, dailyAfterDue: true, max: 5 })]);
    const save = () => bench.get(SaveReminderPlan).run(actor, { planId, expectedVersion: 1, name: 'Plan', steps: [step({ step: 'half', percent: 50 })] });
    expect((await settings().plans(viewer))[0]!.steps[1]).toEqual({ step: 'daily', at: { dailyAfterDue: true, max: 5 }, to: ['assignee'], critical: false });
    await save();
    expect(await refusal(save())).toBeInstanceOf(ReminderPlanConflict);
  });
});

test('settings are not for agents', async () => {
  await bench.get(ShipDefaults).write();
  const agent = viewerOf(anActorWith(['agent']));
  expect([await settings().calendars(agent), await settings().policies(agent), await settings().plans(agent)]).toEqual([[], [], []]);
  expect(await settings().calendars(viewerOf(anActorWith(['admin'])))).toHaveLength(1);
});
