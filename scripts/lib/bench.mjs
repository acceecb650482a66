// `npm run bench`: the measured figures, against the built desk.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { ownDataFolder } from './owner.mjs';
import { dataFolder, dist, root } from './paths.mjs';
import { postgres } from './postgres.mjs';
import { Refusal } from './say.mjs';

/** Runs bench/run with a cluster of its own: durable like the desk's, so that figures mean something. */
export async function run(args) {
  ownDataFolder(dataFolder());
  await install();
  await build();
  const entry = [join(root, 'bench/run.mjs'), join(dist, 'bench/run.js')].find((path) => existsSync(path));
  if (!entry) throw new Refusal('bench/run.ts is missing: there is nothing to measure.');
  const store = await postgres(join(dataFolder(), 'bench-postgres'), { durable: true });
  try {
    const env = { ...process.env, NODE_ENV: 'production', KAIKU_BENCH_DATABASE_URL: store.url };
    return spawnSync(process.execPath, [entry, ...args], { cwd: root, stdio: 'inherit', env }).status ?? 1;
  } finally {
    await store.stop();
  }
}
