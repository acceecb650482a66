import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deskEnvironment, type Scene } from './database';
import { freePort, start, type Running } from './processes';

/** A server and what its requests must carry. */
export interface Side {
  readonly server: Running;
  readonly headers: Readonly<Record<string, string>>;
}

const DIST = join(__dirname, '..');
const ROOT = join(DIST, '..');

function folderOf(env: NodeJS.ProcessEnv): string {
  mkdirSync(env.KAIKU_DATA!, { recursive: true });
  return env.KAIKU_DATA!;
}

const SIGN_IN = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }';

/** The product as it runs in production: its own process with sessions, rights, limits, masks, read log and log lines. @param nodeArgs for a profile */
export async function product(scene: Scene, nodeArgs: readonly string[] = []): Promise<Side> {
  const env = deskEnvironment(scene.url);
  const [port, metrics] = [await freePort(), await freePort()];
  const log = join(folderOf(env), 'api.log');
  const server = await start([...nodeArgs, join(DIST, 'apps/api/src/main.js')], { ...env, PORT: String(port), KAIKU_METRICS_PORT: String(metrics), KAIKU_SMTP_PORT: 'off', KAIKU_QUEUES: 'postgres' }, port, '/health/ready', log, ROOT);
  const headers = { 'content-type': 'application/json', origin: server.url };
  const { email, password } = scene.agent;
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: SIGN_IN, variables: { input: { email, password } } }) });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) {
    await server.stop();
    throw new Error(`signing in failed: ${response.status} ${(await response.text()).slice(0, 300)}`);
  }
  return { server, headers: { ...headers, cookie } };
}

/** L0: see yardstick/server.ts. */
export async function yardstick(scene: Scene): Promise<Side> {
  const port = await freePort();
  const env = deskEnvironment(scene.url);
  const desk = { agentId: scene.agent.id, teamId: scene.teamId, otherTeamId: scene.otherTeamId, mailboxId: scene.mailboxId };
  const server = await start([join(__dirname, 'yardstick/server.js')], { ...env, BENCH_PORT: String(port), BENCH_DESK: JSON.stringify(desk) }, port, '/', join(folderOf(env), 'yardstick.log'), ROOT);
  return { server, headers: { 'content-type': 'application/json' } };
}
