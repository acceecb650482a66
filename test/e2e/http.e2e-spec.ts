import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kaiku/platform';
import request from 'supertest';
import { createApi } from '../../apps/api/src/create-api';
import { Readiness } from '../../apps/api/src/http/readiness';
import { startApi, type TestApi } from '../support/api';

let api: TestApi;
const folder = mkdtempSync(join(tmpdir(), 'kaiku-console-'));
const get = (path: string, headers: Record<string, string> = {}) => request(api.url).get(path).set(headers);

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  for (const [name, text] of [['index.html', '<!doctype html><title>Desk</title>'], ['favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'], ['assets/index-a1b2.js', 'export {}'], ['assets/index-a1b2.js.map', '{}'], ['.env', 'SECRET=1']]) writeFileSync(join(folder, name!), text!);
  api = await startApi({ KAIKU_CONSOLE_DIR: folder });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

describe('health', () => {
  it('live says one thing', async () => {
    const { status, body, headers } = await get('/health/live');
    expect([status, body, headers['cache-control']]).toEqual([200, { status: 'ok' }, 'no-store']);
  });

  it('ready names the queue store and what is degraded, and nothing else', async () => {
    const { status, body } = await get('/health/ready');
    expect([status, body]).toEqual([200, { status: 'ok', queues: 'postgres', degraded: ['outbound_mail_paused'] }]);
  });

  it('is not ready on a database older than the code, or while stopping', async () => {
    await api.db.sql('CREATE TABLE kept AS SELECT * FROM schema_migration');
    await api.db.sql('DELETE FROM schema_migration WHERE id = (SELECT max(id) FROM schema_migration)');
    expect((await get('/health/ready')).body).toMatchObject({ status: 'unavailable', degraded: ['outbound_mail_paused', 'not_migrated'] });
    await api.db.sql('INSERT INTO schema_migration SELECT * FROM kept ON CONFLICT DO NOTHING');
    const other = await startApi();
    other.app.get(Readiness).drain();
    const { status, body } = await request(other.url).get('/health/ready');
    expect([status, body.status]).toEqual([503, 'unavailable']);
    expect((await request(other.url).get('/health/live')).status).toBe(200);
    await other.close();
  });
});

describe('an address that nothing stands at', () => {
  const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  it.each([
    ['/nonsense', {}, 'fi', 'Sivua ei löydy', '/fi/form'],
    ['/nonsense', { 'accept-language': 'sv-FI,sv;q=0.9' }, 'sv', 'Sidan hittas inte', '/sv/form'],
    ['/fi/m/', { 'accept-language': 'en' }, 'fi', 'Sivua ei löydy', '/fi/form'],
    ['/de/form', { 'accept-language': 'de, en;q=0.5' }, 'en', 'Page not found', '/en/form'],
    ['/admin/nonsense', { 'accept-language': 'en' }, 'en', 'Page not found', '/queue'],
    ['/t/1/2', {}, 'fi', 'Sivua ei löydy', '/queue'],
  ])('%s is a page for people (%j)', async (path, headers, language, title, way) => {
    const page = await get(path, { ...html, ...headers });
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([404, 'text/html; charset=utf-8', 'no-store']);
    expect(page.text).toContain(`<html lang="${language}">`);
    expect(page.text).toContain(`<h1>${title}</h1>`);
    expect(page.text).toContain(`<p><a href="${way}">`);
  });

  it.each<Record<string, string>>([{}, { accept: '*/*' }, { accept: 'application/json' }])('and the plain answer for programs (%j)', async (headers) => {
    const { status, body } = await get('/nonsense', headers);
    expect([status, body.statusCode]).toEqual([404, 404]);
    expect((await request(api.url).post('/nonsense').set(html)).headers['content-type']).toContain('json');
  });
});

