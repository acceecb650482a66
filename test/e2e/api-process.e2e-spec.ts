import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import request from 'supertest';
import { createTestDatabase, type TestDatabase } from '@kaiku/testing';
import { aSession, aStaffMember } from '@kaiku/staff/testing';
import { freePort } from '../support/ports';

/** The api as a process of its own: how it starts, refuses to start, logs and stops. */
const MAIN = join(__dirname, '../../dist/apps/api/src/main.js');
const SECRET = 'process-secret-process-secret-process-secret';
let db: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'kaiku-process-'));
const running = new Set<ChildProcess>();

beforeAll(async () => (db = await createTestDatabase('process')));
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await db.drop();
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Everything written so far. */
  output(): string;
  readonly ended: Promise<number | null>;
  /** Resolves when a line with this text comes. */
  says(text: string): Promise<string>;
}

function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env }, cwd: join(__dirname, '../..') });
  running.add(child);
  let output = '';
  const waiting: [string, (line: string) => void][] = [];
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const [text, done] of waiting) {
      const line = output.split('\n').find((l) => l.includes(text));
      if (line) done(line);
    }
  };
  child.stdout!.on('data', hear);
  child.stderr!.on('data', hear);
  const ended = new Promise<number | null>((done) => child.once('close', (code) => (running.delete(child), done(code))));
  return { child, ended, output: () => output, says: (text) => new Promise((done) => (waiting.push([text, done]), hear(Buffer.alloc(0)))) };
}

const settings = (more: Record<string, string> = {}) => ({ DATABASE_URL: db.url, KAIKU_SECRET: SECRET, PORT: '0', KAIKU_METRICS_PORT: '0', KAIKU_DATA: folder, ...more });
async function taken(): Promise<Server & { port: string }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(server, { port: String((server.address() as AddressInfo).port) });
}

describe('refuses to start, naming what to change', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['nothing set', {}, /DATABASE_URL: must be set\n\s+KAIKU_SECRET: must be set/],
    ['SEC-S86 a short secret', { DATABASE_URL: 'postgres://x', KAIKU_SECRET: 'short-secret' }, /KAIKU_SECRET: must be at least 32 characters/],
    ['a port that is none', { DATABASE_URL: 'postgres://x', KAIKU_SECRET: SECRET, PORT: 'http' }, /PORT: /],
    ['a database that does not answer', { DATABASE_URL: 'postgres://u:hidden-word@127.0.0.1:1/x', KAIKU_SECRET: SECRET }, /DATABASE_URL: the database does not answer/],
  ])('%s', async (_, env, said) => {
    const { ended, output } = run(env);
    expect(await ended).toBe(1);
    expect(output()).toMatch(said);
    // Reasons, never values.
    expect(output()).not.toMatch(/short-secret|hidden-word|process-secret/);
  });

  it.each(['PORT', 'KAIKU_METRICS_PORT'])('%s is taken', async (variable) => {
    const server = await taken();
    const { ended, output } = run(settings({ [variable]: server.port }));
    expect(await ended).toBe(1);
    expect(output()).toContain(`${variable}: port ${server.port} is taken by another program`);
    expect(output()).not.toMatch(/ {4}at /);
    server.close();
  });

  it('a database without tables', async () => {
    const admin = new Client({ connectionString: db.url });
    await admin.connect();
    const name = `${new URL(db.url).pathname.slice(1)}_empty`;
    await admin.query(`CREATE DATABASE ${name}`);
    const { ended, output } = run(settings({ DATABASE_URL: db.url.replace(/\/[^/]+$/, `/${name}`) }));
    expect(await ended).toBe(1);
    expect(output()).toMatch(/not migrated: run npm run migrate/);
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
});

