import { LIMITS, retryDelayMs, type Attempt } from '@kaiku/kernel';

/**
 * `queued → claimed → data_started → dot_sent → sent | failed | unknown`. A dead owner before the final dot means not sent;
 * after it nobody can know (RFC 1047), which is what `unknown` says.
 */
export type OutboundState = 'queued' | 'claimed' | 'data_started' | 'dot_sent' | 'sent' | 'failed' | 'unknown' | 'undone' | 'bounced';
export type OutboundKind = 'reply' | 'acknowledgement';

export interface Recipient {
  readonly name: string;
  readonly address: string;
  readonly role: 'to' | 'cc';
  readonly outcome?: 'sent' | 'failed' | 'bounced';
  /** SMTP reply code or enhanced status, never the server's words. */
  readonly code?: string;
}

export interface Next {
  readonly state: OutboundState;
  readonly nextTryAt: Date | null;
  readonly errorCode: string | null;
  readonly recipients: readonly Recipient[];
}

export interface Facts {
  readonly tries: number;
  readonly createdAt: Date;
  readonly recipients: readonly Recipient[];
}

/** Decides what an attempt makes of the message. `jitter` is in [0, 1). */
export function afterAttempt(facts: Facts, attempt: Attempt, now: Date, jitter: number): Next {
  if (attempt.result === 'accepted') {
    const recipients = facts.recipients.map((r): Recipient => outcomeOf(r, attempt.refused.get(r.address)));
    return { state: 'sent', nextTryAt: null, errorCode: null, recipients };
  }
  if (attempt.result === 'no_answer' && attempt.dotSent) {
    return { state: 'unknown', nextTryAt: now, errorCode: attempt.code, recipients: facts.recipients };
  }
  const permanent = attempt.result === 'refused' && attempt.permanent;
  const tooOld = now.getTime() - facts.createdAt.getTime() > LIMITS.outbound.giveUpHours * 3_600_000;
  if (permanent || tooOld) {
    const refused = attempt.result === 'refused' ? attempt.refused : undefined;
    return { state: 'failed', nextTryAt: null, errorCode: attempt.code, recipients: facts.recipients.map((r) => ({ ...r, outcome: 'failed', code: refused?.get(r.address) ?? attempt.code })) };
  }
  return { state: 'queued', nextTryAt: new Date(now.getTime() + retryDelayMs(facts.tries, jitter)), errorCode: attempt.code, recipients: facts.recipients };
}

const outcomeOf = (r: Recipient, code: string | undefined): Recipient => (r.outcome ? r : code === undefined ? { ...r, outcome: 'sent' } : { ...r, outcome: 'failed', code });

/** What to do with an outcome nobody knows. `seen` is the relay's answer, null when there is no look-up. */
export function resolveUnknown(kind: OutboundKind, seen: boolean | null, unknownSince: Date, now: Date): { state: OutboundState; nextTryAt: Date | null } {
  if (seen === true) return { state: 'sent', nextTryAt: null };
  if (seen === false) return { state: 'queued', nextTryAt: null };
  // Replies are never lost: sent again with the same Message-ID, so that the customer's program shows one copy.
  if (kind === 'reply') return { state: 'queued', nextTryAt: null };
  const day = 24 * 3_600_000;
  return now.getTime() - unknownSince.getTime() >= day ? { state: 'sent', nextTryAt: null } : { state: 'unknown', nextTryAt: new Date(unknownSince.getTime() + day) };
}

/** What the agent sees. */
export function deliveryState(state: OutboundState, releaseAt: Date, now: Date, recipients: readonly Recipient[]): 'WAITING' | 'QUEUED' | 'SENDING' | 'SENT' | 'BOUNCED' | 'FAILED' | 'UNKNOWN' | 'UNDONE' {
  switch (state) {
    case 'queued':
      return releaseAt > now ? 'WAITING' : 'QUEUED';
    case 'claimed':
    case 'data_started':
    case 'dot_sent':
      return 'SENDING';
    case 'sent':
      return recipients.some((r) => r.outcome === 'failed') ? 'FAILED' : 'SENT';
    case 'failed':
      return 'FAILED';
    case 'unknown':
      return 'UNKNOWN';
    case 'undone':
      return 'UNDONE';
    case 'bounced':
      return 'BOUNCED';
  }
}
