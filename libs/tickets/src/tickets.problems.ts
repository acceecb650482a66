import { Problem } from '@kaiku/kernel';

/** There is no such ticket, or not for this person: the answer is the same. */
export class TicketNotFound extends Problem {
  readonly code = 'ticket.not_found';
}

/** Somebody changed the same field since the version the sender saw. Both values are given; nothing was changed. */
export class TicketConflict extends Problem {
  readonly code = 'ticket.conflict';
  /** The ticket as it is now, for the answer; set by whoever answers. */
  ticket: unknown = null;
  constructor(readonly conflict: { readonly ticketId: string; readonly field: string; readonly yours: unknown; readonly theirs: unknown; readonly changedBy: string | null }) {
    super({ field: conflict.field });
  }
  override extras(): Record<string, unknown> {
    const { field, yours, theirs, changedBy } = this.conflict;
    return { field, yours, theirs, changedBy, ticket: this.ticket };
  }
}

/** The customer waits for no answer: there is nothing to waive. */
export class NoReplyAwaited extends Problem {
  readonly code = 'ticket.no_reply_awaited';
}

export class TicketAlreadySolved extends Problem {
  readonly code = 'ticket.already_solved';
}

export class TicketNotSolved extends Problem {
  readonly code = 'ticket.not_solved';
}

/** The reopen window is over, or the ticket is merged or spam: what comes now is a new, linked ticket. */
export class TicketNotReopenable extends Problem {
  readonly code = 'ticket.not_reopenable';
}

/** The state table has no such step. `from` and `to` are statuses as the API says them. */
export class TicketStatusNotAllowed extends Problem {
  readonly code = 'ticket.status_not_allowed';
  constructor(from: string, to: string) {
    super({ from: from.toUpperCase(), to: to.toUpperCase() });
  }
}

/** A ticket ends with a person's answer or with a recorded reason for none. */
export class SolveNeedsReplyOrReason extends Problem {
  readonly code = 'ticket.needs_reply_or_reason';
}

/** Unknown, deactivated, or without sight of the ticket's team. */
export class AssigneeNotAllowed extends Problem {
  readonly code = 'ticket.assignee_not_allowed';
}
