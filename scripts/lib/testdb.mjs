// `testdb`: the cluster of the tests, left running, for people who run jest by hand.
import { join } from 'node:path';
import { unpin } from './clients.mjs';
import { install } from './install.mjs';
import { ownDataFolder } from './owner.mjs';
import { dataFolder } from './paths.mjs';
import { postgres } from './postgres.mjs';
import { say } from './say.mjs';

export const testFolder = () => join(dataFolder(), 'test-postgres');

/** `testdb` prints the URL; `testdb stop` lets it go again. */
export async function run([what]) {
  ownDataFolder(dataFolder());
  await install();
  if (what === 'stop') {
    unpin(testFolder());
    const { stop } = await postgres(testFolder(), { durable: false });
    await stop();
    say('The test database is stopped, unless a test is using it.');
    return;
  }
  const { url } = await postgres(testFolder(), { durable: false, pinned: true });
  process.stdout.write(`${url}\n`);
}
