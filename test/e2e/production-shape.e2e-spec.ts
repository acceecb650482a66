import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeText, compose, filledExample, parseCompose, ROOT, type Compose } from '../deploy/compose';
import { hasRedis, Stage } from '../deploy/stage';
import { eventually } from '../support/desk';
import { offerMail } from '../support/smtp-client';

/** The production shape as plain processes: what docker-compose.yml says is what starts here, and docs/install.md is followed. */
const settings = filledExample();
const file = compose(settings);
const stage = new Stage(file, process.env.KAIKU_TEST_DATABASE_URL!);
const origin = settings.PUBLIC_URL!;
const environments: Record<string, NodeJS.ProcessEnv> = {};
let cookie = '';

beforeAll(async () => {
  await stage.makeDatabase();
  if (hasRedis) await stage.startRedis();
});
afterAll(() => stage.stop());

/** A request as Caddy passes it on. */
const ask = (service: string, path: string, init: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
  fetch(`http://127.0.0.1:${environments[service]!.PORT}${path}`, { ...init, headers: { ...init.headers, origin, 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https', 'content-type': 'application/json', cookie } });

async function graphql(service: string, query: string, variables: Record<string, unknown>): Promise<{ data: Record<string, { __typename: string; id?: string }>; cookie: string | null }> {
  const answer = await ask(service, '/graphql', { method: 'POST', body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await answer.json()) as { data: Record<string, { __typename: string; id?: string }>; errors?: unknown };
  expect(errors).toBeUndefined();
  return { data, cookie: answer.headers.get('set-cookie') };
}

it('migrate ends well, under a login that is no superuser and may not make roles, and again', async () => {
  const first = await stage.run('migrate');
  expect(first).toEqual({ code: 0, output: expect.stringContaining('migrated CreatePlatform') });
  expect(await stage.run('migrate')).toEqual({ code: 0, output: '' });
  const [login] = await stage.sql('SELECT rolsuper OR rolcreaterole OR rolcreatedb AS mighty FROM pg_roles WHERE rolname = current_database()');
  expect(login).toEqual({ mighty: false });
});

it.each(['api-1', 'api-2', 'worker-1', 'worker-2'])(`%s starts as written and its healthcheck is content${hasRedis ? '' : ' (no redis-server here: jobs on Postgres)'}`, async (name) => {
  environments[name] = await stage.start(name);
  expect(await stage.healthy(name, { ...environments[name], PORT: '1', KAIKU_METRICS_PORT: '1' })).toBe(false);
});

it('the apis say what they run on and that nothing is amiss', async () => {
  for (const service of ['api-1', 'api-2']) expect(await (await ask(service, '/health/ready')).json()).toEqual({ status: 'ok', queues: hasRedis ? 'redis' : 'postgres', degraded: [] });
});

it('the link in the data folder makes the first administrator, who is signed in at the other api, too', async () => {
  const link = new URL(readFileSync(join(stage.data, 'first-admin-link'), 'utf8').trim());
  expect(`${link.origin}${link.pathname}`).toBe(`${origin}/setup`);
  expect((await ask('api-1', link.pathname)).status).toBe(200);
  const input = { token: link.searchParams.get('token'), name: 'Antti Aalto', email: 'antti@lumo.example', password: 'akvaario-on-puhdas', locale: 'fi' };
  const made = await graphql('api-1', 'mutation ($input: CreateFirstAdminInput!) { createFirstAdmin(input: $input) { __typename } }', { input });
  expect(made.data.createFirstAdmin!.__typename).toBe('Me');
  expect(made.cookie).toMatch(/^__Host-kaiku=.*; Secure/);
  cookie = made.cookie!.split(';')[0]!;
  // The first team is there, which docs/install.md makes the mailbox for; more are made at whichever api answers.
  const team = await graphql('api-2', 'mutation ($input: CreateTeamInput!) { createTeam(input: $input) { __typename } }', { input: { name: 'Verkkokauppa' } });
  expect(team.data.createTeam!.__typename).toBe('Team');
});

it('a mailbox made as docs/install.md says takes mail at either worker', async () => {
  const statement = /```sql\n([^`]+)```/.exec(readFileSync(join(ROOT, 'docs/install.md'), 'utf8'))![1]!;
  await stage.sql(statement);
  const [{ address }] = (await stage.sql('SELECT address FROM mailbox')) as [{ address: string }];
  for (const [i, worker] of ['worker-1', 'worker-2'].entries()) {
    const mail = `From: Maija <maija.virtanen@posti.example>\r\nTo: <${address}>\r\nSubject: Talutin ${i}\r\nMessage-ID: <stage-${i}@posti.example>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0200\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nMissä talutin ${i} on?\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=kuitti.pdf\r\n\r\n%PDF-1.4 ${i}\r\n--b--\r\n`;
    const sent = await offerMail(Number(environments[worker]!.KAIKU_SMTP_PORT), Buffer.from(mail), [address]);
    expect(sent).toMatchObject({ accepted: true });
  }
  await eventually('two tickets', async () => (await stage.sql('SELECT id FROM ticket')).length === 2);
  // Sealed files lie where the apis look for them.
  expect(readdirSync(join(stage.data, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toHaveLength(2);
});

it('each ends on SIGTERM within the time that Compose gives', async () => {
  const { stop_grace_period: grace } = (parseCompose(composeText()) as Compose & { services: Record<string, { stop_grace_period?: string }> }).services['api-1']!;
  expect(grace).toBe('30s');
  const ended = await stage.stop();
  expect(ended).toHaveLength(4);
  for (const how of ended) expect([0, 143, 'SIGTERM']).toContain(how);
  expect(existsSync(stage.data)).toBe(false);
});
