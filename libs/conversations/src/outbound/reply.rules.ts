export interface AnsweredMessage {
  readonly entryId: string;
  readonly rfcMessageId: string | null;
  readonly referenceIds: readonly string[];
}

/** What an answer refers to: the customer's last message, its whole chain, and the words to quote. */
export function replyHeaders(answered: AnsweredMessage | null): { inReplyTo: string | null; references: readonly string[]; quotedEntryId: string | null } {
  if (!answered) return { inReplyTo: null, references: [], quotedEntryId: null };
  const references = [...answered.referenceIds, ...(answered.rfcMessageId ? [answered.rfcMessageId] : [])];
  return { inReplyTo: answered.rfcMessageId, references: [...new Set(references)], quotedEntryId: answered.entryId };
}
