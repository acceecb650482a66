import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { sightOf } from './ticket.rules';

const STALE = namedQuery('tickets.stale', `SELECT id FROM ticket WHERE status = 'solved' AND solved_at < $1 ORDER BY solved_at LIMIT 500`);
const AWAKE = namedQuery('tickets.awake', `SELECT id FROM ticket WHERE status = 'snoozed' AND snooze_until <= $1 ORDER BY snooze_until LIMIT 500`);

/** Which tickets time itself changes, at most 500 at once; for those who see all. */
@Injectable()
export class UpkeepQueries {
  constructor(private readonly database: Database) {}

  solvedBefore(viewer: Viewer, instant: Date): Promise<readonly string[]> {
    return this.ids(viewer, STALE, instant);
  }

  snoozedUntil(viewer: Viewer, instant: Date): Promise<readonly string[]> {
    return this.ids(viewer, AWAKE, instant);
  }

  private async ids(viewer: Viewer, query: typeof STALE, instant: Date): Promise<readonly string[]> {
    if (!sightOf(viewer)?.all) return [];
    return (await this.database.rows<{ id: string }>(query, [instant])).map((row) => row.id);
  }
}
