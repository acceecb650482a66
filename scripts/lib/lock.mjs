// A lock file between processes of one machine: two starts at once must not both make a cluster.
import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './say.mjs';

/** Whether a process of this machine is alive (another user's counts as alive). */
export function alive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const holderOf = (path) => {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Runs `work` alone among the processes that name the same lock file; waits at most `limitMs`. */
export async function withLock(path, work, limitMs = 180_000) {
  mkdirSync(dirname(path), { recursive: true });
  const until = Date.now() + limitMs;
  for (let empty = 0; ; ) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    // An empty file is one being written; it is only dead when it stays empty.
    empty = holder === 0 ? empty + 1 : 0;
    if ((holder && !alive(holder)) || empty > 20) {
      try {
        unlinkSync(path);
      } catch {
        // Somebody else removed it first.
      }
      continue;
    }
    if (Date.now() > until) throw new Refusal(`Process ${holder} has held ${path} for too long. If it is stuck, end it and try again.`);
    await pause(100);
  }
  try {
    return await work();
  } finally {
    if (holderOf(path) === process.pid) unlinkSync(path);
  }
}
