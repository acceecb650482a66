import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createECDH, randomBytes } from 'node:crypto';
import { FixedClock, newId, system } from '@kaiku/kernel';
import { AccessInMemoryModule } from '@kaiku/customers/testing';
import { addRequestHooks, GraphqlModule, PlatformModule, RequestScopes } from '@kaiku/platform';
import { StaffApiModule } from '@kaiku/staff';
import { aSession, aStaffMember, aTeam } from '@kaiku/staff/testing';
import { createTestDatabase, testConfig, type TestDatabase } from '@kaiku/testing';
import { TicketsApiModule } from '@kaiku/tickets';
import { aTicket } from '@kaiku/tickets/testing';
import request from 'supertest';
import { NotificationsApiModule, Notify } from '../index';
import { NoticeFollower } from '../live/notice-follower';
import type { NoticeNews } from '../notice.queries';
import { PushKeys } from '../delivery/push-keys';
import { aNotice } from '../testing';

type Tree = ReturnType<JSON['parse']>;
let app: NestFastifyApplication;
let db: TestDatabase;
let url: string;
let team: string;
let liisa: { id: string; cookie: string; token: string };
let mikko: { id: string; cookie: string; token: string };

beforeAll(async () => {
  db = await createTestDatabase('notices');
  const module = await Test.createTestingModule({ imports: [PlatformModule.for(testConfig(db.url), new FixedClock()), GraphqlModule, AccessInMemoryModule, StaffApiModule, TicketsApiModule, NotificationsApiModule] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  addRequestHooks(app);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await db.drop();
});
const following: AsyncIterableIterator<NoticeNews>[] = [];
beforeEach(async () => {
  await db.clear();
  team = (await aTeam(db)).id;
  [liisa, mikko] = [await signedIn(), await signedIn()];
});
afterEach(async () => {
  for (const each of following.splice(0)) await each.return?.();
});

async function signedIn() {
  const { id } = await aStaffMember(db, { password: null, teamIds: [team] });
  const { token } = await aSession(db, id);
  return { id, token, cookie: `kaiku=${token}` };
}
async function ask(who: { cookie: string }, query: string, variables: Record<string, unknown> = {}): Promise<Tree> {
  const { body } = await request(url).post('/graphql').set({ origin: url, cookie: who.cookie }).send({ query, variables });
  return body;
}
const LIST = 'query ($first: Int!, $after: String, $unreadOnly: Boolean) { unreadNotices notices(first: $first, after: $after, unreadOnly: $unreadOnly) { nodes { id cause ticketNumber at readAt params ticket { number subject } } endCursor hasNextPage } }';
const notify = (staffId: string, ticket: { id: string; number: number }) => app.get(Notify, { strict: false }).run(system('test'), { cause: 'assigned', to: [staffId], ticket, key: `t:${newId()}`, respectsQuiet: true });

test('one\'s own notices page by page, newest first, with the ticket as long as one may see it', async () => {
  const mine = await aTicket(db, { teamId: team });
  const foreign = await aTicket(db);
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push((await aNotice(db, { staffId: liisa.id, ticketId: i === 0 ? foreign.id : mine.id, ticketNumber: i === 0 ? foreign.number : mine.number, readAt: i === 2 ? '2026-11-23T09:00:00Z' : null })).id);
  await aNotice(db, { staffId: mikko.id });
  await aNotice(db, { staffId: liisa.id, inApp: false });
  const first = await ask(liisa, LIST, { first: 3 });
  expect(first.data.unreadNotices).toBe(4);
  expect(first.data.notices.nodes.map((n: Tree) => n.id)).toEqual([ids[4], ids[3], ids[2]]);
  expect(first.data.notices.nodes[0]).toEqual({ id: ids[4], cause: 'ASSIGNED', ticketNumber: mine.number, at: '2026-11-23T08:00:00Z', readAt: null, params: {}, ticket: { number: mine.number, subject: 'Missä tilaukseni on?' } });
  const second = await ask(liisa, LIST, { first: 3, after: first.data.notices.endCursor });
  expect(second.data.notices).toMatchObject({ hasNextPage: false, nodes: [{ id: ids[1] }, { id: ids[0], ticket: null }] });
  expect((await ask(liisa, LIST, { first: 10, unreadOnly: true })).data.notices.nodes).toHaveLength(4);
  expect((await ask(liisa, LIST, { first: 10, after: 'WyJ4Il0' })).errors[0].extensions.fields).toMatchObject([{ path: 'after' }]);
  expect((await ask(liisa, LIST, { first: 0 })).errors[0].extensions.code).toBe('BAD_USER_INPUT');
  expect((await ask({ cookie: '' }, LIST, { first: 3 })).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('read by id, by ticket, or all; never somebody else\'s', async () => {
  const ticket = await aTicket(db, { teamId: team });
  const own = await aNotice(db, { staffId: liisa.id });
  const theirs = await aNotice(db, { staffId: mikko.id, ticketId: ticket.id });
  for (let i = 0; i < 2; i++) await aNotice(db, { staffId: liisa.id, ticketId: ticket.id });
  for (let i = 0; i < 2; i++) await aNotice(db, { staffId: liisa.id });
  const MARK = 'mutation ($ids: [ID!], $ticketId: ID, $all: Boolean) { markNoticesRead(ids: $ids, ticketId: $ticketId, all: $all) }';
  const marked = async (variables: Record<string, unknown>) => (await ask(liisa, MARK, variables)).data.markNoticesRead;
  expect(await marked({ ids: [own.id, theirs.id, 'x', newId()] })).toBe(1);
  expect(await marked({ ids: [own.id] })).toBe(0);
  expect(await marked({ ticketId: ticket.id })).toBe(2);
  expect(await marked({})).toBe(0);
  expect(await marked({ all: true })).toBe(2);
  expect(await db.sql('SELECT id FROM notice WHERE read_at IS NULL')).toEqual([{ id: theirs.id }]);
});

test('a digest is read with its lines, and only it is listed', async () => {
  const digest = await aNotice(db, { staffId: liisa.id, cause: 'digest' });
  const line = await aNotice(db, { staffId: liisa.id, cause: 'deadline_warn' });
  await db.sql('UPDATE notice SET digest_id = $1 WHERE id = $2', [digest.id, line.id]);
  const { data } = await ask(liisa, LIST, { first: 5 });
  expect([data.unreadNotices, data.notices.nodes.map((n: Tree) => n.id)]).toEqual([1, [digest.id]]);
  expect((await ask(liisa, 'mutation ($ids: [ID!]) { markNoticesRead(ids: $ids) }', { ids: [digest.id] })).data.markNoticesRead).toBe(1);
  expect(await db.sql('SELECT id FROM notice WHERE read_at IS NULL')).toEqual([]);
});

test('settings: usual until said otherwise, and one\'s own', async () => {
  const READ = '{ noticePreferences { cause channel on } quietHours { from to } pushKey }';
  const usual = (await ask(liisa, READ)).data;
  expect(usual.noticePreferences).toHaveLength(21);
  expect(usual.noticePreferences.filter((p: Tree) => p.on && p.channel !== 'IN_APP')).toEqual([{ cause: 'DIGEST', channel: 'MAIL', on: true }]);
  expect(usual).toMatchObject({ quietHours: { from: '20:00', to: '07:00' }, pushKey: app.get(PushKeys, { strict: false }).publicKey });
  const SET = 'mutation ($p: SetNoticePreferenceInput!, $q: SetQuietHoursInput!) { setNoticePreference(input: $p) { ... on NoticePreference { cause channel on } } setQuietHours(input: $q) { __typename ... on QuietHours { from to } ... on InvalidInput { fields { path message } } } }';
  for (const on of [true, true]) await ask(liisa, SET, { p: { cause: 'MENTIONED', channel: 'PUSH', on }, q: { from: '22:00', to: '06:15' } });
  const said = (await ask(liisa, READ)).data;
  expect(said.noticePreferences).toContainEqual({ cause: 'MENTIONED', channel: 'PUSH', on: true });
  expect(said.quietHours).toEqual({ from: '22:00', to: '06:15' });
  expect((await ask(mikko, READ)).data).toEqual(usual);
  const wrong = await ask(liisa, SET, { p: { cause: 'MENTIONED', channel: 'PUSH', on: true }, q: { from: '25:00', to: '' } });
  expect(wrong.data.setQuietHours).toEqual({ __typename: 'InvalidInput', fields: [{ path: 'from', message: 'Give a time, for example 20:00' }, { path: 'to', message: 'Give a time, for example 20:00' }] });
});

describe('browsers', () => {
  const REGISTER = 'mutation ($input: RegisterPushInput!) { registerPush(input: $input) { __typename ... on Problem { code } ... on InvalidInput { fields { path } } } }';
  const keys = () => ({ p256dh: createECDH('prime256v1').generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') });
  const register = async (who: typeof liisa, endpoint: string, more: Record<string, string> = {}) => (await ask(who, REGISTER, { input: { endpoint, ...keys(), ...more } })).data.registerPush;
  const kept = () => db.sql<{ staff_id: string; endpoint: string }>('SELECT staff_id, endpoint FROM push_subscription ORDER BY created_at, id');

  test('are kept once, follow who signs in on them, and can be removed by their own person only', async () => {
    const endpoint = 'https://fcm.googleapis.com/fcm/send/abc';
    for (const who of [liisa, liisa, mikko]) expect(await register(who, endpoint)).toEqual({ __typename: 'PushRegistration' });
    expect(await kept()).toEqual([{ staff_id: mikko.id, endpoint }]);
    const remove = async (who: typeof liisa) => (await ask(who, 'mutation ($e: String!) { removePush(endpoint: $e) }', { e: endpoint })).data.removePush;
    expect([await remove(liisa), await remove(mikko), await remove(mikko)]).toEqual([false, true, false]);
  });

  test('only of public push services, with whole keys, ten of one person', async () => {
    for (const endpoint of ['https://desk.example/x', 'http://fcm.googleapis.com/x', 'https://127.0.0.1/x', 'https://10.0.0.1/x']) expect(await register(liisa, endpoint)).toEqual({ __typename: 'PushEndpointNotAllowed', code: 'push.endpoint_not_allowed' });
    expect(await register(liisa, 'https://fcm.googleapis.com/x', { p256dh: 'abc', auth: 'x'.repeat(300) })).toMatchObject({ __typename: 'InvalidInput', fields: expect.arrayContaining([{ path: 'p256dh' }, { path: 'auth' }]) });
    for (let i = 0; i < 12; i++) await register(liisa, `https://fcm.googleapis.com/${i}`);
    expect((await kept()).map((s) => s.endpoint)).toHaveLength(10);
  });
});

describe('an open console', () => {
  async function follow(who: typeof liisa): Promise<AsyncIterableIterator<NoticeNews>> {
    const scope = await app.get(RequestScopes, { strict: false }).from(who.token, undefined, '127.0.0.1');
    const events = app.get(NoticeFollower, { strict: false }).follow(scope);
    following.push(events);
    return events;
  }
  const next = async (events: AsyncIterableIterator<NoticeNews>) => (await events.next()).value as NoticeNews;

  test('is told at once how things stand, then of each change, also of reading elsewhere, and of nobody else\'s', async () => {
    const ticket = await aTicket(db, { teamId: team });
    const [live, other] = [await follow(liisa), await follow(mikko)];
    expect(await next(live)).toEqual({ unread: 0, newest: null });
    expect(await next(other)).toEqual({ unread: 0, newest: null });
    await notify(liisa.id, ticket);
    expect(await next(live)).toEqual({ unread: 1, newest: { id: expect.any(String), cause: 'assigned', ticketNumber: ticket.number } });
    await ask(liisa, 'mutation { markNoticesRead(all: true) }');
    expect(await next(live)).toEqual({ unread: 0, newest: null });
    await notify(mikko.id, ticket);
    expect(await next(other)).toMatchObject({ unread: 1 });
  });

  test('nothing that is rolled back is told', async () => {
    const ticket = await aTicket(db, { teamId: team });
    const live = await follow(liisa);
    await next(live);
    const { Database } = await import('@kaiku/platform');
    await expect(app.get(Database, { strict: false }).transaction(async () => {
      await notify(liisa.id, ticket);
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    await notify(liisa.id, ticket);
    expect(await next(live)).toMatchObject({ unread: 1 });
  });

  test('whose session has ended is told nothing more', async () => {
    const ticket = await aTicket(db, { teamId: team });
    const live = await follow(liisa);
    await next(live);
    await db.sql('DELETE FROM session WHERE staff_id = $1', [liisa.id]);
    await notify(liisa.id, ticket);
    expect((await live.next()).done).toBe(true);
  });
});
