/** Port: which tickets somebody has begun an answer to. Drafts belong to a library above this one; without it there are none. */
export abstract class DraftedTickets {
  /** Ids of tickets with a draft of this staff member, newest draft first, at most 2,000. */
  abstract ticketIdsOf(staffId: string): Promise<readonly string[]>;
}
