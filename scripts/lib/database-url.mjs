// DATABASE_URL: looked at before anything else is started, never replaced by something else.
import { fromProject } from './install.mjs';
import { hostOf, Refusal } from './say.mjs';

const OLDEST = 15;

/** Fails with one line, naming variable and host, unless the database answers in 2 s. The password is never printed. */
export async function verifyDatabase(url, variable = 'DATABASE_URL') {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw new Refusal(`${variable} is not the address of a Postgres: write postgres://user:password@host:5432/database.`);
  const { Client } = fromProject('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 2000 });
  client.on('error', () => {});
  let version;
  try {
    await client.connect();
    version = Math.floor(Number((await client.query('show server_version_num')).rows[0].server_version_num) / 10_000);
  } catch (error) {
    throw new Refusal(`${variable} is set, but no database answers at ${hostOf(url)} (${reason(error)}). Mend it, or unset it to use the built-in Postgres.`);
  } finally {
    client.end().catch(() => {});
  }
  if (version < OLDEST) throw new Refusal(`${variable}: the Postgres at ${hostOf(url)} is version ${version}; Kaiku needs ${OLDEST} or newer (18 is what it is tested on).`);
}

/** Codes are told, messages are not: they may repeat the user's name. */
function reason(error) {
  const known = {
    '28P01': 'it refuses the password', '28000': 'it refuses this user', '3D000': 'it has no such database',
    ECONNREFUSED: 'nothing listens there', ENOTFOUND: 'no such host', EAI_AGAIN: 'the host name is not found', ETIMEDOUT: 'no answer', ECONNRESET: 'it closed the connection',
  };
  const code = error.code ?? error.errors?.[0]?.code;
  return known[code] ?? code ?? (/timeout/i.test(error.message) ? 'no answer within 2 s' : 'it does not answer like Postgres');
}
