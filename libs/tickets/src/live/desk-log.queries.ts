import { Injectable } from '@nestjs/common';
import { system, viewerOf, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { sightOf } from '../ticket.rules';
import { bareEvent, mayHear, ticketEvent, type DeskEvent, type FollowedEvent } from './desk-event';

const BATCH = 500;
/** Who reads the log for everybody. */
export const FEED = viewerOf(system('tickets.desk-feed'), 'operations');
const AFTER = namedQuery('tickets.desk-events', `
  SELECT e.position::text AS position, e.payload FROM outbox_event e WHERE e.position > $1::bigint AND e.name LIKE 'ticket.%' ORDER BY e.position LIMIT ${BATCH}`);
const REACH = namedQuery('tickets.desk-reach', 'SELECT coalesce(min(position), 1)::text AS oldest, coalesce(max(position), 0)::text AS newest FROM outbox_event');

/** The outbox read as a log: events stand in commit order, so a reader who has one position has everything before it. */
@Injectable()
export class DeskLogQueries {
  constructor(private readonly database: Database) {}

  /** The newest position: where somebody begins who knows the present. Tells nothing of anybody. */
  async newest(_viewer: Viewer): Promise<string> {
    return (await this.database.one<{ newest: string }>(REACH))!.newest;
  }

  /** Where to read on from, or null when the log does not reach back to there. */
  async place(_viewer: Viewer, after: string): Promise<{ readonly from: string | null; readonly newest: string }> {
    const { oldest, newest } = (await this.database.one<{ oldest: string; newest: string }>(REACH))!;
    const known = /^\d{1,18}$/.test(after) && BigInt(after) >= BigInt(oldest) - 1n && BigInt(after) <= BigInt(newest);
    return { from: known ? after : null, newest };
  }

  /** All ticket events after a position, at most 500, for one who sees all tickets and passes on what others may hear. */
  async all(viewer: Viewer, after: string): Promise<{ readonly events: readonly FollowedEvent[]; readonly more: boolean }> {
    if (!sightOf(viewer)?.all) return { events: [], more: false };
    const events = await this.database.rows<FollowedEvent & Record<string, unknown>>(AFTER, [after]);
    return { events, more: events.length === BATCH };
  }

  /** What this viewer has missed, for consoles whose socket is blocked; without a position, where to begin. At most about 500 events. */
  async since(viewer: Viewer, after: string | null): Promise<readonly DeskEvent[]> {
    const place = await this.place(viewer, after ?? '');
    if (place.from === null) return [bareEvent('RESYNC', place.newest)];
    const heard: DeskEvent[] = [];
    for (let from = place.from; ; ) {
      const { events, more } = await this.all(FEED, from);
      heard.push(...events.filter((event) => mayHear(viewer.actor, event)).map(ticketEvent));
      if (!more || heard.length >= BATCH) return heard;
      from = events.at(-1)!.position;
    }
  }
}
