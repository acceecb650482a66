// The database that every jest worker clones: migrated once for each state of the migrations.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { fromProject, install } from './install.mjs';
import { withLock } from './lock.mjs';
import { ownDataFolder } from './owner.mjs';
import { dataFolder, dist, root } from './paths.mjs';
import { ask, onDatabase, postgres } from './postgres.mjs';
import { testFolder } from './testdb.mjs';

const KEEP = 4;

// Beside the migrations: what else `migrate` does to a database (roles, BullMQ's tables).
const ALSO = ['libs/platform/src/database/migrate.ts', 'libs/platform/src/database/roles.ts', 'libs/platform/src/jobs/backend.ts', 'node_modules/bullmq/package.json'];

function hashOfMigrations() {
  const hash = createHash('sha256');
  const folder = join(root, 'migrations');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const file of [...names.map((name) => join(folder, name)), ...ALSO.map((path) => join(root, path))]) {
    if (existsSync(file)) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Only the migrations: what the desk's own `migrate` does beside them needs a whole configuration. */
async function migrateWithLibrary(url) {
  const { migrate } = fromProject(join(dist, 'libs/platform/src/database/migrate.js'));
  await migrate(url, [join(dist, 'migrations/*.js').replaceAll('\\', '/')]);
}

/** Makes the template when it is not there. @param url the superuser's URL @returns its name */
export async function ensureTemplate(url) {
  const name = `kaiku_template_${hashOfMigrations()}`;
  const admin = onDatabase(url, 'postgres');
  const exists = async () => (await ask(admin, `select 1 from pg_database where datname = '${name}'`)).length > 0;
  if (await exists()) return name;
  await build(['server']);
  await withLock(join(dataFolder(), 'template.lock'), async () => {
    if (await exists()) return;
    // Under another name until it is whole; a leftover of an interrupted run is only ever ours.
    await ask(admin, 'drop database if exists kaiku_template_making with (force)');
    await ask(admin, 'create database kaiku_template_making');
    await migrateWithLibrary(onDatabase(url, 'kaiku_template_making'));
    await ask(admin, `alter database kaiku_template_making rename to ${name}`);
    // Nobody may connect: a clone needs a source without sessions.
    await ask(admin, `alter database ${name} with is_template true allow_connections false`);
    const old = await ask(admin, `select datname from pg_database where datname ~ '^kaiku_template_[0-9a-f]{12}$' order by oid desc offset ${KEEP}`);
    for (const { datname } of old) {
      await ask(admin, `alter database ${datname} with is_template false`);
      await ask(admin, `drop database ${datname} with (force)`);
    }
  });
  return name;
}

/** `template`: prints one JSON line with the superuser's URL and the template's name. */
export async function run() {
  ownDataFolder(dataFolder());
  await install();
  const url = process.env.KAIKU_TEST_DATABASE_URL || (await postgres(testFolder(), { durable: false, pinned: true })).url;
  process.stdout.write(`${JSON.stringify({ url, template: await ensureTemplate(url) })}\n`);
}
