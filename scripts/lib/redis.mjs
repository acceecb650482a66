// The queue store: REDIS_URL, a redis-server of our own, or BullMQ's Postgres backend.
import { randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { enter, leave } from './clients.mjs';
import { alive, withLock } from './lock.mjs';
import { portOr } from './ports.mjs';
import { hostOf, Refusal } from './say.mjs';

/** The parts of a redis URL; Sentinel and Cluster URLs name several hosts, separated by commas. */
export function redisHosts(url) {
  const match = /^(rediss?)(?:[+-](?:sentinel|cluster))?:\/\/(?:([^@/]*)@)?([^/?]+)/i.exec(url);
  if (!match) return undefined;
  const [user, password] = (match[2] ?? '').split(/:(.*)/s).map((part) => decodeURIComponent(part ?? ''));
  const hosts = match[3].split(',').map((text) => {
    const parts = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(text);
    return parts && { host: parts[1].replace(/^\[|\]$/g, ''), port: Number(parts[2] ?? 6379) };
  });
  return hosts.every(Boolean) ? { tls: match[1].toLowerCase() === 'rediss', user, password, hosts } : undefined;
}

/** Says a few commands to one server and gives its raw answers; fails after `limitMs`. */
function talk({ host, port, tls, user, password }, commands, limitMs) {
  const all = [...(password ? [['AUTH', ...(user ? [user] : []), password]] : []), ...commands];
  return new Promise((done, failed) => {
    const socket = tls ? connectTls({ host, port, servername: host }) : connect({ host, port });
    let heard = '';
    const end = (error) => {
      clearTimeout(timer);
      socket.destroy();
      if (error) failed(error);
      else done(heard);
    };
    const timer = setTimeout(() => end(new Error('no answer')), limitMs);
    socket.on('error', end);
    socket.on('close', () => end());
    socket.on('data', (bytes) => {
      heard += bytes;
      if (/\+PONG\r\n$|(^|\r\n)-\S/.test(heard)) end();
    });
    const words = [...all, ['PING']];
    socket.write(words.map((word) => `*${word.length}\r\n${word.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`).join(''));
  });
}

/** Fails with one line unless a server of the URL answers in 2 s. The password is never printed. */
export async function verifyRedis(url, variable = 'REDIS_URL') {
  const parts = redisHosts(url);
  if (!parts) throw new Refusal(`${variable} is not the address of a Redis: write redis://host:6379 (or rediss://, redis+sentinel://a,b/name, redis+cluster://a,b).`);
  let why = '';
  for (const host of parts.hosts) {
    try {
      const heard = await talk({ ...parts, ...host }, [], 2000);
      if (/\+PONG/.test(heard)) return;
      why = /NOAUTH|WRONGPASS|invalid password/i.test(heard) ? 'it refuses the password' : `it answers ${heard.split('\r\n')[0].slice(0, 60) || 'nothing'}`;
    } catch (error) {
      why = error.code ?? error.message;
    }
  }
  throw new Refusal(`${variable} is set, but no Redis answers at ${hostOf(url)} (${why}). Mend it, or unset it to let Kaiku use its own queue store.`);
}

/** The path of redis-server (or valkey-server), or undefined. */
export function redisProgram() {
  for (const name of ['redis-server', 'valkey-server']) {
    const asked = spawnSync(name, ['--version'], { encoding: 'utf8' });
    if (asked.status === 0) return { name, version: /v=([\d.]+)/.exec(asked.stdout)?.[1] };
  }
  return undefined;
}

/**
 * Sees to a redis-server of our own in `folder`; a live one of an earlier run is reused.
 * @returns {Promise<{ url: string, reused: boolean, alive(): boolean, revive(): Promise<void>, stop(): Promise<void> }>}
 */
export async function ownRedis(folder, program, { durable }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const card = join(folder, 'redis.json');
  return withLock(join(folder, 'lock'), async () => {
    const before = existsSync(card) ? JSON.parse(readFileSync(card, 'utf8')) : undefined;
    const running = before && alive(before.pid) && (await isOurs(folder, before));
    let now = running ? before : await launch(folder, program, durable, before);
    const note = () => writeFileSync(card, JSON.stringify(now), { mode: 0o600 });
    note();
    enter(folder);
    const alone = (work) => withLock(join(folder, 'lock'), work);
    return {
      url: `redis://:${now.password}@127.0.0.1:${now.port}`,
      reused: Boolean(running),
      alive: () => alive(now.pid),
      revive: () => alone(async () => {
        now = await launch(folder, program, durable, now);
        note();
      }),
      stop: () => alone(() => (leave(folder) ? halt(now.pid) : undefined)),
    };
  });
}

async function isOurs(folder, { port, password }) {
  try {
    const heard = await talk({ host: '127.0.0.1', port, password }, [['CONFIG', 'GET', 'dir']], 2000);
    return heard.includes(realpathSync(folder));
  } catch {
    return false;
  }
}

async function launch(folder, program, durable, before) {
  const password = before?.password ?? randomBytes(24).toString('base64url');
  let port = await portOr(before?.port);
  const log = join(folder, 'redis.log');
  for (let tries = 0; tries < 5; tries += 1) {
    const settings = [
      `bind 127.0.0.1`, `port ${port}`, `dir "${realpathSync(folder)}"`, `requirepass ${password}`, 'maxmemory-policy noeviction',
      `appendonly ${durable ? 'yes' : 'no'}`, 'save ""', 'daemonize no',
    ];
    const config = join(folder, 'redis.conf');
    writeFileSync(config, `${settings.join('\n')}\n`, { mode: 0o600 });
    const out = openSync(log, 'w', 0o600);
    const child = spawn(program.name, [config], { detached: true, stdio: ['ignore', out, out], cwd: folder });
    closeSync(out);
    let ended = false;
    child.once('exit', () => (ended = true));
    child.once('error', () => (ended = true));
    child.unref();
    for (let waited = 0; !ended && waited < 200; waited += 1) {
      if (await isOurs(folder, { port, password })) return { pid: child.pid, port, password };
      await pause(50);
    }
    port = await portOr(undefined);
  }
  throw new Refusal(`${program.name} does not start: ${readFileSync(log, 'utf8').trim().split('\n').at(-1)}. KAIKU_QUEUES=postgres does without it.`);
}

async function halt(pid) {
  if (!alive(pid)) return;
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < 200 && alive(pid); waited += 1) await pause(50);
  if (alive(pid)) process.kill(pid, 'SIGKILL');
}
