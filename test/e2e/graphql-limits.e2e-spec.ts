import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { Metrics } from '@kaiku/platform';
import request from 'supertest';
import { startApi, type Person, type TestApi } from '../support/api';

/** Documents that would take an unguarded server minutes must come back refused; the suite's own time limit is the clock. */
let api: TestApi;
let agent: Person;

beforeAll(async () => {
  api = await startApi();
  agent = await api.signedIn({ roles: ['supervisor', 'admin'] });
});
afterAll(() => api.close());

const post = (body: unknown) => request(api.url).post('/graphql').set({ cookie: agent.cookie, origin: api.url, 'content-type': 'application/json' }).send(typeof body === 'string' ? body : JSON.stringify(body));
const limited = async (query: string): Promise<unknown> => {
  const { status, data, errors } = await agent.ask(query);
  expect({ status, data, code: errors?.[0]?.extensions?.code }).toEqual({ status: 400, data: undefined, code: 'GRAPHQL_LIMIT' });
  return errors![0]!.extensions!.reason;
};
const alive = async () => expect((await api.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });

const nested = (depth: number): string => (depth === 0 ? 'id' : `customer { tickets { nodes { ${nested(depth - 1)} } } }`);

describe('SEC-S01 depth', () => {
  it('is refused over ten, fragments counted where they are used', async () => {
    expect(await limited(`{ tickets { nodes { ${nested(12)} } } }`)).toBe('depth');
    expect(await limited(`query { tickets { nodes { ...A } } } fragment A on Ticket { ${nested(2)} customer { ...B } } fragment B on Customer { tickets { nodes { ${nested(2)} } } }`)).toBe('depth');
  });
});

