// Which desk runs on a data folder: a second one is refused, the leftovers of a killed one are ended.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { alive } from './lock.mjs';
import { dataFolder, dist } from './paths.mjs';
import { Refusal } from './say.mjs';

const path = () => join(dataFolder(), 'desk.json');

const read = () => {
  try {
    return JSON.parse(readFileSync(path(), 'utf8'));
  } catch {
    return undefined;
  }
};

/** The command line of a process, to be sure that a number still means what it meant. */
function commandOf(pid) {
  if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  const asked = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout : '';
}

/** Refuses to start beside a living desk of the same folder; ends processes that a killed one left behind. */
export async function claimDesk() {
  const before = read();
  if (before && before.pid !== process.pid && alive(before.pid) && /run\.mjs/.test(commandOf(before.pid))) {
    throw new Refusal(`This desk is already running at ${before.url ?? 'an address it has not said yet'} (process ${before.pid}). Stop it first, or start another one with its own KAIKU_DATA and PORT.`);
  }
  for (const pid of before?.children ?? []) {
    if (!alive(pid) || !commandOf(pid).includes(dist)) continue;
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; waited < 100 && alive(pid); waited += 1) await pause(50);
    if (alive(pid)) process.kill(pid, 'SIGKILL');
  }
  noteDesk({});
}

/** Keeps who we are, for the next command. @param facts { url, children } */
export const noteDesk = (facts) => writeFileSync(path(), JSON.stringify({ pid: process.pid, ...facts }), { mode: 0o600 });

export function forgetDesk() {
  if (read()?.pid === process.pid) rmSync(path(), { force: true });
}
