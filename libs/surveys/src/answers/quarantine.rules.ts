import { LIMITS } from '@kaiku/kernel';

/** Why an answer waits for somebody to look at it. */
export type QuarantineReason = 'trap_filled' | 'ratings_changed' | 'too_fast' | 'same_from_domain';

/** What is kept of how an answer came; of the person, their network or browser there is nothing. */
export interface AnswerSignals {
  /** Seconds from the mail's leaving to this answer. Null: nothing was mailed. */
  readonly sinceDispatch: number | null;
  /** Seconds from the showing of the form to this answer. */
  readonly sinceShown: number;
  /** Answers sent with this link, this one included. */
  readonly posts: number;
  readonly trapFilled: boolean;
}

export interface AnswerTrail {
  readonly signals: AnswerSignals;
  readonly rating: number | null;
  readonly comment: string | null;
  /** Ratings sent with this link in the last minute without a comment, this one left out. */
  readonly ratingsInMinute: readonly (number | null)[];
  /** Answers of the last minute to addresses of the same mail domain with this rating and no comment, this one left out. */
  readonly alikeInMinute: number;
}

/** A comment somebody wrote: three characters that are not blank. */
export const isWritten = (comment: string | null): boolean => [...(comment ?? '').replace(/\s/gu, '')].length >= LIMITS.surveyAnswer.writtenCharacters;

/** Null: a person's answer, as far as one can tell. A written comment lifts every suspicion but that of the trap. */
export function suspicionOf({ signals, rating, comment, ratingsInMinute, alikeInMinute }: AnswerTrail): QuarantineReason | null {
  if (signals.trapFilled) return 'trap_filled';
  if (isWritten(comment)) return null;
  if (ratingsInMinute.some((other) => other !== rating)) return 'ratings_changed';
  if (signals.sinceShown < LIMITS.surveyAnswer.fastShownSeconds && signals.sinceDispatch !== null && signals.sinceDispatch < LIMITS.surveyAnswer.fastDispatchSeconds) return 'too_fast';
  return alikeInMinute + 1 > LIMITS.surveyAnswer.alikePerMinute ? 'same_from_domain' : null;
}
