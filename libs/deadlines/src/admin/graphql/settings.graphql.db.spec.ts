import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { FixedClock } from '@kaiku/kernel';
import { addRequestHooks, GraphqlModule, PlatformModule } from '@kaiku/platform';
import { StaffApiModule } from '@kaiku/staff';
import { aSession, aStaffMember } from '@kaiku/staff/testing';
import { createTestDatabase, testConfig, type TestDatabase } from '@kaiku/testing';
import request from 'supertest';
import { DeadlinesAdminApiModule } from '../deadlines-admin.api.module';
import { SHIPPED_CALENDAR } from '../shipped';
import { ShipDefaults } from '../ship-defaults';

let db: TestDatabase;
let app: NestFastifyApplication;
let url: string;
type Tree = ReturnType<JSON['parse']>;

beforeAll(async () => {
  db = await createTestDatabase('settings');
  const module = await Test.createTestingModule({ imports: [PlatformModule.for(testConfig(db.url), new FixedClock()), GraphqlModule, StaffApiModule, DeadlinesAdminApiModule] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  addRequestHooks(app);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await db.drop();
});
beforeEach(async () => {
  await db.clear();
  await app.get(ShipDefaults, { strict: false }).write();
});

async function as(locale: 'fi' | 'sv' | 'en', query: string, variables: object = {}): Promise<Tree> {
  const { id } = await aStaffMember(db, { password: null, locale, roles: ['supervisor'], name: 'Siiri Salo' });
  const { token } = await aSession(db, id);
  const { body } = await request(url).post('/graphql').set({ origin: url, cookie: `kaiku=${token}` }).send({ query, variables });
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data;
}

const SAVE = `mutation ($input: SaveCalendarInput!) { saveCalendar(input: $input) { ... on BusinessCalendar { name version definition { days { date label keepSpill } } versions { version note createdBy { name } } }
  ... on CalendarInvalid { code message faults { path code message } } ... on CalendarConflict { code message theirs } ... on InvalidInput { fields { path code message } } } }`;
const definition = { zone: 'Europe/Helsinki', always: false, weekly: [{ isoDay: 1, from: '08:00', to: '16:00' }], days: [] as object[] };
const input = (over: object = {}) => ({ input: { calendarId: SHIPPED_CALENDAR.id, expectedVersion: 1, name: 'Office hours', definition, apply: 'KEEP', ...over } });

test('what comes with the desk is named in the reader\'s language', async () => {
  const query = '{ calendars { name isDefault definition { days { date label } } } deadlinePolicies { name rank } reminderPlans { name steps { step percent to } } }';
  const [fi, sv, en] = [await as('fi', query), await as('sv', query), await as('en', query)];
  expect([fi, sv, en].map((data) => data.calendars[0].name)).toEqual(['Toimistoaika', 'Kontorstid', 'Office hours']);
  expect([fi, sv, en].map((data) => data.deadlinePolicies[2].name)).toEqual(['Reklamaatiot', 'Reklamationer', 'Complaints']);
  expect([fi, sv, en].map((data) => data.calendars[0].definition.days.find((day: { date: string }) => day.date === '2026-06-19').label)).toEqual(['Juhannusaatto', 'Midsommarafton', 'Midsummer Eve']);
});

test('a name and labels that come back as they were shown stay everybody\'s', async () => {
  const { calendars } = await as('sv', '{ calendars { name definition { zone always weekly { isoDay from to } days { date kind intervals { from to } source label keepSpill } } } }');
  await as('sv', SAVE, input({ name: calendars[0].name, definition: calendars[0].definition, note: 'Samma' }));
  const { calendar } = await as('fi', `{ calendar(id: "${SHIPPED_CALENDAR.id}") { name version openDeadlines versions { version note createdBy { name } } definition { days { label } } proposals { id } } }`);
  expect(calendar).toMatchObject({ name: 'Toimistoaika', version: 2, openDeadlines: 0, versions: [{ version: 2, note: 'Samma', createdBy: { name: 'Siiri Salo' } }, { version: 1, note: null, createdBy: null }], proposals: [] });
  expect(calendar.definition.days[0].label).toBe('Uudenvuodenpäivä');
});

test('faults stand at their fields, with the remedy in the reader\'s language', async () => {
  const overlapping = { ...definition, weekly: [...definition.weekly, { isoDay: 1, from: '12:00', to: '18:00' }] };
  const [en, fi, sv] = [await as('en', SAVE, input({ definition: overlapping })), await as('fi', SAVE, input({ definition: overlapping })), await as('sv', SAVE, input({ definition: overlapping }))];
  expect(en.saveCalendar).toEqual({ code: 'calendar.invalid', message: expect.any(String), faults: [{ path: 'weekly.1.from', code: 'calendar.interval_invalid', message: 'These hours overlap others of the same day. Join them into one' }] });
  expect(fi.saveCalendar.faults[0].message).toMatch(/päällekkäin/);
  expect(sv.saveCalendar.faults[0].message).toMatch(/överlappar/);
  const never = await as('en', SAVE, input({ definition: { ...definition, weekly: [] } }));
  expect(never.saveCalendar.faults[0].message).toMatch(/^Not open for one minute from 2026-11-23 to 2026-12-27/);
});

test('a conflict names the version of the other', async () => {
  await as('en', SAVE, input());
  expect((await as('en', SAVE, input())).saveCalendar).toMatchObject({ code: 'calendar.conflict', theirs: 2 });
});

test('previews answer over the wire', async () => {
  const preview = await as('en', 'query ($input: PreviewCalendarInput!) { previewCalendar(input: $input) { dueAt legalDueAt faults { path code message } warnings { code message } } }', { input: { definition, start: '2026-11-23T15:00:00+02:00', amount: 7200, unit: 'BUSINESS_SECONDS' } });
  expect(preview.previewCalendar).toMatchObject({ dueAt: '2026-11-30T07:00:00.000Z', legalDueAt: null, faults: [] });
  const { deadlinePolicies } = await as('en', '{ deadlinePolicies { id targets { metric priority unit amount } } }');
  const change = await as('en', 'query ($input: PreviewPolicyChangeInput!) { previewPolicyChange(input: $input) { moves becomeOverdue becomeMetAble legalUntouched sample { metric from to } faults { path message } } }', { input: { policyId: deadlinePolicies[0].id, conditions: {}, targets: [{ metric: 'FIRST_REPLY', priority: '*', unit: 'BUSINESS_DAYS', amount: 0 }] } });
  expect(change.previewPolicyChange).toEqual({ moves: 0, becomeOverdue: 0, becomeMetAble: 0, legalUntouched: 0, sample: [], faults: [{ path: 'targets.0.amount', message: 'Give more than nothing' }] });
});
