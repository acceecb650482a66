import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashSync } from '@node-rs/argon2';
import { Client } from 'pg';

/** Who works at the desk while it is measured, and on what. */
export interface Scene {
  readonly url: string;
  readonly agent: { readonly id: string; readonly email: string; readonly password: string };
  readonly teamId: string;
  /** Tickets are opened for another team, so that the measured queue stays as it is. */
  readonly otherTeamId: string;
  /** Numbers of tickets to look at. */
  readonly numbers: readonly number[];
  /** Tickets to answer, apart for each side, so that neither waits for the other's locks. */
  readonly answerable: Readonly<Record<'product' | 'bare', readonly { readonly id: string; readonly address: string }[]>>;
  readonly customerIds: readonly string[];
  readonly mailboxId: string;
  readonly tickets: number;
  readonly entries: number;
}

const DIST = join(__dirname, '..');
const NAME = 'kaiku_bench';

async function on<T>(url: string, work: (sql: (text: string, values?: unknown[]) => Promise<Record<string, never>[]>) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (text, values) => (await client.query(text, values)).rows as Record<string, never>[]);
  } finally {
    await client.end();
  }
}

const database = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

/**
 * Databases are made and thrown away here, which the desk's own user may not do. The built-in cluster's superuser has the same
 * password; every connection of the programs under measurement works as the role kaiku_app all the same.
 */
export function superuser(server: string): string {
  const url = new URL(server);
  if (url.username === 'kaiku_desk') url.username = 'kaiku';
  return url.href;
}

/** The environment every program of the desk gets here: nothing of the caller's desk. */
export const deskEnvironment = (url: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', NODE_ENV: 'production', DATABASE_URL: url, KAIKU_DATA: join(process.env.KAIKU_BENCH_DATA ?? join(DIST, '..', '.kaiku'), 'bench-data'),
  KAIKU_SECRET: createHash('sha256').update(url).digest('hex'), KAIKU_DEMO: 'off', KAIKU_ORGANISATION: 'Lumo',
});

/** Seeded once for each number of tickets and state of the migrations and the seed; each run works on a copy. */
async function seeded(server: string, tickets: number, say: (line: string) => void): Promise<string> {
  const hash = createHash('sha256').update(String(tickets));
  for (const folder of ['migrations', 'apps/worker/src/seed', 'apps/worker/src/seed/matters']) {
    for (const file of readdirSync(join(DIST, folder)).sort()) if (file.endsWith('.js')) hash.update(readFileSync(join(DIST, folder, file)));
  }
  const name = `${NAME}_${hash.digest('hex').slice(0, 10)}`;
  const admin = database(server, 'postgres');
  await on(admin, async (sql) => {
    if ((await sql('SELECT 1 FROM pg_database WHERE datname = $1', [name])).length > 0) return;
    for (const old of await sql(`SELECT datname FROM pg_database WHERE datname ~ '^${NAME}'`)) await sql(`DROP DATABASE ${String(old.datname)} WITH (FORCE)`);
    say(`Seeding ${tickets} tickets.`);
    await sql(`CREATE DATABASE ${NAME}_making`);
    const env = deskEnvironment(database(server, `${NAME}_making`));
    for (const args of [['migrate.js'], ['seed-bulk.js', '--tickets', String(tickets)]]) {
      const done = spawnSync(process.execPath, [join(DIST, 'apps/worker/src', args[0]!), ...args.slice(1)], { env, cwd: join(DIST, '..'), stdio: ['ignore', 2, 2] });
      if (done.status !== 0) throw new Error(`${args[0]} failed`);
    }
    await sql(`ALTER DATABASE ${NAME}_making RENAME TO ${name}`);
  });
  return name;
}

