export interface ThreadMessage {
  readonly entryId: string;
  readonly rfcMessageId: string | null;
  readonly referenceIds: readonly string[];
  readonly direction: 'inbound' | 'outbound';
}

/** What an answer refers to: the customer's last message, its whole chain, and the words to quote. `thread` is newest first. */
export function replyHeaders(thread: readonly ThreadMessage[]): { inReplyTo: string | null; references: readonly string[]; quotedEntryId: string | null } {
  const answered = thread.find((m) => m.direction === 'inbound');
  if (!answered) return { inReplyTo: null, references: [], quotedEntryId: null };
  const references = [...answered.referenceIds, ...(answered.rfcMessageId ? [answered.rfcMessageId] : [])];
  return { inReplyTo: answered.rfcMessageId, references: [...new Set(references)], quotedEntryId: answered.entryId };
}
