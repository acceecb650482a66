import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { sightOf } from './ticket.rules';
import { OPEN_SQL } from './view.rules';

const STALE = namedQuery('tickets.stale', `SELECT id FROM ticket WHERE status = 'solved' AND solved_at < $1 ORDER BY solved_at LIMIT 500`);
const AWAKE = namedQuery('tickets.awake', `SELECT id FROM ticket WHERE status = 'snoozed' AND snooze_until <= $1 ORDER BY snooze_until LIMIT 500`);

/** Of an account that is closed: one that was opened again meanwhile keeps its work. */
const HELD = namedQuery('tickets.held-by', `
  SELECT t.id FROM ticket t JOIN staff_member m ON m.id = t.assignee_id AND NOT m.active
  WHERE t.assignee_id = $1 AND t.${OPEN_SQL} LIMIT 500`);

/** Which tickets change without a person, at most 500 at once; for those who see all. */
@Injectable()
export class UpkeepQueries {
  constructor(private readonly database: Database) {}

  solvedBefore(viewer: Viewer, instant: Date): Promise<readonly string[]> {
    return this.ids(viewer, STALE, instant);
  }

  snoozedUntil(viewer: Viewer, instant: Date): Promise<readonly string[]> {
    return this.ids(viewer, AWAKE, instant);
  }

  openOf(viewer: Viewer, staffId: string): Promise<readonly string[]> {
    return this.ids(viewer, HELD, staffId);
  }

  private async ids(viewer: Viewer, query: typeof STALE, value: Date | string): Promise<readonly string[]> {
    if (!sightOf(viewer)?.all) return [];
    return (await this.database.rows<{ id: string }>(query, [value])).map((row) => row.id);
  }
}
