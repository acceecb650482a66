// The built-in Postgres: one cluster for the desk (durable) and one for tests (fast, may lose everything).
import { randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { enter, leave } from './clients.mjs';
import { fromProject } from './install.mjs';
import { alive, withLock } from './lock.mjs';
import { portOr } from './ports.mjs';
import { postgresUser } from './postgres-user.mjs';
import { Refusal } from './say.mjs';

const VERSION = '18';
const SUPERUSER = 'kaiku';
const DESK_USER = 'kaiku_desk';
const COMMON = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '300', timezone: 'UTC', log_timezone: 'UTC',
  shared_buffers: '256MB', jit: 'off', log_statement: 'none', log_min_error_statement: 'panic', password_encryption: 'scram-sha-256',
};
const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
const FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '2GB', autovacuum_naptime: '10min' };

/** Containers give 64 MB of shared memory, which a parallel query exceeds: there the data folder is used. */
const sharedMemory = () => {
  try {
    const room = statfsSync('/dev/shm');
    return room.bavail * room.bsize < 256 * 1024 * 1024 ? { dynamic_shared_memory_type: 'mmap' } : {};
  } catch {
    return {};
  }
};

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Sees to a running cluster under `folder` and reuses one that already runs.
 * @param folder `<data>/postgres` or `<data>/test-postgres`
 * @param options `durable`; `pinned` leaves it running when the command ends
 * @returns {Promise<{ url: string, reused: boolean, alive(): boolean, revive(): Promise<void>, stop(): Promise<void> }>}
 *   the URL of database `kaiku`: as its owner without other rights for the desk, as superuser for tests
 */
export async function postgres(folder, { durable, pinned = false }) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const password = secretOf(join(folder, 'password'));
  const user = postgresUser(folder, password);
  const cluster = {
    ...user, password, lock: join(folder, 'lock'), data: join(user.holder, 'data'), log: join(folder, 'postgres.log'),
    card: join(folder, 'cluster.json'), durable,
  };
  return withLock(cluster.lock, async () => {
    const running = await reuse(cluster);
    const port = running ?? (await launch(cluster, await prepare(cluster)));
    enter(folder, pinned);
    return {
      url: urlOf(cluster, port, 'kaiku', durable ? DESK_USER : SUPERUSER),
      reused: running !== undefined,
      alive: () => postmaster(cluster) !== undefined,
      revive: () => withLock(cluster.lock, async () => void ((await reuse(cluster)) ?? (await launch(cluster, port)))),
      stop: () => withLock(cluster.lock, () => (leave(folder) ? halt(cluster) : undefined)),
    };
  });
}

