import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A server under measurement, in a process of its own. */
export interface Running {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from start to the first answer. */
  readonly startMs: number;
  stop(): Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts `node args…` and waits for `ready` to answer. @param log file that takes what it writes */
export async function start(args: readonly string[], env: NodeJS.ProcessEnv, port: number, ready: string, log: string, cwd: string): Promise<Running> {
  const out = openSync(log, 'w');
  const began = performance.now();
  const child = spawn(process.execPath, [...args], { env, cwd, stdio: ['ignore', out, out] });
  const url = `http://127.0.0.1:${port}`;
  const stop = () => end(child);
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${args.at(-1)} ended before it was ready:\n${readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n')}`);
    const ok = await fetch(url + ready).then((r) => r.ok, () => false);
    if (ok) return { url, pid: child.pid!, startMs: performance.now() - began, stop };
    if (performance.now() - began > 60_000) {
      await stop();
      throw new Error(`${args.at(-1)} is not ready after a minute; see ${log}`);
    }
    await pause(20);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 28_000);
  await ended;
  clearTimeout(late);
}

/** Milliseconds in one tick of the kernel's accounting. */
const TICK = 10;
const stat = (pid: number): string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');

/** Milliseconds of processor a process has had; null where the system does not tell. */
export function cpuOf(pid: number): number | null {
  try {
    const fields = stat(pid);
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return null;
  }
}

/** The same for a Postgres: its first process, those that run and those that have ended. */
export function cpuOfCluster(postmaster: number | null): number | null {
  if (postmaster === null) return null;
  try {
    const own = stat(postmaster);
    let sum = (Number(own[11]) + Number(own[12]) + Number(own[13]) + Number(own[14])) * TICK;
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        if (Number(stat(Number(name))[1]) === postmaster) sum += cpuOf(Number(name)) ?? 0;
      } catch {
        // Ended meanwhile.
      }
    }
    return sum;
  } catch {
    return null;
  }
}

/** Megabytes a process holds in memory; null where the system does not tell. */
export function memoryOf(pid: number): number | null {
  try {
    return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return null;
  }
}
