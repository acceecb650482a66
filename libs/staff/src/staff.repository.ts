import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import { ADMIN } from './roles';
import { StaffMemberEntity } from './staff-member.entity';

const ROLES = namedQuery('staff.repository-roles', 'SELECT role_id AS role FROM staff_role WHERE staff_id = $1 ORDER BY role_id');
const TEAMS = namedQuery('staff.repository-teams', 'SELECT team_id AS id, lead FROM team_member WHERE staff_id = $1');
const TAKE = namedQuery('staff.roles-take', 'DELETE FROM staff_role WHERE staff_id = $1 AND role_id <> ALL($2)');
const GIVE = namedQuery('staff.roles-give', `
  INSERT INTO staff_role (staff_id, role_id, granted_by, granted_at) SELECT $1::uuid, r.id, $3::uuid, $4::timestamptz FROM role r WHERE r.id = ANY($2) ON CONFLICT DO NOTHING`);
const LEAVE = namedQuery('staff.teams-leave', 'DELETE FROM team_member WHERE staff_id = $1 AND team_id <> ALL($2)');
const JOIN = namedQuery('staff.teams-join', `
  INSERT INTO team_member (team_id, staff_id, lead) SELECT t, $1::uuid, t = ANY($3::uuid[]) FROM unnest($2::uuid[]) t
  ON CONFLICT (team_id, staff_id) DO UPDATE SET lead = excluded.lead`);
const GUARD_ADMINS = namedQuery('staff.admins-guard', 'SELECT id FROM role WHERE id = $1 FOR UPDATE');
const OTHER_ADMINS = namedQuery('staff.admins-other', `
  SELECT count(*)::int AS n FROM staff_role sr JOIN staff_member m ON m.id = sr.staff_id AND m.active WHERE sr.role_id = $1 AND m.id <> $2`);
const KNOWN_ROLES = namedQuery('staff.roles-known', 'SELECT id FROM role WHERE id = ANY($1)');

/** Loading accounts for change; inside a transaction. */
@Injectable()
export class StaffRepository {
  constructor(private readonly database: Database) {}

  lock(id: string): Promise<StaffMemberEntity | null> {
    return this.database.manager.findOne(StaffMemberEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(member: StaffMemberEntity): Promise<void> {
    await this.database.manager.insert(StaffMemberEntity, member);
  }

  async save(id: string, change: Partial<StaffMemberEntity>): Promise<void> {
    await this.database.manager.update(StaffMemberEntity, { id }, change);
  }

  async rolesOf(id: string): Promise<string[]> {
    return (await this.database.rows<{ role: string }>(ROLES, [id])).map((r) => r.role);
  }

  teamsOf(id: string): Promise<{ id: string; lead: boolean }[]> {
    return this.database.rows(TEAMS, [id]);
  }

  async knownRoles(ids: readonly string[]): Promise<Set<string>> {
    return new Set((await this.database.rows<{ id: string }>(KNOWN_ROLES, [ids])).map((r) => r.id));
  }

  /** Makes `roles` the whole set. */
  async setRoles(id: string, roles: readonly string[], grantedBy: string | null, at: Date): Promise<void> {
    await this.database.rows(TAKE, [id, roles]);
    await this.database.rows(GIVE, [id, roles, grantedBy, at]);
  }

  /** Makes `teams` the whole set, with the lead of those in `leads`. */
  async setTeams(id: string, teams: readonly string[], leads: readonly string[]): Promise<void> {
    await this.database.rows(LEAVE, [id, teams]);
    await this.database.rows(JOIN, [id, teams, leads]);
  }

  /** Active administrators besides this account, with a lock so that two cannot remove each other at once. */
  async otherAdmins(id: string): Promise<number> {
    await this.database.rows(GUARD_ADMINS, [ADMIN]);
    return (await this.database.one<{ n: number }>(OTHER_ADMINS, [ADMIN, id]))!.n;
  }
}
