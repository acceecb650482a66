// `npm run check`: types, lint, rules and architecture.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { runTests } from './test.mjs';

const bin = (path) => join(root, 'node_modules', path);

function step(name, args) {
  const began = Date.now();
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  say(`${done.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return done.status === 0;
}

export async function run() {
  await install();
  const passed = [step('types', [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'])];
  if (existsSync(join(root, 'apps/console/tsconfig.json'))) passed.push(step('types of the console', [bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps/console/tsconfig.json']));
  passed.push(step('lint', [bin('oxlint/bin/oxlint'), '--deny-warnings']));
  const tests = await runTests(['--selectProjects', 'unit', 'architecture']);
  return passed.every(Boolean) && tests === 0 ? 0 : 1;
}