describe('the console', () => {
  it.each(['/', '/sign-in', '/setup?token=x', '/queue?view=my', '/t/412', '/customers', '/customers/x', '/admin', '/admin/people', '/admin/mail', '/admin/calendars/x', '/settings/notices', '/reports/reply-times', '/reports/reply-times/cases?figure=late'])('%s is its one page, always fetched anew', async (path) => {
    const { status, text, headers } = await get(path);
    expect([status, text]).toEqual([200, '<!doctype html><title>Desk</title>']);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-type']).toMatch(/text\/html/);
  });

  it('keeps its hashed files for ever and others for an hour', async () => {
    expect((await get('/assets/index-a1b2.js')).headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-type': expect.stringMatching(/javascript/) });
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600');
  });

  it.each([
    '/nothing', '/t', '/t/1/x.css', '/queue/x.css', '/admin/other', '/assets', '/assets/', '/assets/other.js', '/assets/index-a1b2.js.map', '/index.html.map', '/.env', '/.git/config', '/metrics', '/playground', '/graphiql',
    '/..%2f..%2fpackage.json', '/assets/..%2f.env', '/%2e%2e/package.json', '/assets/%00', '/health', '/health/other', '/dev/clock', '/dev/mail',
  ])('SEC-S76 SEC-S80 %s is not found', async (path) => {
    const { status, text } = await get(path);
    expect([400, 404]).toContain(status);
    expect(text).not.toMatch(/Desk|SECRET|node_modules|\/tmp|Error:/);
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PROPFIND'])('SEC-S76 %s is not for it', async (method) => {
    const status = await new Promise<number>((done) => {
      const { hostname, port } = new URL(api.url);
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const sent = (require('node:http') as typeof import('node:http')).request({ hostname, port, method, path: '/', headers: { origin: api.url } }, (answer) => done(answer.resume().statusCode!));
      sent.on('error', () => done(400));
      sent.end();
    });
    expect([400, 404, 405]).toContain(status);
  });

  it('is missed in one clear line when its folder is wrong', async () => {
    await expect(startApi({ KAIKU_CONSOLE_DIR: '/nowhere' })).rejects.toThrow('KAIKU_CONSOLE_DIR: there is no index.html in /nowhere');
  });
});

describe('headers', () => {
  it.each(['/', '/health/live', '/nothing', '/assets/index-a1b2.js'])('SEC-S24 SEC-S81 of %s', async (path) => {
    const { headers } = await get(path);
    const policy = Object.fromEntries(headers['content-security-policy']!.split(';').map((d) => [d.split(' ')[0], d.split(' ').slice(1).join(' ')]));
    expect(policy).toMatchObject({ 'default-src': "'self'", 'script-src': "'self'", 'object-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'", 'form-action': "'self'" });
    expect(policy['script-src'] + policy['style-src']).not.toMatch(/unsafe/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
  });

  it('carry a trace id: the one given, or one of our own', async () => {
    const given = '0af7651916cd43dd8448eb211c80319c';
    expect((await get('/health/live', { traceparent: `00-${given}-b7ad6b7169203331-01` })).headers['x-trace-id']).toBe(given);
    expect((await get('/health/live', { 'x-request-id': given })).headers['x-request-id']).toBe(given);
    for (const odd of ['"><script>', 'a'.repeat(5000), '\x1b[31m']) expect((await get('/health/live', { 'x-request-id': encodeURI(odd) })).headers['x-trace-id']).toMatch(/^[0-9a-f]{32}$/);
  });
});

it('a page that sends no referrer may post a public form, whoever is signed in: such a browser names no origin', async () => {
  const { cookie } = await api.signedIn();
  for (const headers of [{ origin: 'null', cookie }, { cookie }, {}]) {
    const { status } = await request(api.url).post('/fi/form').set(headers).type('form').send({ nothing: 'x' });
    expect(status).not.toBe(403);
  }
});

describe('SEC-S83 odd requests', () => {
  it('leave the api answering', async () => {
    const statuses = [
      (await get(`/graphql?${'a=1&'.repeat(3000)}`)).status,
      (await get('/health/live', { 'x-long': 'x'.repeat(14_000) })).status,
      (await get('/health/live?id=1&id=2&__proto__[x]=1')).status,
      await get('/health/live', { 'x-long': 'x'.repeat(100_000) }).then((r) => r.status, () => 431),
    ];
    expect(statuses).toEqual([400, 200, 200, 431]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect((await get('/health/live')).status).toBe(200);
  });
});

describe('the clock of the demo', () => {
  let demo: TestApi;
  beforeAll(async () => (demo = await startApi({ KAIKU_DEMO: 'on' }, null)));
  afterAll(() => demo.close());
  const move = (body: object, headers: Record<string, string> = {}) => request(demo.url).post('/dev/clock').set(headers).send(body);
  const DAY = 86_400_000;

  it('is set and pushed on, and the desk answers by it', async () => {
    expect((await move({ offset: 'P1DT2H' })).body).toEqual({ now: expect.any(String), offsetMs: DAY + 7_200_000 });
    expect((await move({ advance: 'PT1H' })).body.offsetMs).toBe(DAY + 10_800_000);
    const { data } = await demo.ask('{ setup { now } }');
    const [wall] = await demo.db.sql<{ ahead: boolean }>(`SELECT $1::timestamptz > clock_timestamp() + interval '26 hours' AS ahead`, [data.setup.now]);
    expect(wall).toEqual({ ahead: true });
    expect((await request(demo.url).get('/dev/clock')).body.offsetMs).toBe(DAY + 10_800_000);
    expect((await move({ offset: 'PT0S' })).body.offsetMs).toBe(0);
  });

  it('leaves sessions on real time', async () => {
    const person = await demo.signedIn();
    await move({ offset: 'P30D' });
    expect((await person.ask('{ me { id } }')).data.me).not.toBeNull();
    await move({ offset: 'PT0S' });
  });

  it.each([{ offset: 'tomorrow' }, { offset: 5 }, {}, { offset: 'PT1H', advance: 'PT1H' }, { offset: 'P999999D' }, { advance: '-P999999D' }])('refuses %j', async (body) => {
    const { status, body: answer } = await move(body);
    expect([status, answer.code]).toEqual([422, 'input.invalid']);
    expect((await request(demo.url).get('/dev/clock')).body.offsetMs).toBe(0);
  });

  it('is not there by another name, behind a proxy, or outside the demo', async () => {
    expect((await move({ offset: 'PT1H' }, { host: 'desk.example' })).status).toBe(404);
    expect((await request(api.url).post('/dev/clock').send({ offset: 'PT1H' })).status).toBe(404);
    expect((await move({ offset: 'PT1H' }, { origin: 'https://evil.example' })).status).toBe(403);
    const proxied = await startApi({ KAIKU_DEMO: 'on', TRUSTED_PROXIES: '127.0.0.1' }, null);
    expect((await request(proxied.url).post('/dev/clock').set('x-forwarded-for', '203.0.113.1').send({ offset: 'PT1H' })).status).toBe(404);
    await proxied.close();
  });
});

it('a database that cannot be reached is said at the start', async () => {
  const config = loadConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', KAIKU_SECRET: 'test-secret-test-secret-test-secret-test' });
  await expect(createApi(config)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
