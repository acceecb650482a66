// `npm run migrate` and `npm run seed`: the desk's database, running or not.
import { build } from './build.mjs';
import { storeEnvironment } from './desk-environment.mjs';
import { install } from './install.mjs';
import { ownDataFolder } from './owner.mjs';
import { dataFolder } from './paths.mjs';
import { runProgram } from './programs.mjs';
import { say } from './say.mjs';
import { database, verifyNamed } from './services.mjs';

/** Runs `work(env)` with the desk's database, which is left as it was found. */
export async function withDatabase(work) {
  ownDataFolder(dataFolder());
  await install();
  await verifyNamed();
  await build(['server']);
  const store = await database();
  try {
    const env = storeEnvironment(store.url);
    runProgram('migrate', env);
    return await work(env);
  } finally {
    await store.stop();
  }
}

export const run = () => withDatabase(() => say('The database is up to date.'));
/** `seed -- --tickets N`: realistic data in bulk, with a progress bar. */
export const seed = { run: (args) => withDatabase((env) => runProgram('seed-bulk', env, { args, show: true })) };
