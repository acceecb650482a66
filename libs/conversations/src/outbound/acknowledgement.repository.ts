import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';

const COUNT = namedQuery('acknowledgement.count', 'SELECT count(*)::int AS count FROM acknowledgement WHERE address = lower($1) AND at > $2');
// Two mails of one sender filed at once must count each other.
const LOCK = namedQuery('acknowledgement.lock', 'SELECT pg_advisory_xact_lock(hashtextextended(lower($1), 5160419))');
const ADD = namedQuery('acknowledgement.add', 'INSERT INTO acknowledgement (ticket_id, address, at) VALUES ($1, lower($2), $3) ON CONFLICT DO NOTHING RETURNING ticket_id');

@Injectable()
export class AcknowledgementRepository {
  constructor(private readonly database: Database) {}

  /** How many this address got since then; holds the address until the transaction ends. */
  async countSince(address: string, since: Date): Promise<number> {
    await this.database.rows(LOCK, [address]);
    return (await this.database.one<{ count: number }>(COUNT, [address, since]))!.count;
  }
  /** False when the ticket has had its one. */
  async add(ticketId: string, address: string, at: Date): Promise<boolean> {
    return (await this.database.rows(ADD, [ticketId, address, at])).length === 1;
  }
}
