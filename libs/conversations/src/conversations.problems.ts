import { Problem } from '@kaiku/kernel';

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
