import { hashSync } from '@node-rs/argon2';
import { newId, newToken, type Locale, type StaffActor } from '@kaiku/kernel';
import { ROLES, type RoleId } from '../roles';
import { SYNC_ROLES, syncRolesValues } from '../role-sync';
import { hashOfToken } from '../session.queries';

/** What builders need of a test database. */
export interface Sql {
  sql<R = Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]>;
}

export interface AStaffMember {
  id?: string;
  name?: string;
  email?: string;
  /** Null: an account without a password. */
  password?: string | null;
  locale?: Locale;
  active?: boolean;
  roles?: RoleId[];
  teamIds?: string[];
  leadTeamIds?: string[];
}

const AT = '2026-11-01T08:00:00.000Z';
/** The password of built accounts that say no other. */
export const PASSWORD = 'seven blue bicycles';
const hashes = new Map<string, string>();

/** Cheap to check, so that tests are not slow: the cost is written in the hash itself. */
function cheapHash(password: string): string {
  const known = hashes.get(password) ?? hashSync(password, { algorithm: 2, memoryCost: 1024, timeCost: 1, parallelism: 1 });
  hashes.set(password, known);
  return known;
}

/** Inserts a valid account; an agent unless told. */
export async function aStaffMember(db: Sql, given: AStaffMember = {}): Promise<{ id: string; name: string; email: string; password: string }> {
  const id = given.id ?? newId();
  const { name = 'Liisa Mattila', email = `${id}@lumo.example`, active = true } = given;
  const password = given.password === undefined ? PASSWORD : given.password;
  await db.sql(
    `INSERT INTO staff_member (id, name, email, password_hash, locale, active, deactivated_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, name, email.toLowerCase(), password === null ? null : cheapHash(password), given.locale ?? 'en', active, active ? null : AT, AT],
  );
  await db.sql(SYNC_ROLES.text, syncRolesValues());
  for (const role of given.roles ?? ['agent']) await db.sql('INSERT INTO staff_role (staff_id, role_id, granted_at) VALUES ($1, $2, $3)', [id, role, AT]);
  const leads = given.leadTeamIds ?? [];
  for (const teamId of new Set([...(given.teamIds ?? []), ...leads])) {
    await db.sql('INSERT INTO team_member (team_id, staff_id, lead) VALUES ($1, $2, $3)', [teamId, id, leads.includes(teamId)]);
  }
  return { id, name, email: email.toLowerCase(), password: password ?? '' };
}

/** Inserts a team. */
export async function aTeam(db: Sql, given: { id?: string; name?: string } = {}): Promise<{ id: string; name: string }> {
  const id = given.id ?? newId();
  const name = given.name ?? `Team ${id.slice(-6)}`;
  await db.sql('INSERT INTO team (id, name, created_at) VALUES ($1, $2, $3)', [id, name, AT]);
  return { id, name };
}

/** Inserts a running session; ages in hours make it older. Its token goes into the cookie. */
export async function aSession(db: Sql, staffId: string, ages: { createdHours?: number; seenHours?: number } = {}): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = newToken();
  await db.sql(
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at)
     SELECT $1::uuid, $2::bytea, $3::uuid, t - make_interval(secs => $4 * 3600.0), t - make_interval(secs => $5 * 3600.0), t - make_interval(secs => $4 * 3600.0) + interval '7 days' FROM clock_timestamp() t`,
    [id, hashOfToken(token), staffId, ages.createdHours ?? 0, ages.seenHours ?? 0],
  );
  return { id, token };
}

/** The actor that a session of this account would give, with the permissions of these roles; inserts nothing. */
export function anActorWith(roles: readonly RoleId[], over: Partial<StaffActor> = {}): StaffActor {
  return {
    kind: 'staff', id: newId(), sessionId: newId(), name: 'Liisa Mattila', locale: 'en',
    permissions: new Set(roles.flatMap((role): readonly string[] => ROLES[role])), teamIds: new Set(), leadTeamIds: new Set(), ...over,
  };
}
