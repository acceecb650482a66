import { LIMITS, type Locale } from '@kaiku/kernel';
import type { NoticeCause, OutwardChannel } from '../notice.words';
import { isAboutDeadline } from '../notice.words';
import { wants, type Preference } from '../settings/preference.rules';

/** A delivery with what decides about it, as it is at the moment of sending. */
export interface Delivery {
  readonly id: string;
  readonly channel: OutwardChannel;
  readonly fence: number;
  readonly tries: number;
  readonly releaseAt: string;
  readonly noticeId: string;
  readonly cause: NoticeCause;
  readonly ticketNumber: number | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly read: boolean;
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly active: boolean;
  readonly preferences: readonly Preference[];
  /** Null: about no ticket. */
  readonly ticketOpen: boolean | null;
}

/** Why it is not sent after all; null: it is. Much can have happened since it was put in line, a night in quiet hours for example. */
export function reasonToSkip(d: Delivery, now: Date): string | null {
  if (!d.active) return 'left';
  if (d.read) return 'read';
  if (!wants(d.preferences, d.cause, d.channel)) return 'not_wanted';
  if (d.ticketOpen === false && isAboutDeadline(d.cause)) return 'ticket_ended';
  if (now.getTime() - Date.parse(d.releaseAt) > LIMITS.notice.giveUpHours * 3_600_000) return 'too_old';
  return null;
}

/** What one attempt came to. */
export type Outcome =
  | { readonly result: 'sent' }
  | { readonly result: 'skipped'; readonly code: string }
  | { readonly result: 'refused'; readonly code: string }
  | { readonly result: 'later'; readonly code: string; readonly afterSeconds?: number };

export interface Settled {
  readonly state: 'sent' | 'failed' | 'skipped' | 'queued';
  readonly nextTryAt: Date | null;
  readonly errorCode: string | null;
}

/** Retries as for other mail: 30 s, 2 min, 10 min, 30 min, then hourly, jittered, until it is too old to be news. @param jitter in [0, 1) */
export function settled(d: Pick<Delivery, 'tries' | 'releaseAt'>, outcome: Outcome, now: Date, jitter: number): Settled {
  if (outcome.result === 'sent') return { state: 'sent', nextTryAt: null, errorCode: null };
  if (outcome.result === 'skipped') return { state: 'skipped', nextTryAt: null, errorCode: outcome.code };
  const steps = LIMITS.outbound.retrySeconds;
  const seconds = Math.max(steps[Math.min(Math.max(d.tries, 1), steps.length) - 1]! * (0.5 + jitter / 2), outcome.result === 'later' ? (outcome.afterSeconds ?? 0) : 0);
  const nextTryAt = new Date(now.getTime() + Math.round(seconds * 1000));
  const inTime = nextTryAt.getTime() - Date.parse(d.releaseAt) <= LIMITS.notice.giveUpHours * 3_600_000;
  return outcome.result === 'later' && inTime ? { state: 'queued', nextTryAt, errorCode: outcome.code } : { state: 'failed', nextTryAt: null, errorCode: outcome.code };
}
