// The environment of the desk's processes: ports settled, secrets present, every name as documented.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settlePorts } from './ports.mjs';
import { dataFolder, dist } from './paths.mjs';
import { Refusal } from './say.mjs';

/** Whether this is the demo: everywhere but where KAIKU_DEMO=off. */
export function isDemo() {
  const said = process.env.KAIKU_DEMO || 'on';
  if (said !== 'on' && said !== 'off') throw new Refusal(`KAIKU_DEMO=${said} is unknown: say on or off.`);
  return said === 'on';
}

/** The key of sessions, tokens and stored attachments: given, or made once and kept. */
function secret() {
  const given = process.env.KAIKU_SECRET;
  if (given) {
    if (given.length < 32) throw new Refusal('KAIKU_SECRET is shorter than 32 characters. Make one: openssl rand -base64 48');
    return given;
  }
  if (process.env.DATABASE_URL && !isDemo()) {
    throw new Refusal('KAIKU_SECRET must be set when DATABASE_URL is: the data would outlive a secret kept in the data folder. Make one: openssl rand -base64 48');
  }
  const path = join(dataFolder(), 'secret');
  if (!existsSync(path)) writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}

/** Settles the ports. Refuses a taken one by the name of its variable. @returns ports by name */
export async function deskPorts() {
  const mailIn = process.env.KAIKU_SMTP_PORT !== 'off';
  const catcher = isDemo() && !process.env.SMTP_URL;
  return settlePorts({
    PORT: 3000, ...(mailIn ? { KAIKU_SMTP_PORT: 2525 } : {}), ...(catcher ? { KAIKU_CATCHER_PORT: 1025 } : {}),
    KAIKU_METRICS_PORT: 9464, KAIKU_WORKER_METRICS_PORT: 9465,
  });
}

/** What every process of the desk shares, without ports: enough to migrate and to seed. */
export function storeEnvironment(databaseUrl, queues) {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    ...(queues?.url ? { REDIS_URL: queues.url } : {}),
    ...(queues ? { KAIKU_QUEUES: queues.store } : {}),
    KAIKU_DATA: dataFolder(),
    KAIKU_DEMO: isDemo() ? 'on' : 'off',
    KAIKU_SECRET: secret(),
    ...(isDemo() ? { KAIKU_ORGANISATION: process.env.KAIKU_ORGANISATION || 'Lumo' } : {}),
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    NODE_OPTIONS: process.env.NODE_OPTIONS ?? '',
  };
}

/** @returns {{ url: string, api: object, worker: object }} the address of the desk and the environment of each process */
export function deskEnvironment(ports, databaseUrl, queues) {
  const url = (process.env.PUBLIC_URL || `http://127.0.0.1:${ports.PORT}`).replace(/\/$/, '');
  const numbers = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
  const shared = { ...storeEnvironment(databaseUrl, queues), ...numbers, PUBLIC_URL: url };
  const api = { ...shared, KAIKU_CONSOLE_DIR: process.env.KAIKU_CONSOLE_DIR || join(dist, 'console') };
  // Each process has metrics on a port of its own.
  const worker = { ...shared, KAIKU_METRICS_PORT: numbers.KAIKU_WORKER_METRICS_PORT };
  // The api runs the catcher when nobody named a way out; the worker sends there.
  if (ports.KAIKU_CATCHER_PORT) worker.SMTP_URL = `smtp://127.0.0.1:${ports.KAIKU_CATCHER_PORT}`;
  return { url, api, worker };
}
