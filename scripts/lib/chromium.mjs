// The browser of the browser tests: that of this machine, else the one that comes with npm, unpacked once.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { kept, root } from './paths.mjs';
import { Refusal, say } from './say.mjs';

const own = () => [process.env.CHROME_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));

/** @returns the path of the program */
export async function chromium() {
  const found = own();
  if (found) return found;
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const home = join(kept, `chromium-${version}`);
  const program = join(home, 'chromium');
  await withLock(join(kept, 'chromium.lock'), () => {
    if (existsSync(program)) return;
    say('Unpacking the browser of the tests.');
    // The package unpacks into the folder for temporary files and takes whatever lies there, finished or not: it is given
    // one of its own, which gets its name when it is complete.
    const folder = mkdtempSync(`${home}.`);
    const done = spawnSync(process.execPath, ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"], { cwd: root, env: { ...process.env, TMPDIR: folder, NODE_OPTIONS: '' }, stdio: ['ignore', 2, 2] });
    if (done.status === 0) renameSync(folder, home);
    else rmSync(folder, { recursive: true, force: true });
  });
  if (!existsSync(program)) throw new Refusal('The browser of the tests could not be unpacked; CHROME_PATH may name another.');
  return program;
}

/** `chromium`: prints the path, for jest's own set-up. */
export async function run() {
  process.stdout.write(`${await chromium()}\n`);
}
