import request from 'supertest';
import { aSession, aStaffMember, PASSWORD } from '@kaiku/staff/testing';
import { startApi, type TestApi } from '../support/api';

let api: TestApi;
beforeAll(async () => (api = await startApi()));
afterAll(() => api.close());
beforeEach(() => api.db.clear());

const SIGN_IN = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on Problem { code message } ... on SignInThrottled { retryAfterSeconds } ... on Me { id name } } }';
const signIn = (email: string, password: string, headers: Record<string, string> = {}) => api.ask(SIGN_IN, { input: { email, password } }, headers);
const cookieOf = (answer: { headers: Record<string, string> }): string => String(answer.headers['set-cookie'] ?? '').split(';')[0]!;
const me = (cookie: string) => api.ask('{ me { id } }', {}, { cookie });
const sessions = async () => (await api.db.sql('SELECT id FROM session')).length;

describe('signing in', () => {
  it('sets a cookie that scripts and other sites cannot use, and the next request knows the person', async () => {
    const { id, email } = await aStaffMember(api.db, { name: 'Aino Laine' });
    const answer = await signIn(email, PASSWORD);
    expect(answer.data.signIn).toEqual({ __typename: 'Me', id, name: 'Aino Laine' });
    expect(String(answer.headers['set-cookie'])).toMatch(/^kaiku=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await me(cookieOf(answer))).data).toEqual({ me: { id } });
  });

  it('has a host-only secure cookie where people come by https', async () => {
    const https = await startApi({ PUBLIC_URL: 'https://desk.example' });
    const { email } = await aStaffMember(https.db);
    const answer = await https.ask(SIGN_IN, { input: { email, password: PASSWORD } }, { origin: 'https://desk.example' });
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-kaiku=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    // The plain name is not accepted there.
    expect((await https.ask('{ me { id } }', {}, { origin: 'https://desk.example', cookie: cookieOf(answer).replace('__Host-', '') })).data).toEqual({ me: null });
    await https.close();
  });

  it('is refused where passwords would travel readable', async () => {
    const plain = await startApi({ PUBLIC_URL: 'http://desk.example' });
    const { email } = await aStaffMember(plain.db);
    const answer = await plain.ask(SIGN_IN, { input: { email, password: PASSWORD } }, { origin: 'http://desk.example' });
    expect(answer.data.signIn).toMatchObject({ __typename: 'SignInRefused', code: 'sign_in.insecure_address' });
    await plain.close();
  });

  it('says the refusal in the language of the browser', async () => {
    for (const [language, message] of [['sv-FI', /lösenordet är fel/], ['en', /not right/], ['de', /ei ole oikein/]] as const) {
      expect((await signIn('nobody@lumo.example', 'x', { 'accept-language': language })).data.signIn.message).toMatch(message);
    }
  });
});

describe('SEC-S41 guessing', () => {
  it('is counted for the sender, whatever addresses it claims to forward for', async () => {
    const { email } = await aStaffMember(api.db);
    for (let n = 0; n < 20; n++) await signIn(`person${n}@lumo.example`, 'Spring1!', { 'x-forwarded-for': `203.0.113.${n}`, 'x-real-ip': `203.0.113.${n}`, forwarded: `for=203.0.113.${n}` });
    const answer = await signIn(email, PASSWORD, { 'x-forwarded-for': '203.0.113.99' });
    expect(answer.data.signIn).toMatchObject({ __typename: 'SignInThrottled', retryAfterSeconds: expect.any(Number) });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is counted for the real sender behind a proxy that is trusted', async () => {
    const proxied = await startApi({ TRUSTED_PROXIES: '127.0.0.1' });
    const { email } = await aStaffMember(proxied.db);
    const attempt = (address: string, password: string, to = email) => proxied.ask(SIGN_IN, { input: { email: to, password } }, { 'x-forwarded-for': address });
    for (let n = 0; n < 20; n++) await attempt('203.0.113.5', 'Spring1!', `person${n}@lumo.example`);
    expect((await attempt('203.0.113.5', PASSWORD)).data.signIn.__typename).toBe('SignInThrottled');
    expect((await attempt('203.0.113.6', PASSWORD)).data.signIn.__typename).toBe('Me');
    await proxied.close();
  });

  it('two hundred at once leave the desk answering others', async () => {
    const { email } = await aStaffMember(api.db);
    const flood = Promise.all(Array.from({ length: 200 }, (_, n) => signIn(email, `guess ${n}`)));
    const others = await Promise.all(Array.from({ length: 20 }, () => api.ask('{ setup { needsFirstAdmin } }')));
    expect(others.every((o) => o.data.setup.needsFirstAdmin === false)).toBe(true);
    const kinds = new Set((await flood).map((a) => a.data.signIn.__typename));
    expect([...kinds].sort()).toEqual(['SignInRefused', 'SignInThrottled']);
  });
});

