// dist/: apps, libraries and migrations by SWC, the console by Vite; each only when its sources have changed.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { install } from './install.mjs';
import { withLock } from './lock.mjs';
import { needWritable } from './owner.mjs';
import { dist, kept, rel, root } from './paths.mjs';
import { Refusal, say } from './say.mjs';

const SERVER = ['apps/api', 'apps/worker', 'libs', 'migrations', 'bench'];
const CONSOLE = ['apps/console', 'apps/api/schema.graphql'];

const TEST = /\.(spec|e2e-spec|browser-spec|chaos-spec)\.tsx?$/;

function* filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) yield [path, found];
  if (!found?.isDirectory()) return;
  for (const name of readdirSync(path).sort()) if (name !== 'node_modules') yield* filesOf(join(path, name));
}

/** Names, sizes and times of the sources, and what they are built with. */
function stampOf(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of [...paths, '.swcrc', 'package-lock.json']) {
    for (const [file, found] of filesOf(join(root, path))) if (!TEST.test(file)) hash.update(`${file} ${found.size} ${found.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function whenChanged(name, sources, result, make) {
  const stampFile = join(dist, `.stamp-${name}`);
  const fresh = () => existsSync(stampFile) && existsSync(result) && readFileSync(stampFile, 'utf8') === stampOf(sources);
  if (fresh()) return;
  if (existsSync(dist)) needWritable(dist, 'the build');
  needWritable(root, 'the build');
  mkdirSync(dist, { recursive: true });
  await withLock(join(kept, `build-${name}.lock`), () => {
    if (fresh()) return;
    const stamp = stampOf(sources);
    make();
    writeFileSync(stampFile, stamp);
  });
}

function tool(args, what) {
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' } });
  if (done.status !== 0) throw new Refusal(`${what} failed:\n${stripVTControlCharacters(`${done.stdout}\n${done.stderr}`).trim().split('\n').slice(0, 40).join('\n')}`);
}

/** The SWC command line for the server's folders that exist. */
export const swcArguments = () => [
  join(root, 'node_modules/@swc/cli/bin/swc.js'), ...SERVER.filter((path) => existsSync(join(root, path))),
  '-d', 'dist', '--copy-files', '--quiet', '--ignore', '**/*.spec.ts,**/*.spec.tsx',
];

function buildServer() {
  say('Building the server.');
  tool(swcArguments(), 'The build of the server');
  removeLeftovers();
}

/** A file of dist whose source is gone would still be loaded (a migration, say). */
function removeLeftovers() {
  for (const folder of SERVER) {
    for (const [file] of filesOf(join(dist, folder))) {
      const source = join(root, relative(dist, file)).split(sep).join('/').replace(/\.map$/, '');
      const stem = source.replace(/\.js$/, '');
      const kin = [source, `${stem}.ts`, `${stem}.tsx`, `${stem}.mjs`, `${stem}.mts`];
      if (TEST.test(`${stem}.ts`) || !kin.some((path) => existsSync(path))) rmSync(file);
    }
  }
}

function buildConsole() {
  say('Building the console.');
  tool([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'apps/console/vite.config.ts', '--logLevel', 'warn'], 'The build of the console');
}

/** Builds what has changed. @param parts any of `server`, `console` */
export async function build(parts = ['server', 'console']) {
  if (parts.includes('server')) await whenChanged('server', SERVER, join(dist, 'apps/api/src/main.js'), buildServer);
  if (parts.includes('console') && existsSync(join(root, 'apps/console/vite.config.ts'))) {
    await whenChanged('console', CONSOLE, join(dist, 'console/index.html'), buildConsole);
  }
}

export async function run(parts) {
  await install();
  await build(parts.length > 0 ? parts : undefined);
  say(`Built: ${rel(dist)}`);
}
