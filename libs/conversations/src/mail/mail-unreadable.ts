export const UNREADABLE_REASONS = [
  'too_large',
  'too_deep',
  'too_many_parts',
  'too_many_headers',
  'broken',
  'out_of_time',
  'out_of_memory',
  'thread_died',
] as const;

export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/**
 * This mail cannot be read by the parser: quarantine it with its raw bytes.
 * `message` holds the reason and technical detail only, never words of the mail.
 */
export class MailUnreadable extends Error {
  override readonly name = 'MailUnreadable';

  constructor(
    readonly reason: UnreadableReason,
    detail?: string,
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}
