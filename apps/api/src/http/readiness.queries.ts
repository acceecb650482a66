import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';

const MIGRATED = namedQuery('api.migrated', 'SELECT count(*)::int AS n FROM schema_migration');
/** More news waits than the worker passes on in a moment. */
const BEHIND = namedQuery('api.outbox-behind', `
  SELECT EXISTS (SELECT FROM outbox_event WHERE relayed_at IS NULL AND id <= (SELECT max(id) FROM outbox_event) - 1000) AS behind`);

/** What a probe asks the database; nothing of it is anybody's data. */
@Injectable()
export class ReadinessQueries {
  constructor(private readonly database: Database) {}

  async migrations(_viewer: Viewer): Promise<number> {
    return (await this.database.one<{ n: number }>(MIGRATED))!.n;
  }

  async jobsBehind(_viewer: Viewer): Promise<boolean> {
    return (await this.database.one<{ behind: boolean }>(BEHIND))!.behind;
  }
}
