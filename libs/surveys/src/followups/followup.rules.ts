import type { Answers, StoredVersion } from '../answers/asked';
import { pointOf, SCALE_OF } from '../answers/asked';

/** A point of a question's scale or anything below it asks for a look. */
export interface FollowupRule {
  readonly question: string;
  readonly atMost: number;
}

export type FollowupKind = 'contact' | 'improvement';
export interface FollowupNeed {
  readonly kind: FollowupKind;
  /** One of each per invitation, ever. */
  readonly rule: string;
}

/** The first rule that the answers fall under, or null. Points of "solved?" are 1 no, 2 partly, 3 yes. */
export function lowBy(rules: readonly FollowupRule[], version: Pick<StoredVersion, 'questions'>, answers: Answers): FollowupRule | null {
  return (
    rules.find(({ question, atMost }) => {
      const kind = version.questions.find((q) => q.id === question)?.kind;
      const scale = kind && SCALE_OF[kind];
      return scale !== undefined && answers[question] !== undefined && pointOf(scale, answers[question]!) <= atMost;
    }) ?? null
  );
}

/** Who asks to be contacted is; a low score that does not ask for it is a note to ourselves. */
export function followupOf(rules: readonly FollowupRule[], version: Pick<StoredVersion, 'questions'>, answers: Answers, contactWanted: boolean): FollowupNeed | null {
  if (contactWanted) return { kind: 'contact', rule: 'contact' };
  const low = lowBy(rules, version, answers);
  return low && { kind: 'improvement', rule: `low:${low.question}` };
}
