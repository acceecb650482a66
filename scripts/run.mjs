#!/usr/bin/env node
// The one entry of every command: `node scripts/run.mjs <command> [arguments]`. Runs on an old Node, with nothing
// installed; each command lies in scripts/lib.
import { fileURLToPath } from 'node:url';
import { underRightNode } from './lib/node-version.mjs';
import { Refusal, say } from './lib/say.mjs';

const commands = {
  start: () => import('./lib/start.mjs'),
  dev: () => import('./lib/dev.mjs'),
  test: () => import('./lib/test.mjs'),
  e2e: async () => (await import('./lib/test.mjs')).e2e,
  chaos: async () => (await import('./lib/test.mjs')).chaos,
  screenshots: async () => (await import('./lib/test.mjs')).screenshots,
  check: () => import('./lib/check.mjs'),
  bench: () => import('./lib/bench.mjs'),
  migrate: () => import('./lib/migrate.mjs'),
  seed: async () => (await import('./lib/migrate.mjs')).seed,
  build: () => import('./lib/build.mjs'),
  // For people who run jest by hand, and for jest's own set-up.
  testdb: () => import('./lib/testdb.mjs'),
  template: () => import('./lib/template.mjs'),
  chromium: () => import('./lib/chromium.mjs'),
};

const [name, ...rest] = process.argv.slice(2);
try {
  if (!Object.hasOwn(commands, name ?? '')) throw new Refusal(`Say which command: ${Object.keys(commands).join(', ')}.`);
  await underRightNode(fileURLToPath(import.meta.url), process.argv.slice(2));
  const { run } = await commands[name]();
  process.exitCode = (await run(rest)) ?? 0;
} catch (error) {
  say(error instanceof Refusal ? `kaiku: ${error.message}` : (error.stack ?? String(error)));
  process.exitCode = 1;
}