/** A migrated database without tickets, for what is measured on clocks alone. */
export async function empty(server: string): Promise<string> {
  const name = 'kaiku_clocks';
  await on(database(server, 'postgres'), async (sql) => {
    await sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await sql(`CREATE DATABASE ${name}`);
  });
  const url = database(server, name);
  const done = spawnSync(process.execPath, [join(DIST, 'apps/worker/src/migrate.js')], { env: deskEnvironment(url), cwd: join(DIST, '..'), stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error('migrate.js failed');
  return url;
}

/** A fresh copy of the seeded database with one agent who can sign in. */
export async function prepare(server: string, tickets: number, say: (line: string) => void): Promise<Scene> {
  const template = await seeded(server, tickets, say);
  await on(database(server, 'postgres'), async (sql) => {
    await sql(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await sql(`CREATE DATABASE ${NAME} TEMPLATE ${template}`);
    await sql('CHECKPOINT');
  });
  const url = database(server, NAME);
  return on(url, async (sql) => {
    // The team whose queue is of middle length: a short one would flatter, a long one would hide.
    const teams = await sql(`SELECT t.team_id AS id, count(*) AS n FROM ticket t WHERE t.status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed') GROUP BY 1 ORDER BY 2`);
    const [teamId, otherTeamId] = [String(teams[Math.floor(teams.length / 2)]!.id), String(teams[0]!.id)];
    const agent = { id: randomUUID(), email: 'bench@lumo.example', password: randomBytes(12).toString('base64url') };
    const at = '2026-01-01T00:00:00Z';
    await sql(`INSERT INTO staff_member (id, name, email, password_hash, locale, created_at) VALUES ($1, 'Liisa Mattila', $2, $3, 'en', $4)`, [agent.id, agent.email, hashSync(agent.password), at]);
    await sql(`INSERT INTO staff_role (staff_id, role_id, granted_at) VALUES ($1, 'agent', $2)`, [agent.id, at]);
    await sql('INSERT INTO team_member (team_id, staff_id) VALUES ($1, $2)', [teamId, agent.id]);
    const mailboxId = randomUUID();
    await sql(`INSERT INTO mailbox (id, address, name, team_id, default_kind, language, created_at) VALUES ($1, 'asiakaspalvelu@lumo.example', 'Lumo', $2, 'question', 'fi', $3)`, [mailboxId, teamId, at]);
    const numbers = (await sql(`SELECT number FROM ticket WHERE team_id = $1 AND status IN ('new', 'open', 'waiting_customer') ORDER BY number`, [teamId])).map((r) => Number(r.number));
    const answerable = (await sql(`SELECT t.id, p.address FROM ticket t JOIN participant p ON p.ticket_id = t.id WHERE t.team_id = $1 AND t.channel = 'email' AND t.customer_id IS NOT NULL ORDER BY t.number DESC LIMIT 4000`, [teamId])).map((r) => ({ id: String(r.id), address: String(r.address) }));
    const customerIds = (await sql('SELECT id FROM customer ORDER BY id LIMIT 2000')).map((r) => String(r.id));
    const [size] = await sql('SELECT (SELECT count(*) FROM ticket) AS tickets, (SELECT count(*) FROM ticket_entry) AS entries');
    const half = (odd: number) => answerable.filter((_, i) => i % 2 === odd);
    return { url, agent, teamId, otherTeamId, numbers, answerable: { product: half(0), bare: half(1) }, customerIds, mailboxId, tickets: Number(size!.tickets), entries: Number(size!.entries) };
  });
}

/** Pid of the cluster's first process and its version; the pid is null when the cluster is not of this machine. */
export async function cluster(server: string): Promise<{ postmaster: number | null; version: string }> {
  return on(server, async (sql) => {
    const [row] = await sql('SHOW data_directory');
    const [version] = await sql('SHOW server_version');
    let postmaster: number | null = null;
    try {
      postmaster = Number(readFileSync(join(String(row!.data_directory), 'postmaster.pid'), 'utf8').split('\n')[0]);
      execFileSync('kill', ['-0', String(postmaster)]);
    } catch {
      postmaster = null;
    }
    return { postmaster, version: String(version!.server_version).split(' ')[0]! };
  });
}

/** Pages on disk and statistics as a desk in use has them; between rounds, so that what one left behind is not the next one's burden. */
export const settle = (url: string): Promise<unknown> => on(url, async (sql) => {
  await sql('VACUUM (ANALYZE) ticket, ticket_entry, message, outbox_event, outbound_message, idempotency_key, access_log, participant');
  await sql('CHECKPOINT');
});
