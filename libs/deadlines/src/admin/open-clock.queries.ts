import { Injectable } from '@nestjs/common';
import { can, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { DEADLINE_SETTINGS } from './settings.permissions';

const OPEN = `d.state IN ('running', 'paused', 'suspended', 'error')`;
const BY_CALENDARS = namedQuery('deadlines.open-by-calendars', `
  SELECT v.calendar_id AS id, count(*)::int AS n FROM business_calendar_version v JOIN deadline d ON d.calendar_version_id = v.id AND ${OPEN} WHERE v.calendar_id = ANY($1) GROUP BY v.calendar_id`);
const BY_POLICIES = namedQuery('deadlines.open-by-policies', `
  SELECT v.policy_id AS id, count(*)::int AS n FROM deadline_policy_version v JOIN deadline d ON d.policy_version_id = v.id AND ${OPEN} WHERE v.policy_id = ANY($1) GROUP BY v.policy_id`);

/** How many clocks run by a calendar or policy now; none is no entry. */
@Injectable()
export class OpenClockQueries {
  constructor(private readonly database: Database) {}

  countByCalendars(viewer: Viewer, ids: readonly string[]): Promise<Map<string, number>> {
    return this.count(viewer, BY_CALENDARS, ids);
  }

  countByPolicies(viewer: Viewer, ids: readonly string[]): Promise<Map<string, number>> {
    return this.count(viewer, BY_POLICIES, ids);
  }

  private async count(viewer: Viewer, query: typeof BY_POLICIES, ids: readonly string[]): Promise<Map<string, number>> {
    const rows = can(viewer, DEADLINE_SETTINGS.view) ? await this.database.rows<{ id: string; n: number }>(query, [ids]) : [];
    return new Map(rows.map((row) => [row.id, row.n]));
  }
}
