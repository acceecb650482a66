import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';

// Two starts at once must not open two shops.
const LOCK = namedQuery('demo.lock', 'SELECT pg_advisory_xact_lock(5160420)');
const EMPTY = namedQuery('demo.empty', 'SELECT NOT EXISTS (SELECT FROM staff_member) AND NOT EXISTS (SELECT FROM ticket) AS empty');

@Injectable()
export class DemoRepository {
  constructor(private readonly database: Database) {}

  /** Whether the database holds nothing yet; holds back a second asker until the transaction ends. */
  async lockIfEmpty(): Promise<boolean> {
    await this.database.rows(LOCK);
    return (await this.database.one<{ empty: boolean }>(EMPTY))!.empty;
  }
}
