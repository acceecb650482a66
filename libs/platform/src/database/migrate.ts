import { DataSource, type MixedList } from 'typeorm';
import { migrateQueueTables } from '../jobs/backend';
import { ensureRoles } from './roles';

/** Roles, then every migration not yet run, as the owner role. Safe to call from several processes at once. */
export async function migrate(url: string, migrations: MixedList<Function | string>): Promise<readonly string[]> {
  await ensureRoles(url);
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    extra: { max: 2, options: '-c role=kaiku_owner -c lock_timeout=2000 -c timezone=UTC', application_name: 'kaiku migrate', connectionTimeoutMillis: 2000 },
  });
  await source.initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('SELECT set_config($1, $2, false)', ['lock_timeout', '60000']);
    await guard.query('SELECT pg_advisory_lock(5160416)');
    const run = (await source.runMigrations()).map((m) => m.name);
    await migrateQueueTables(url);
    return run;
  } finally {
    await guard.query('SELECT pg_advisory_unlock(5160416)').catch(() => undefined);
    await guard.release();
    await source.destroy();
  }
}
