// Folders of another user are refused before anything is written in them.
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname } from 'node:path';
import { spawnSync } from 'node:child_process';
import { Refusal } from './say.mjs';

const nameOf = (uid) => {
  const found = spawnSync('id', ['-nu', String(uid)], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : `user ${uid}`;
};

/** What mends it, as one command: only root can give files away. */
const chown = (uid, path) => `${uid === 0 ? '' : 'sudo '}chown -R ${userInfo().username} ${path}`;

/**
 * Refuses a folder that exists and belongs to somebody else.
 * @param path folder @param otherwise a second way out, printed after the chown
 */
export function refuseForeign(path, otherwise) {
  if (typeof process.getuid !== 'function') return;
  let owner;
  try {
    owner = statSync(path).uid;
  } catch {
    return;
  }
  if (owner === process.getuid()) return;
  throw new Refusal(
    `The folder ${path} belongs to ${nameOf(owner)}, and you are ${userInfo().username}. ` +
      `Run: ${chown(process.getuid(), path)}${otherwise ? `  (or ${otherwise})` : ''}`,
  );
}

/** The data folder: refused when another user's, made when missing; others may at most walk through it (root's Postgres does). */
export function ownDataFolder(path) {
  refuseForeign(path, `use another data folder: KAIKU_DATA=${homedir()}/kaiku-data`);
  try {
    mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `The data folder ${path} cannot be made or written (${error.code}). ` +
        `Run: ${chown(process.getuid?.() ?? 1, dirname(path))}  (or use another data folder: KAIKU_DATA=${homedir()}/kaiku-data)`,
    );
  }
}

/** A folder the command has to write in, such as the project itself before an installation. */
export function needWritable(path, why) {
  try {
    accessSync(path, constants.W_OK);
  } catch {
    throw new Refusal(
      `${userInfo().username} may not write in ${path}, which ${why} needs. Run: ${chown(process.getuid?.() ?? 1, path)}`,
    );
  }
}
