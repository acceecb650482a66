import { Injectable } from '@nestjs/common';
import { Clock, isId, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { TicketSeenRepository } from '../ticket-seen.repository';
import { sightOf } from '../ticket.rules';

/** Remembers how far somebody has read a ticket. It changes nothing for anybody else, so it tells nobody. */
@Injectable()
export class MarkTicketSeen {
  constructor(
    private readonly database: Database,
    private readonly seen: TicketSeenRepository,
    private readonly clock: Clock,
  ) {}

  /** False when there is no such entry, or not for this person. */
  async run(actor: Actor, input: { readonly ticketId: string; readonly entryId: string }): Promise<boolean> {
    const sight = sightOf(actor);
    if (actor.kind !== 'staff' || !sight || !isId(input.ticketId) || !isId(input.entryId)) return false;
    return this.database.transaction(() => this.seen.mark(actor.id, input.ticketId, input.entryId, this.clock.now(), sight));
  }
}