describe('stops when told', () => {
  it('lets requests end, closes sockets, and ends well', async () => {
    await db.clear();
    const { id } = await aStaffMember(db);
    const { token } = await aSession(db, id);
    const port = String(await freePort());
    const api = run(settings({ PORT: port }));
    await api.says('api listens');
    const url = `http://127.0.0.1:${port}`;
    const cookie = `kaiku=${token}`;

    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, { protocols: ['graphql-transport-ws'], headers: { origin: url, cookie } });
    socket.addEventListener('open', () => socket.send('{"type":"connection_init"}'));
    await new Promise((done) => socket.addEventListener('message', done, { once: true }));
    const closed = new Promise((done) => socket.addEventListener('close', done, { once: true }));

    // A request that waits for a lock is under way when the signal comes, and is still answered.
    await db.sql('BEGIN');
    await db.sql('LOCK TABLE team IN ACCESS EXCLUSIVE MODE');
    const answer = request(url).post('/graphql').set({ origin: url, cookie }).send({ query: '{ teams { id } }' }).then((r) => r.body as unknown);
    const waits = new Client({ connectionString: db.url });
    await waits.connect();
    while ((await waits.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).rowCount === 0);
    await waits.end();
    api.child.kill('SIGTERM');
    await api.says('api stops');
    await db.sql('COMMIT');
    expect(await answer).toEqual({ data: { teams: [] } });
    await closed;
    expect(await api.ended).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('%s on an idle process ends it at once', async (signal) => {
    const api = run(settings());
    await api.says('api listens');
    api.child.kill(signal);
    expect(await api.ended).toBe(0);
  });
});

it('SEC-S77 SEC-S78 logs one line of JSON per request, and nothing that people typed', async () => {
  await db.clear();
  await aStaffMember(db, { email: 'canary-mail@lumo.example', name: 'Canary Name' });
  const port = String(await freePort());
  const api = run(settings({ PORT: port, KAIKU_LOG_LEVEL: 'debug' }));
  await api.says('api listens');
  const url = `http://127.0.0.1:${port}`;
  const ask = (query: string, variables: object = {}, headers: Record<string, string> = {}) => request(url).post('/graphql').set({ origin: url, ...headers }).send({ query, variables });
  const signIn = 'mutation CanaryOperation($e: String!, $p: String!) { signIn(input: { email: $e, password: $p }) { __typename } }';
  await ask(signIn, { e: 'canary-mail@lumo.example', p: 'canary-password-wrong' });
  const welcome = await ask(signIn, { e: 'canary-mail@lumo.example', p: 'seven blue bicycles' });
  const cookie = String(welcome.headers['set-cookie']).split(';')[0]!;
  await ask('mutation M($n: String!) { createTeam(input: { name: $n }) { __typename } }', { n: 'canary-team\r\n{"level":50,"msg":"forged"}' }, { cookie });
  await ask('{ canaryField(x: "canary-literal") { id } }', {}, { cookie });
  await ask('mutation M($i: SignInInput!) { signIn(input: $i) { __typename } }', { i: { email: ['canary-list'], password: 5 } });
  await request(url).get('/setup?token=canary-token');
  await request(url).get('/canary-path?q=canary-query').set('user-agent', 'canary-agent').set('referer', 'https://canary-referer.example');
  api.child.kill('SIGTERM');
  await api.ended;
  expect(api.output()).not.toMatch(/canary-|Canary Name|seven blue bicycles|forged/);
  expect(api.output()).not.toContain(cookie.split('=')[1]);
  const lines = api.output().trim().split('\n').map((l) => JSON.parse(l) as Record<string, unknown>);
  const requests = lines.filter((l) => l.msg === 'request');
  expect(requests.map((l) => [l.operation, l.status])).toEqual([
    ['CanaryOperation', 200], ['CanaryOperation', 200], ['M', 200], ['graphql', 400], ['M', 400], ['GET unknown', 404], ['GET unknown', 404],
  ]);
  expect(requests.map((l) => l.outcome).slice(0, 2)).toEqual(['sign_in.refused', 'ok']);
  expect(requests[2]).toMatchObject({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/), actorId: expect.any(String), outcome: 'forbidden', ms: expect.any(Number) });
});
