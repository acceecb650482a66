import { Injectable } from '@nestjs/common';
import { DraftedTickets } from '@kaiku/tickets';
import { DraftRepository } from './draft.repository';

/** Tells tickets which of them somebody has begun an answer to. */
@Injectable()
export class DraftedTicketsOfConversations extends DraftedTickets {
  constructor(private readonly drafts: DraftRepository) {
    super();
  }

  async ticketIdsOf(staffId: string): Promise<readonly string[]> {
    return [...new Set((await this.drafts.own(staffId)).map((d) => d.ticketId))];
  }
}
