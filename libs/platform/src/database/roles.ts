import { Client } from 'pg';

/** The roles the desk needs, as SQL for somebody who may create roles to run once. Roles are cluster-wide. */
export function rolesSql(login: string, database: string): string {
  const q = (name: string) => `"${name.replaceAll('"', '""')}"`;
  return `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kaiku_owner') THEN CREATE ROLE kaiku_owner NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kaiku_app') THEN CREATE ROLE kaiku_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kaiku_reader') THEN CREATE ROLE kaiku_reader NOLOGIN; END IF;
END $$;
GRANT kaiku_owner, kaiku_app, kaiku_reader TO ${q(login)};
GRANT kaiku_app TO kaiku_owner;
GRANT kaiku_reader TO kaiku_app;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${q(database)} TO kaiku_owner;
GRANT CREATE, USAGE ON SCHEMA public TO kaiku_owner;`;
}

/** Start-up cannot go on until an administrator has run `sql` once. */
export class RolesMissing extends Error {
  constructor(readonly sql: string) {
    super(`The database user may not create the roles the desk needs. Let an administrator run this once in the same database:\n${sql}`);
  }
}

/** Creates the three roles where they are missing, or throws {@link RolesMissing} with the SQL to run. */
export async function ensureRoles(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ login: string; database: string; ready: boolean }>(`
      SELECT current_user AS login, current_database() AS database,
        (SELECT count(*) = 3 FROM pg_roles WHERE rolname IN ('kaiku_owner', 'kaiku_app', 'kaiku_reader') AND pg_has_role(current_user, oid, 'MEMBER'))
        AND (SELECT coalesce(bool_and(has_schema_privilege(rolname, 'public', 'CREATE') AND has_database_privilege(rolname, current_database(), 'CREATE')), false) FROM pg_roles WHERE rolname = 'kaiku_owner') AS ready`);
    const state = rows[0]!;
    if (state.ready) return;
    const sql = rolesSql(state.login, state.database);
    try {
      // Two desks starting on one cluster must not race for the same role names.
      await client.query(`BEGIN; SELECT pg_advisory_xact_lock(5160415); ${sql}; COMMIT;`);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      if ((error as { code?: string }).code === '42501') throw new RolesMissing(sql);
      throw error;
    }
  } finally {
    await client.end();
  }
}
