// Postgres refuses to run as root. As root it is run in a user namespace of its own (files stay root's); where the
// system refuses those, as `postgres` or `nobody`, with binaries and data where that user can reach them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { postgresBinaries } from './install.mjs';
import { root } from './paths.mjs';
import { Refusal, say } from './say.mjs';

const WAY_OUT = 'Set DATABASE_URL to a Postgres 18 of your own, or run the command as an ordinary user.';
const NAMESPACE = ['--user', '--map-user=65534', '--map-group=65534'];

const idOf = (name, flag) => {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return asked.status === 0 ? Number(asked.stdout) : undefined;
};

const plain = (native, holder) => ({
  holder,
  command: (program, args) => [join(native, 'bin', program), args],
  options: {},
  own: () => {},
});

/**
 * How to run the Postgres programs here, and in which folder its files may lie.
 * @param wantedHolder the folder of the cluster inside the data folder
 * @param password the cluster's: tells a removed and newly made data folder from the old one
 * @returns {{ holder: string, command(program, args): [string, string[]], options: object, own(path): void }}
 */
export function postgresUser(wantedHolder, password) {
  const native = postgresBinaries();
  if (!native) throw new Refusal(`There is no built-in Postgres for ${process.platform}-${process.arch}. Set DATABASE_URL to a Postgres 18 of your own.`);
  const asRoot = process.getuid?.() === 0;
  if (!asRoot) return plain(native, wantedHolder);
  const space = spawnSync('unshare', [...NAMESPACE, 'id', '-u'], { encoding: 'utf8' });
  if (space.status === 0 && space.stdout.trim() === '65534') {
    return { ...plain(native, wantedHolder), command: (program, args) => ['unshare', [...NAMESPACE, join(native, 'bin', program), ...args]] };
  }
  return asOther(native, wantedHolder, password);
}

function asOther(native, wantedHolder, password) {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf(name, '-u'), idOf(name, '-g')];
    if (!uid || !gid) continue;
    const options = { uid, gid, cwd: '/' };
    const may = (test, path) => spawnSync('test', [test, path], options).status === 0;
    const bin = may('-x', join(native, 'bin', 'postgres')) && may('-r', join(native, 'share', 'postgresql', 'postgres.bki')) ? native : copied(native);
    const holder = reachable(wantedHolder, password, may);
    if (!bin || !may('-x', join(bin, 'bin', 'postgres')) || !holder) continue;
    if (holder !== wantedHolder) say(`Postgres runs as ${name}, which cannot reach ${wantedHolder}: its files are in ${holder}.`);
    return { holder, options, command: (program, args) => [join(bin, 'bin', program), args], own: (path) => chownSync(path, uid, gid) };
  }
  throw new Refusal(`The built-in Postgres cannot run as root here: user namespaces are refused, and there is no user postgres or nobody to run it. ${WAY_OUT}`);
}

/** The folder itself when the other user can walk to it, else one of ours under /var/lib. */
function reachable(wanted, password, may) {
  mkdirSync(wanted, { recursive: true, mode: 0o711 });
  if (may('-x', wanted)) return wanted;
  const other = join('/var/lib/kaiku', createHash('sha256').update(wanted).update(password).digest('hex').slice(0, 12));
  mkdirSync(other, { recursive: true, mode: 0o755 });
  return may('-x', other) ? other : undefined;
}

function copied(native) {
  const to = join('/var/lib/kaiku', `postgres-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
  if (existsSync(join(to, 'bin', 'postgres'))) return to;
  // Copied beside and renamed, so that half a copy is never taken for a whole one.
  const half = `${to}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  rmSync(to, { recursive: true, force: true });
  renameSync(half, to);
  return to;
}