it('SEC-S42 a planted session is not taken over: sign-in gives another and ends it', async () => {
  const { id, email } = await aStaffMember(api.db);
  const planted = `kaiku=${(await aSession(api.db, id)).token}`;
  const answer = await signIn(email, PASSWORD, { cookie: planted });
  expect(cookieOf(answer)).not.toBe(planted);
  expect((await me(planted)).data).toEqual({ me: null });
  // A value that never was a session is simply not one.
  expect((await me('kaiku=chosen-by-an-attacker')).data).toEqual({ me: null });
});

describe('SEC-S43 a stolen session', () => {
  const TEAMS = '{ teams { id } }';
  const unauthenticated = async (cookie: string) => expect((await api.ask(TEAMS, {}, { cookie })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');

  it('is useless after signing out', async () => {
    const person = await api.signedIn();
    const answer = await person.ask('mutation { signOut }');
    expect(String(answer.headers['set-cookie'])).toMatch(/^kaiku=; .*Max-Age=0/);
    await unauthenticated(person.cookie);
    expect((await person.ask('mutation { signOut }')).data).toEqual({ signOut: true });
  });

  it('is useless after the password has changed elsewhere', async () => {
    const person = await api.signedIn();
    const stolen = `kaiku=${(await aSession(api.db, person.id)).token}`;
    const { data } = await person.ask('mutation M($i: ChangeMyPasswordInput!) { changeMyPassword(input: $i) { __typename } }', { i: { current: PASSWORD, next: 'another fine sentence' } });
    expect(data.changeMyPassword.__typename).toBe('Me');
    await unauthenticated(stolen);
    expect((await me(person.cookie)).data.me).not.toBeNull();
  });

  it('is useless once the account is deactivated', async () => {
    const [admin, person] = [await api.signedIn({ roles: ['admin'] }), await api.signedIn()];
    const { data } = await admin.ask('mutation M($id: ID!) { deactivateStaffMember(staffId: $id) { __typename ... on StaffMember { active } } }', { id: person.id });
    expect(data.deactivateStaffMember).toEqual({ __typename: 'StaffMember', active: false });
    await unauthenticated(person.cookie);
    expect((await signIn(person.email, PASSWORD)).data.signIn.__typename).toBe('SignInRefused');
  });

  it('is never taken from the address', async () => {
    const person = await api.signedIn();
    const token = person.cookie.split('=')[1];
    for (const path of [`/graphql?kaiku=${token}`, `/graphql?session=${token}&token=${token}`]) {
      const answer = await request(api.url).post(path).set('origin', api.url).set('authorization', `Bearer ${token}`).send({ query: '{ me { id } }' });
      expect(answer.body.data).toEqual({ me: null });
    }
  });

  it('has its open sockets closed at once', async () => {
    const [admin, person] = [await api.signedIn({ roles: ['admin'] }), await api.signedIn()];
    const open = socket(person.cookie);
    await open.hears('connection_ack');
    await admin.ask('mutation M($id: ID!) { deactivateStaffMember(staffId: $id) { __typename } }', { id: person.id });
    expect(await open.closed).toBe(4401);
  });
});

describe('SEC-S79 sockets', () => {
  it('are refused without a session, with one that has ended, and to pages of other sites', async () => {
    const { cookie } = await api.signedIn();
    expect(await socket('').closed).toBe(4403);
    expect(await socket('kaiku=ended').closed).toBe(4403);
    for (const origin of ['https://evil.example', 'null', 'nonsense']) expect(await socket(cookie, { origin }).closed).toBe(4403);
  });

  it('carry subscriptions only', async () => {
    const { cookie } = await api.signedIn();
    const open = socket(cookie);
    await open.hears('connection_ack');
    const queries = ['{ teams { id } }', 'mutation { signOut }', `subscription { deskEvents { ${'kind '.repeat(1600)} } }`, 'subscription {', '{ __schema { types { name } } }'];
    const answered = queries.map((_, n) => open.hears(`q${n}`));
    queries.forEach((query, n) => open.send({ id: `q${n}`, type: 'subscribe', payload: { query } }));
    await Promise.all(answered);
    open.close();
    const answers = open.heard.filter((m) => m.id).map((m) => [m.type, m.payload?.[0]?.extensions?.code]);
    expect(answers).toEqual([['error', 'BAD_REQUEST'], ['error', 'BAD_REQUEST'], ['error', 'GRAPHQL_LIMIT'], ['error', undefined], ['error', 'BAD_REQUEST']]);
    expect((await me(cookie)).data.me).not.toBeNull();
  });

  it('are five for a session, and take no long messages', async () => {
    const { cookie } = await api.signedIn();
    // The socket library says the long message on the console itself.
    const said = jest.spyOn(console, 'error').mockImplementation();
    const five = Array.from({ length: 5 }, () => socket(cookie));
    await Promise.all(five.map((s) => s.hears('connection_ack')));
    expect(await socket(cookie).closed).toBe(4403);
    five[0]!.send({ id: 'long', type: 'subscribe', payload: { query: 'x'.repeat(70_000) } });
    expect([1006, 1009]).toContain(await five[0]!.closed);
    // A place is free again.
    const sixth = socket(cookie);
    await sixth.hears('connection_ack');
    [...five.slice(1), sixth].forEach((s) => s.close());
    said.mockRestore();
  });

  it('must introduce themselves before they ask', async () => {
    const { cookie } = await api.signedIn();
    const hasty = socket(cookie);
    await hasty.hears('connection_ack');
    hasty.send({ type: 'connection_init' });
    expect(await hasty.closed).toBe(4429);
  });

  it('are opened at their own address only', async () => {
    const { cookie } = await api.signedIn();
    const elsewhere = new WebSocket(`${api.url.replace('http', 'ws')}/elsewhere`, { protocols: ['graphql-transport-ws'], headers: { origin: api.url, cookie } });
    expect(await new Promise((done) => elsewhere.addEventListener('close', ({ code }) => done(code)))).toBe(1006);
  });
});

describe('SEC-S45 requests that other sites cause', () => {
  const CREATE = 'mutation { createTeam(input: { name: "Planted" }) { __typename } }';
  const teams = async () => (await api.db.sql('SELECT FROM team')).length;
  let admin: { cookie: string };
  beforeEach(async () => (admin = await api.signedIn({ roles: ['admin'] })));

  const json = JSON.stringify({ query: CREATE });
  it.each<[string, Record<string, string | undefined>, string]>([
    ['a form as text', { 'content-type': 'text/plain', origin: 'https://evil.example' }, json],
    ['a form as text that claims our origin', { 'content-type': 'text/plain' }, json],
    ['a form urlencoded', { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }, `query=${encodeURIComponent(CREATE)}`],
    ['a form urlencoded that claims our origin', { 'content-type': 'application/x-www-form-urlencoded' }, `query=${encodeURIComponent(CREATE)}`],
    ['a form with operations', { 'content-type': 'multipart/form-data; boundary=x' }, `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${json}\r\n--x--\r\n`],
    ['JSON of another origin', { 'content-type': 'application/json', origin: 'https://evil.example' }, json],
    ['JSON of an origin that begins like ours', { 'content-type': 'application/json', origin: 'http://127.0.0.1.evil.example' }, json],
    ['JSON of a page without origin', { 'content-type': 'application/json', origin: 'null' }, json],
    ['JSON without saying where from', { 'content-type': 'application/json', origin: undefined }, json],
    ['JSON that the browser says is cross-site', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, json],
    ['JSON of a sister site', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }, json],
    ['no content type', { 'content-type': '' }, json],
  ])('%s: nothing happens', async (_, headers, body) => {
    const sent = Object.fromEntries(Object.entries({ origin: api.url, cookie: admin.cookie, ...headers }).filter((e): e is [string, string] => e[1] !== undefined && e[1] !== ''));
    const { status } = await request(api.url).post('/graphql').set(sent).send(body);
    expect([400, 403, 415]).toContain(status);
    expect(await teams()).toBe(0);
  });

  it('a change by GET, with and without the header of an app', async () => {
    for (const headers of [{}, { 'apollo-require-preflight': 'true', 'content-type': 'application/json' }]) {
      const { status } = await request(api.url).get('/graphql').query({ query: CREATE }).set({ cookie: admin.cookie, ...headers });
      expect([400, 405]).toContain(status);
    }
    expect(await teams()).toBe(0);
  });

  it('a question by GET without a header that a form cannot send', async () => {
    expect((await request(api.url).get('/graphql').query({ query: '{ me { id } }' }).set('cookie', admin.cookie)).status).toBe(400);
  });

  it('our own pages are let in', async () => {
    const { status, body } = await request(api.url).post('/graphql').set({ cookie: admin.cookie, origin: api.url, 'sec-fetch-site': 'same-origin' }).send({ query: CREATE });
    expect([status, body.data.createTeam.__typename, await teams()]).toEqual([200, 'Team', 1]);
  });

  it('no answer lets another origin read it', async () => {
    for (const origin of ['https://evil.example', 'null', `${api.url}.evil.example`]) {
      for (const answer of [await request(api.url).post('/graphql').set({ origin }).send({ query: '{ me { id } }' }), await request(api.url).options('/graphql').set({ origin, 'access-control-request-method': 'POST' })]) {
        expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    }
  });
});

it('SEC-S49 names in headers make nobody of anybody, and hosts in headers change no address', async () => {
  const { email } = await aStaffMember(api.db);
  const answer = await api.ask('{ me { id } }', {}, { 'x-remote-user': email, 'x-forwarded-user': email, 'x-forwarded-email': email, 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' });
  expect(answer.data).toEqual({ me: null });
});

it('rights are those of this moment, not of the sign-in', async () => {
  const [admin, person] = [await api.signedIn({ roles: ['admin'] }), await api.signedIn({ roles: ['admin'] })];
  const list = '{ staffMembers { email } }';
  expect((await person.ask(list)).data.staffMembers[0].email).not.toBeNull();
  await admin.ask('mutation M($i: UpdateStaffMemberInput!) { updateStaffMember(input: $i) { __typename } }', { i: { staffId: person.id, expectedVersion: 1, roles: [] } });
  expect((await person.ask(list)).errors![0]!.extensions!.code).toBe('FORBIDDEN');
  expect(await sessions()).toBe(2);
});

/** Opens a socket and introduces itself; `closed` gives the close code. */
function socket(cookie: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, { protocols: ['graphql-transport-ws'], headers: { origin: api.url, ...(cookie ? { cookie } : {}), ...headers } });
  const heard: { type: string; id?: string; payload?: { extensions?: { code?: string } }[] }[] = [];
  const waiting = new Map<string, () => void>();
  socket.addEventListener('open', () => socket.send('{"type":"connection_init"}'));
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as (typeof heard)[number];
    heard.push(message);
    waiting.get(message.id ?? message.type)?.();
  });
  return {
    heard,
    send: (message: object) => socket.send(JSON.stringify(message)),
    close: () => socket.close(),
    /** Resolves when a message with this id, or of this type, comes. */
    hears: (what: string) => new Promise<void>((done) => waiting.set(what, done)),
    closed: new Promise<number>((done) => socket.addEventListener('close', ({ code }) => done(code))),
  };
}
