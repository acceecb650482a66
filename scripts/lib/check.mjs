// `npm run check`: types, lint, rules and architecture.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { runTests } from './test.mjs';

// What runs in a browser, or reaches into one, knows its types; the server does not.
const PROJECTS = [['types', 'tsconfig.json'], ['types of the console', 'apps/console/tsconfig.json'], ['types of the browser tests', 'test/browser/tsconfig.json']];

const bin = (path) => join(root, 'node_modules', path);

function step(name, args) {
  const began = Date.now();
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  say(`${done.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return done.status === 0;
}

export async function run() {
  await install();
  const passed = PROJECTS.map(([name, path]) => step(name, [bin('typescript/bin/tsc'), '--noEmit', '-p', path]));
  passed.push(step('lint', [bin('oxlint/bin/oxlint'), '--deny-warnings']));
  const tests = await runTests(['--selectProjects', 'unit', 'architecture']);
  return passed.every(Boolean) && tests === 0 ? 0 : 1;
}
