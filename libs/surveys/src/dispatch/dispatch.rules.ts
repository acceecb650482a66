import { LIMITS, retryDelayMs, type Attempt } from '@kaiku/kernel';
import type { InvitationState } from '../survey.words';

/** What becomes of an invitation after an attempt. */
export interface AfterSending {
  readonly state: Extract<InvitationState, 'planned' | 'sent' | 'failed' | 'unknown'>;
  readonly nextTryAt: Date | null;
  readonly errorCode: string | null;
  readonly presumed?: boolean;
}

/**
 * A survey is sent at most once: what was refused before the end is tried again, five times within 48 hours; what ended without
 * an answer is unknown and stays so until somebody can say whether it arrived. `jitter` is in [0, 1).
 */
export function afterSending(facts: { readonly tries: number; readonly createdAt: Date }, attempt: Attempt, now: Date, jitter: number): AfterSending {
  if (attempt.result === 'accepted') {
    const [refused] = attempt.refused.values();
    return refused === undefined ? { state: 'sent', nextTryAt: null, errorCode: null } : { state: 'failed', nextTryAt: null, errorCode: refused };
  }
  if (attempt.result === 'no_answer' && attempt.dotSent) return { state: 'unknown', nextTryAt: now, errorCode: attempt.code };
  const tooOld = now.getTime() - facts.createdAt.getTime() > LIMITS.outbound.giveUpHours * 3_600_000;
  if ((attempt.result === 'refused' && attempt.permanent) || tooOld || facts.tries >= LIMITS.surveySending.tries) return { state: 'failed', nextTryAt: null, errorCode: attempt.code };
  return { state: 'planned', nextTryAt: new Date(now.getTime() + retryDelayMs(facts.tries, jitter)), errorCode: attempt.code };
}

/** What to do with an outcome nobody knows. `seen` is the relay's answer, null when it cannot be asked: then never again, and after a day it counts as sent. */
export function afterLookup(seen: boolean | null, unknownSince: Date, now: Date): AfterSending {
  if (seen === true) return { state: 'sent', nextTryAt: null, errorCode: null };
  if (seen === false) return { state: 'planned', nextTryAt: null, errorCode: 'not_seen' };
  const end = new Date(unknownSince.getTime() + LIMITS.surveySending.presumedHours * 3_600_000);
  return now >= end ? { state: 'sent', nextTryAt: null, errorCode: null, presumed: true } : { state: 'unknown', nextTryAt: end, errorCode: 'unknown' };
}

/** Refusals that are about us and not about the recipient: the provider wants to be left alone. */
export const slowsDown = (attempt: Attempt): boolean => attempt.result === 'refused' ? ['421', '450', '451'].includes(attempt.code) : attempt.result === 'no_answer' && !attempt.dotSent;

/** Until when a provider is left alone after so many refusals in a row. */
export const backOffUntil = (failures: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(LIMITS.surveySending.backOffSeconds * 2 ** Math.min(failures - 1, 12), LIMITS.surveySending.backOffMaxSeconds) * 1000);
