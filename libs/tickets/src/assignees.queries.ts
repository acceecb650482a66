import { Injectable } from '@nestjs/common';
import { isId, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { TICKET } from './tickets.permissions';

const MAY_TAKE = namedQuery('tickets.may-take', `
  WITH rights AS (SELECT r.permissions FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = $1)
  SELECT m.active
    AND EXISTS (SELECT FROM rights WHERE '${TICKET.view}' = ANY(permissions))
    AND (EXISTS (SELECT FROM team_member tm WHERE tm.staff_id = m.id AND tm.team_id = $2) OR EXISTS (SELECT FROM rights WHERE '${TICKET.viewAll}' = ANY(permissions))) AS may
  FROM staff_member m WHERE m.id = $1`);

@Injectable()
export class AssigneeQueries {
  constructor(private readonly database: Database) {}

  /** Whether somebody may be given tickets of a team: active, may see tickets, and is in the team or sees all. */
  async mayTake(_viewer: Viewer, staffId: string, teamId: string): Promise<boolean> {
    return isId(staffId) && ((await this.database.one<{ may: boolean }>(MAY_TAKE, [staffId, teamId]))?.may ?? false);
  }
}