describe('SEC-S02 fragment bombs', () => {
  const fragments = Array.from({ length: 20 }, (_, i) => `fragment F${i} on Ticket { id ${i < 19 ? `...F${i + 1} ...F${i + 1} customer { tickets { nodes { ...F${i + 1} } } }` : ''} }`).join(' ');

  it.each([['after the operation', `query { tickets { nodes { ...F0 } } } ${fragments}`], ['before it', `${fragments} query { tickets { nodes { ...F0 } } }`]])('%s', async (_, query) => {
    const [reason] = await Promise.all([limited(query), alive()]);
    expect(reason).toBe('depth');
  });

  it('that stay shallow and grow wide', async () => {
    const wide = Array.from({ length: 20 }, (_, i) => `fragment F${i} on Ticket { a${i}: id ${i < 19 ? `...F${i + 1} ...F${i + 1}` : ''} }`).join(' ');
    expect(['aliases', 'cost']).toContain(await limited(`${wide} query { tickets { nodes { ...F0 } } }`));
  });

  it('that go round in circles', async () => {
    const { status, errors } = await agent.ask('{ staffMembers { ...A } } fragment A on StaffMember { id ...B } fragment B on StaffMember { name ...A }');
    expect([status, errors![0]!.extensions!.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

it('SEC-S03 a thousand aliases are refused', async () => {
  const few = Array.from({ length: 11 }, (_, n) => `a${n}: customer(id: "x") { id }`).join(' ');
  expect(await limited(`{ ${few} }`)).toBe('aliases');
  expect(await limited(`{ ${Array.from({ length: 200 }, (_, n) => `a${n}: me { id }`).join(' ')} }`)).toBe('aliases');
  // So many that the parser stops.
  const { status, data } = await agent.ask(`{ ${Array.from({ length: 1000 }, (_, n) => `a${n}: ticket(id: "x") { id }`).join(' ')} }`);
  expect([status, data]).toEqual([400, undefined]);
});

describe('SEC-S04 many passwords in one document', () => {
  const guess = (n: number) => `a${n}: signIn(input: { email: "a@lumo.example", password: "p${n}" }) { __typename }`;
  const counted = async () => (await api.db.sql<{ points: number }>(`SELECT points FROM throttle WHERE key LIKE 'wrong:%'`)).reduce((sum, r) => sum + r.points, 0);

  it.each([
    ['by alias', `mutation { ${Array.from({ length: 10 }, (_, n) => guess(n)).join(' ')} }`],
    ['by fragment', `mutation { ...A ...B } fragment A on Mutation { ${guess(1)} } fragment B on Mutation { ${guess(2)} }`],
    ['by inline fragment', `mutation { ... on Mutation { ${guess(1)} } ... { ${guess(2)} } }`],
    ['by different fields', `mutation { ${guess(1)} changeMyPassword(input: { current: "x", next: "yyyyyyyy" }) { __typename } }`],
  ])('%s: none is checked', async (_, query) => {
    expect(await limited(query)).toMatch(/password/);
    expect(await counted()).toBe(0);
  });
});

it('SEC-S05 an array of operations is refused', async () => {
  const { status, body } = await post([{ query: '{ me { id } }' }, { query: '{ me { id } }' }]);
  expect([status, body.errors[0].message]).toEqual([400, 'Operation batching disabled.']);
});

it('SEC-S06 a flood of directives is refused', async () => {
  expect(await limited(`{ me { id ${'@include(if: true) '.repeat(21)} } }`)).toBe('directives');
  const { status, data } = await agent.ask(`{ me { id ${'@include(if: true) '.repeat(4000)} } }`);
  expect([status, data]).toEqual([400, undefined]);
});

it('SEC-S07 and S08 repeated fields and long documents are refused before they are read whole', async () => {
  expect(await limited(`{ me { ${'id '.repeat(1500)} } }`)).toBe('tokens');
  const many = await agent.ask(`{ me { ${'id '.repeat(20_000)} } }`);
  expect([many.status, many.data]).toEqual([400, undefined]);
  const { status, body } = await post({ query: `{ me { ${'id '.repeat(350_000)} } }` });
  expect([status, body.data]).toEqual([413, undefined]);
  await alive();
});

describe('SEC-S09 page sizes', () => {
  it.each(['1000000000', '-1', '0', '101', '2147483648', '1e3', '"50"'])('customers(first: %s)', async (first) => {
    const { data, errors } = await agent.ask(`{ customers(search: "aino", first: ${first}) { nodes { id } } }`);
    expect([data?.customers ?? null, errors![0]!.extensions!.code]).toEqual([null, expect.stringMatching(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED|GRAPHQL_LIMIT/)]);
  });
  it.each([1_000_000_000, -1, 2_147_483_648, 1.5, '50'])('as a variable: %j', async (first) => {
    const { data, errors } = await agent.ask('query Q($first: Int) { customers(search: "aino", first: $first) { nodes { id } } }', { first });
    expect([data?.customers ?? null, errors![0]!.extensions!.code]).toEqual([null, expect.stringMatching(/BAD_USER_INPUT|GRAPHQL_LIMIT/)]);
  });
  it('a page asked for by a variable costs what a written one does, at every request', async () => {
    const within = (n: string) => `tickets(first: ${n}) { nodes { customer { tickets(first: 20) { nodes { id } } } } }`;
    const query = `query Q($n: Int = 100) { ${within('$n')} }`;
    expect(await limited(`{ ${within('100')} }`)).toBe('cost');
    expect((await agent.ask(query, { n: 2 })).errors).toBeUndefined();
    const { status, errors } = await agent.ask(query, { n: 100 });
    expect([status, errors![0]!.extensions!.reason]).toEqual([400, 'cost']);
    expect((await agent.ask(query)).errors![0]!.extensions!.reason).toBe('cost');
  });
});

describe('SEC-S10 in production', () => {
  it.each(['{ __schema { types { name } } }', '{ __type(name: "StaffMember") { fields { name } } }', '{ staffMemberz { id } }', '{ staffMembers { idd } }', 'mutation { signIn(inputt: {}) { __typename } }', '{ me { ... on Mee { id } } }'])('%s tells nothing of the schema', async (query) => {
    const { status, data, errors } = await agent.ask(query);
    expect([status, data]).toEqual([400, undefined]);
    expect(JSON.stringify(errors)).not.toMatch(/Did you mean|staffMembers"|"Me"/);
  });
});

describe('SEC-S11 malformed values', () => {
  const quiet = (text: string) => expect(text).not.toMatch(/node_modules|\.ts:|\.js:|SELECT|INSERT|staff_member|customer_contact|syntax error|invalid byte|22021|22P02|kaiku_app/);
  it.each([["an apostrophe", "'"], ['NUL', '\u0000'], ['half a character', '\ud800'], ['SQL', "'; DROP TABLE staff_member; --"], ['90,000 characters', 'x'.repeat(90_000)], ['a path', '../../etc/passwd'], ['null', 'null']])('an id or text that is %s', async (_, value) => {
    const answers = [
      await agent.ask('query Q($v: ID!) { customer(id: $v) { id } }', { v: value }),
      await agent.ask('query Q($v: String!) { customers(search: $v) { nodes { id } } }', { v: value }),
      await agent.ask('mutation M($v: String!) { createTeam(input: { name: $v }) { __typename ... on InvalidInput { fields { code } } } }', { v: value }),
      await agent.ask('mutation M($v: ID!) { deactivateStaffMember(staffId: $v) { __typename } }', { v: value }),
      await api.ask('mutation M($v: String!) { signIn(input: { email: $v, password: $v }) { __typename } }', { v: value }),
    ];
    for (const answer of answers) {
      quiet(JSON.stringify(answer));
      expect(answer.errors?.map((e) => e.extensions?.code).filter((code) => code === 'INTERNAL') ?? []).toEqual([]);
    }
  });
  it('a body of ten megabytes', async () => {
    const { status, text } = await post({ query: '{ me { id } }', variables: { v: 'x'.repeat(10_000_000) } });
    expect(status).toBe(413);
    quiet(text);
  });
  it.each(['', '{', 'null', '[]', '"x"', '{"query":1}', '{"query":"{"}', '{"query":"{ me { id } }","variables":[1]}', '{"query":"{ me { id } }","__proto__":{"x":1}}'])('a body of %j', async (body) => {
    const { status, text } = await post(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    quiet(text);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('SEC-S12 registering a document by hash', () => {
  const sha256Hash = createHash('sha256').update('{ me { id } }').digest('hex');
  it.each([{}, { query: '{ me { id } }' }])('is refused (%j)', async (body) => {
    const { status, body: answer } = await post({ ...body, extensions: { persistedQuery: { version: 1, sha256Hash } } });
    expect([status, answer.data ?? null, answer.errors[0].extensions.code]).toEqual([expect.any(Number), null, 'PERSISTED_QUERY_NOT_SUPPORTED']);
  });
});

it('SEC-S13 fifty clients that leave before the answer leave the pools usable', async () => {
  await api.db.sql('BEGIN');
  await api.db.sql('LOCK TABLE team IN ACCESS EXCLUSIVE MODE');
  const body = JSON.stringify({ query: '{ teams { id } }' });
  const { port } = new URL(api.url);
  const left = Array.from({ length: 50 }, () => new Promise<void>((done) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${api.url}\r\nCookie: ${agent.cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`, () => socket.destroy());
    });
    socket.on('close', () => done());
  }));
  await Promise.all(left);
  await api.db.sql('COMMIT');
  expect((await agent.ask('{ teams { id } }')).data.teams).toEqual(expect.any(Array));
});

describe('SEC-S14 variables', () => {
  it('nested ten thousand deep', async () => {
    const deep = `${'['.repeat(10_000)}1${']'.repeat(10_000)}`;
    const { status, body } = await post(`{"query":"mutation M($i: SignInInput!) { signIn(input: $i) { __typename } }","variables":{"i":${deep}}}`);
    expect([status, body.data ?? null, body.errors[0].extensions.code]).toEqual([expect.any(Number), null, 'BAD_USER_INPUT']);
    expect(JSON.stringify(body).length).toBeLessThan(5000);
    await alive();
  });
  it('with a million keys', async () => {
    const many = JSON.stringify(Object.fromEntries(Array.from({ length: 1_000_000 }, (_, n) => [`k${n}`, n])));
    expect((await post(`{"query":"{ me { id } }","variables":${many}}`)).status).toBe(413);
    await alive();
  });
  it('SEC-S34 with keys that the input does not have', async () => {
    const { data, errors } = await agent.ask('mutation M($i: CreateTeamInput!) { createTeam(input: $i) { __typename } }', { i: { name: 'Assigned', id: 'x', createdAt: '2020-01-01', isAdmin: true } });
    expect([data ?? null, errors![0]!.extensions!.code]).toEqual([null, 'BAD_USER_INPUT']);
    expect(await api.db.sql(`SELECT FROM team WHERE name = 'Assigned'`)).toHaveLength(0);
  });
});

it('counts what it refuses', async () => {
  await limited(`{ tickets { nodes { ${nested(12)} } } }`);
  expect(await api.app.get(Metrics).registry.metrics()).toMatch(/kaiku_graphql_refused_total\{reason="depth"\} \d+/);
});
