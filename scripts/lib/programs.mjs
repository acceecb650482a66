// The desk's one-off programs in dist: migrate, seed. Run to their end, their words shown when they fail.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from './paths.mjs';
import { Refusal } from './say.mjs';
import { lastWords } from './supervise.mjs';

export const program = (name) => join(dist, 'apps/worker/src', `${name}.js`);

/**
 * Runs `dist/apps/worker/src/<name>.js`.
 * @param show whether its output goes to the terminal (a progress bar) instead of being kept for an error
 */
export function runProgram(name, env, { args = [], show = false } = {}) {
  const path = program(name);
  if (!existsSync(path)) throw new Refusal(`apps/worker/src/${name}.ts is missing: it cannot run.`);
  const done = spawnSync(process.execPath, ['--enable-source-maps', path, ...args], { cwd: root, env, encoding: 'utf8', stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) throw new Refusal(`${name} failed${show ? '' : `:\n${lastWords(done.stderr.trim() || done.stdout, 40)}`}`);
}
