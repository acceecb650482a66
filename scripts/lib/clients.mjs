// Who uses a service that outlives single commands: it is stopped by its last user, and left by all others.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alive } from './lock.mjs';

const folder = (holder) => join(holder, 'users');

/** Notes this process as a user; `pinned` keeps the service running after the command has ended. */
export function enter(holder, pinned = false) {
  mkdirSync(folder(holder), { recursive: true });
  writeFileSync(join(folder(holder), pinned ? 'pinned' : String(process.pid)), '');
}

/** Ends the use. @returns whether nobody else is left */
export function leave(holder) {
  rmSync(join(folder(holder), String(process.pid)), { force: true });
  const others = readdirSync(folder(holder));
  for (const name of others) {
    if (name === 'pinned' || alive(Number(name))) return false;
    rmSync(join(folder(holder), name), { force: true });
  }
  return true;
}

/** Takes back a `pinned`. */
export const unpin = (holder) => rmSync(join(folder(holder), 'pinned'), { force: true });
