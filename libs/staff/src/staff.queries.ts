import { Injectable } from '@nestjs/common';
import { can, type Locale, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { STAFF } from './staff.permissions';

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale | null;
  readonly active: boolean;
  readonly version: number;
  readonly maskedFields: readonly string[];
}
export interface Membership {
  readonly team: { readonly id: string; readonly name: string };
  readonly lead: boolean;
}
export interface MeRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly undoSeconds: number;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly teams: readonly Membership[];
}

const COLUMNS = 'm.id, m.name, m.email, m.locale, m.active, m.version';
const BY_IDS = namedQuery('staff.by-ids', `SELECT ${COLUMNS} FROM staff_member m WHERE m.id = ANY($1)`);
const ALL = namedQuery('staff.all', `SELECT ${COLUMNS} FROM staff_member m ORDER BY m.name COLLATE "fi-x-icu", m.id`);
const ROLES_OF = namedQuery('staff.roles-of', 'SELECT staff_id AS id, array_agg(role_id ORDER BY role_id) AS roles FROM staff_role WHERE staff_id = ANY($1) GROUP BY staff_id');
const TEAMS = `coalesce(json_agg(json_build_object('team', json_build_object('id', t.id, 'name', t.name), 'lead', tm.lead) ORDER BY t.name COLLATE "fi-x-icu"), '[]')`;
const TEAMS_OF = namedQuery('staff.teams-of', `SELECT tm.staff_id AS id, ${TEAMS} AS teams FROM team_member tm JOIN team t ON t.id = tm.team_id WHERE tm.staff_id = ANY($1) GROUP BY tm.staff_id`);
const ME = namedQuery('staff.me', `
  SELECT m.id, m.name, m.email, m.locale, m.undo_seconds AS "undoSeconds",
    ARRAY(SELECT role_id FROM staff_role WHERE staff_id = m.id ORDER BY role_id) AS roles,
    ARRAY(SELECT DISTINCT p FROM staff_role sr JOIN role r ON r.id = sr.role_id CROSS JOIN unnest(r.permissions) p WHERE sr.staff_id = m.id ORDER BY p) AS permissions,
    (SELECT ${TEAMS} FROM team_member tm JOIN team t ON t.id = tm.team_id WHERE tm.staff_id = m.id) AS teams
  FROM staff_member m WHERE m.id = $1`);
const ANYBODY = namedQuery('staff.anybody', 'SELECT EXISTS (SELECT FROM staff_member) AS "somebody"');

const MASKED = ['email', 'locale', 'roles'];

/** Reading accounts. Colleagues see names and teams; the rest is for those who manage accounts, and for oneself. */
@Injectable()
export class StaffQueries {
  private somebody = false;

  constructor(private readonly database: Database) {}

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, StaffRow>> {
    if (viewer.actor.kind === 'public') return new Map();
    const rows = await this.database.rows<StaffRow>(BY_IDS, [ids]);
    return new Map(rows.map((row) => [row.id, this.masked(viewer, row)]));
  }

  async all(viewer: Viewer): Promise<StaffRow[]> {
    if (!can(viewer, STAFF.view)) return [];
    return (await this.database.rows<StaffRow>(ALL)).map((row) => this.masked(viewer, row));
  }

  async teamsOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, readonly Membership[]>> {
    if (viewer.actor.kind === 'public') return new Map();
    const rows = await this.database.rows<{ id: string; teams: Membership[] }>(TEAMS_OF, [ids]);
    return new Map(rows.map((row) => [row.id, row.teams]));
  }

  /** Roles by account; only of those whose roles the viewer may see. */
  async rolesOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, readonly string[]>> {
    const rows = await this.database.rows<{ id: string; roles: string[] }>(ROLES_OF, [ids.filter((id) => seesAll(viewer, id))]);
    return new Map(rows.map((row) => [row.id, row.roles]));
  }

  /** Everything about the viewer's own account; null for nobody. */
  async me(viewer: Viewer): Promise<MeRow | null> {
    return viewer.actor.kind === 'staff' ? this.database.one<MeRow>(ME, [viewer.actor.id]) : null;
  }

  /** Whether the desk has any account at all, which is all that a stranger may know. */
  async anybody(_viewer: Viewer): Promise<boolean> {
    this.somebody ||= (await this.database.one<{ somebody: boolean }>(ANYBODY))!.somebody;
    return this.somebody;
  }

  private masked(viewer: Viewer, row: StaffRow): StaffRow {
    return seesAll(viewer, row.id) ? { ...row, maskedFields: [] } : { ...row, email: null, locale: null, maskedFields: MASKED };
  }
}

const seesAll = (viewer: Viewer, id: string): boolean => can(viewer, STAFF.manage) || (viewer.actor.kind === 'staff' && viewer.actor.id === id);
