// A process of the desk: started, watched, started again with back-off, and stopped.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rel } from './paths.mjs';
import { Refusal, say } from './say.mjs';

const QUICK_MS = 10_000;
const GIVE_UP_AFTER = 5;
const LOG_LIMIT = 20 * 1024 * 1024;

/**
 * What a process that ended said last, for a person: the message of its last severe line, else its last lines.
 * @param keep how many plain lines, where no error stands out
 */
export function lastWords(text, keep = 5) {
  const lines = text.trim().split('\n').filter(Boolean);
  for (const line of lines.toReversed()) {
    try {
      const said = JSON.parse(line);
      if (said.level >= 50 || said.level === 'error' || said.level === 'fatal') return [said.msg, said.err?.message ?? said.error?.message].filter(Boolean).join(': ');
    } catch {
      // Not a log line: plain output of Node.
    }
  }
  const plain = lines.filter((line) => !line.startsWith('{'));
  const error = plain.findIndex((line) => !/^\s+at /.test(line) && /error\b|exception|could not|cannot/i.test(line));
  return (error >= 0 ? plain.slice(error, error + keep + 3) : (plain.length > 0 ? plain : lines).slice(-keep)).join('\n');
}

export class Supervised {
  /** @param spec { name, args, env, log, ready: url, cwd } @param givenUp called when it keeps dying */
  constructor(spec, givenUp) {
    this.spec = spec;
    this.givenUp = givenUp;
    this.quickDeaths = 0;
    this.stopping = false;
    // Called after each start, for whoever keeps the process numbers.
    this.spawned = undefined;
    this.everReady = false;
  }

  get pid() {
    return this.child?.pid;
  }

  spawn() {
    const { args, env, log, cwd } = this.spec;
    mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
    const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LOG_LIMIT) renameSync(log, `${log}.1`);
    this.logStart = size > LOG_LIMIT ? 0 : size;
    const out = openSync(log, 'a', 0o600);
    this.started = Date.now();
    this.child = spawn(process.execPath, ['--enable-source-maps', ...args], { cwd, env, stdio: ['ignore', out, out] });
    closeSync(out);
    this.spawned?.();
    this.ended = new Promise((done) => this.child.once('exit', (code, signal) => done(signal ?? code)));
    const child = this.child;
    void this.ended.then((how) => this.onEnd(child, how));
  }

  said() {
    return lastWords(readFileSync(this.spec.log).subarray(this.logStart).toString('utf8'));
  }

  async onEnd(child, how) {
    if (this.stopping || !this.everReady || child !== this.child || this.restarting) return;
    this.quickDeaths = Date.now() - this.started < QUICK_MS ? this.quickDeaths + 1 : 1;
    if (this.quickDeaths > GIVE_UP_AFTER) {
      say(`The ${this.spec.name} keeps ending (${how}); see ${rel(this.spec.log)}. It said:\n${this.said()}`);
      this.givenUp();
      return;
    }
    const wait = Math.min(250 * 2 ** (this.quickDeaths - 1), 5000);
    say(`The ${this.spec.name} ended (${how}) and is started again in ${wait} ms.`);
    await pause(wait);
    if (!this.stopping) this.spawn();
  }

  /** Starts it and waits until it is ready; fails with what it said when it ends first. */
  async start(limitMs = 60_000) {
    this.spawn();
    await this.waitReady(limitMs);
    this.everReady = true;
  }

  async waitReady(limitMs) {
    let how;
    void this.ended.then((end) => (how = end));
    const until = Date.now() + limitMs;
    while (Date.now() < until) {
      if (how !== undefined) throw new Refusal(`The ${this.spec.name} did not start (${how}). It said:\n${this.said()}`);
      if (await answers(this.spec.ready)) return;
      await pause(100);
    }
    await this.stop();
    throw new Refusal(`The ${this.spec.name} is not ready after ${limitMs / 1000} s; see ${rel(this.spec.log)}. It said:\n${this.said()}`);
  }

  /** Ends it and starts it again with the code that is there now. */
  async restart() {
    this.restarting = true;
    await this.end();
    this.restarting = false;
    this.everReady = false;
    await this.start();
  }

  async end() {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    // The desk finishes what it is doing within 25 s.
    const late = setTimeout(() => this.child.kill('SIGKILL'), 28_000);
    await this.ended;
    clearTimeout(late);
  }

  async stop() {
    this.stopping = true;
    await this.end();
  }
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}

/** Looks after a store of ours each second and starts it again when it has died. @returns how to stop looking */
export function keepAlive(name, store, givenUp) {
  if (!store.revive) return () => {};
  let busy = false;
  const watch = setInterval(async () => {
    if (busy || store.alive()) return;
    busy = true;
    say(`The ${name} ended and is started again.`);
    try {
      await store.revive();
      busy = false;
    } catch (error) {
      clearInterval(watch);
      say(error.message);
      givenUp();
    }
  }, 1000);
  return () => clearInterval(watch);
}
