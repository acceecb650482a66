import { join } from 'node:path';
import { loadConfig, migrate } from '@kaiku/platform';

/** `npm run migrate`: brings the database up to the code. Built-in roles follow when a process starts. */
async function main(): Promise<void> {
  const { database } = loadConfig();
  const done = await migrate(database.url, [join(__dirname, '../../../migrations/*.js')]);
  for (const name of done) process.stdout.write(`migrated ${name}\n`);
}

main().catch((error: unknown) => {
  // RolesMissing carries the SQL to run; the others say what they can.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