function secretOf(path) {
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

const urlOf = (cluster, port, database, user = SUPERUSER) => `postgres://${user}:${cluster.password}@127.0.0.1:${port}/${database}`;

/** One statement on a connection of its own. @returns its rows */
export async function ask(url, sql, limitMs = 5000) {
  const { Client } = fromProject('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: limitMs });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The same server and user, another database. */
export function onDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Pid and port from postmaster.pid, when that process is alive. */
function postmaster(cluster) {
  try {
    const lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return alive(pid) ? { pid, port: Number(lines[3]) } : undefined;
  } catch {
    return undefined;
  }
}

/** The port of a live cluster that answers to our password and works on our folder. */
async function reuse(cluster) {
  const found = postmaster(cluster);
  if (!found?.port) return undefined;
  for (let tries = 0; tries < 10; tries += 1) {
    try {
      const [row] = await ask(urlOf(cluster, found.port, 'postgres'), 'show data_directory');
      return row.data_directory === cluster.data ? found.port : undefined;
    } catch (error) {
      // 57P03: still starting or going down.
      if (error.code !== '57P03') return undefined;
      await pause(300);
    }
  }
  return undefined;
}

/** Makes the cluster when there is none; refuses a folder that is not one of ours. @returns the port to try first */
async function prepare(cluster) {
  const card = readJson(cluster.card);
  const versionFile = join(cluster.data, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim();
    if (version !== VERSION) throw new Refusal(`${cluster.data} holds a Postgres ${version} cluster, and this Kaiku brings Postgres ${VERSION}. Move the folder away or set DATABASE_URL.`);
    return card?.port;
  }
  if (existsSync(cluster.data) && readdirSync(cluster.data).length > 0) {
    throw new Refusal(`${cluster.data} is not empty and holds no database: Kaiku does not touch it. Move it away or choose another KAIKU_DATA.`);
  }
  mkdirSync(cluster.holder, { recursive: true });
  // Left by an interrupted first start: made by us, named by us, never used.
  for (const name of readdirSync(cluster.holder)) if (/^making-\d+$/.test(name)) rmSync(join(cluster.holder, name), { recursive: true, force: true });
  const making = join(cluster.holder, `making-${process.pid}`);
  mkdirSync(making, { mode: 0o700 });
  cluster.own(making);
  initdb(cluster, making);
  if (existsSync(cluster.data)) rmSync(cluster.data, { recursive: true });
  renameSync(making, cluster.data);
  return undefined;
}

function initdb(cluster, making) {
  const pwfile = join(cluster.holder, `password-${process.pid}`);
  writeFileSync(pwfile, `${cluster.password}\n`, { mode: 0o600 });
  cluster.own(pwfile);
  const [command, args] = cluster.command('initdb', [
    '-D', making, '--username', SUPERUSER, `--pwfile=${pwfile}`, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions', ...(cluster.durable ? [] : ['--no-sync']),
  ]);
  const done = spawnSync(command, args, { ...cluster.options, encoding: 'utf8', env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' } });
  rmSync(pwfile, { force: true });
  if (done.status !== 0) {
    throw new Refusal(`The built-in Postgres could not be set up: ${(done.stderr || String(done.error)).trim().split('\n').slice(-3).join(' ')} Set DATABASE_URL to use one of your own.`);
  }
}

async function launch(cluster, remembered) {
  let port = await portOr(remembered);
  let said = '';
  for (let tries = 0; tries < 10; tries += 1) {
    const outcome = await attempt(cluster, port);
    if (outcome.up) {
      writeFileSync(cluster.card, `${JSON.stringify({ version: VERSION, port, durable: cluster.durable })}\n`, { mode: 0o600 });
      await ready(cluster, port);
      return port;
    }
    said = outcome.said;
    // After a kill -9 the old postmaster.pid, or its last children, may stand in the way for a moment.
    if (/address already in use|could not bind/i.test(said)) port = await portOr(undefined);
    await pause(300);
  }
  throw new Refusal(`The built-in Postgres does not start (${cluster.log}): ${said}`);
}

/** One start: up when it accepts connections, else what it said last. */
async function attempt(cluster, port) {
  const settings = { ...COMMON, ...sharedMemory(), ...(cluster.durable ? DURABLE : FAST), port: String(port) };
  const [command, args] = cluster.command('postgres', ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]);
  const log = openSync(cluster.log, 'w', 0o600);
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C' };
  // Detached: a Ctrl-C in the terminal must reach the desk first and Postgres last.
  const child = spawn(command, args, { ...cluster.options, detached: true, stdio: ['ignore', log, log], env });
  closeSync(log);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  const until = Date.now() + 60_000;
  while (!ended && Date.now() < until) {
    try {
      await ask(urlOf(cluster, port, 'postgres'), 'select 1');
      return { up: true };
    } catch {
      await pause(50);
    }
  }
  return { up: false, said: readFileSync(cluster.log, 'utf8').trim().split('\n').slice(-3).join(' ') };
}

/** The desk's database, and a look at what the schema relies on. */
async function ready(cluster, port) {
  const admin = urlOf(cluster, port, 'postgres');
  const [has] = await ask(admin, "select exists (select from pg_database where datname = 'kaiku') as db, exists (select from pg_collation where collname = 'fi-x-icu') as icu");
  if (!has.icu) throw new Refusal('This Postgres was built without ICU: names could not be sorted (collation fi-x-icu). Set DATABASE_URL to another one.');
  if (!has.db) await ask(admin, 'create database kaiku');
  if (!cluster.durable) return;
  // The desk is no superuser: it owns its database and may make the roles that it works under.
  await ask(admin, `do $$ begin
    if not exists (select from pg_roles where rolname = '${DESK_USER}') then
      create role ${DESK_USER} login createrole password '${cluster.password}';
      alter database kaiku owner to ${DESK_USER};
    end if; end $$`);
}

async function halt(cluster) {
  const found = postmaster(cluster);
  if (!found) return;
  if (process.platform === 'win32') {
    const [command, args] = cluster.command('pg_ctl', ['stop', '-D', cluster.data, '-m', 'fast', '-w']);
    spawnSync(command, args, { stdio: 'ignore' });
    return;
  }
  for (const [signal, seconds] of [['SIGINT', 30], ['SIGQUIT', 5]]) {
    process.kill(found.pid, signal);
    for (let i = 0; i < seconds * 20 && alive(found.pid); i += 1) await pause(50);
    if (!alive(found.pid)) return;
  }
}
