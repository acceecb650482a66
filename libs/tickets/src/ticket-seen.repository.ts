import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { Sight } from './ticket.rules';
import { sightValues, visibleTo } from './ticket.views';

const MARK = namedQuery('tickets.mark-seen', `
  WITH entry AS (
    SELECT e.id, e.ticket_id FROM ticket_entry e JOIN ticket t ON t.id = e.ticket_id WHERE e.id = $1 AND e.ticket_id = $2 AND ${visibleTo(5)}
  ), marked AS (
    INSERT INTO ticket_seen (ticket_id, staff_id, entry_id, at) SELECT ticket_id, $3, id, $4 FROM entry
    ON CONFLICT (ticket_id, staff_id) DO UPDATE SET entry_id = excluded.entry_id, at = excluded.at WHERE excluded.entry_id > ticket_seen.entry_id
  )
  SELECT id FROM entry`);

/** How far people have read. */
@Injectable()
export class TicketSeenRepository {
  constructor(private readonly database: Database) {}

  /** Moves the mark forward, never back. @returns whether there is such an entry for this person */
  async mark(staffId: string, ticketId: string, entryId: string, at: Date, sight: Sight): Promise<boolean> {
    return (await this.database.one(MARK, [entryId, ticketId, staffId, at, ...sightValues(sight)])) !== null;
  }
}
