import { Problem } from '@kaiku/kernel';
import type { EntryView } from '@kaiku/tickets';

/** Something newer stands on the ticket than the author of the reply has seen; nothing was sent. */
export class TicketStale extends Problem {
  readonly code = 'ticket.stale';
  constructor(readonly newer: readonly EntryView[]) {
    super({ count: newer.length });
  }
  override extras(): Record<string, unknown> {
    return { newer: this.newer };
  }
}


/** An address is not one valid address, or one of ours. */
export class RecipientNotAllowed extends Problem {
  readonly code = 'reply.recipient_not_allowed';
}
/** The undo window is over; the mail is on its way. */
export class ReplyTooLateToUndo extends Problem {
  readonly code = 'reply.too_late_to_undo';
}
export class ReplyNotFound extends Problem {
  readonly code = 'reply.not_found';
}
export class AttachmentNotFound extends Problem {
  readonly code = 'attachment.not_found';
}
export class QuarantinedMailNotFound extends Problem {
  readonly code = 'mail.not_found';
}
/** There is nobody to answer by mail: the matter came by phone or without an address. */
export class NobodyToAnswer extends Problem {
  readonly code = 'reply.nobody_to_answer';
}
