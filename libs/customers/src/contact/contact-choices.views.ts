import type { ChoiceSource, ConsentBasis, ConsentPurpose, ContactAnswer, ContactChannel, ObjectionScope, RestrictionGround, SuppressionCause, SuppressionScope } from './contact-terms';

/** When a choice was written down (ISO instant), through which door, in which words; `evidence` is null when there is none or it is hidden. */
interface Noted {
  readonly since: string;
  readonly source: ChoiceSource | null;
  readonly evidence: string | null;
  readonly staffId: string | null;
}

export interface ConsentView extends Noted {
  readonly purpose: ConsentPurpose;
  /** Null is every channel. */
  readonly channel: ContactChannel | null;
  readonly basis: ConsentBasis;
}

export interface ObjectionView extends Noted {
  readonly scope: ObjectionScope;
  readonly channel: ContactChannel | null;
  /** The address it came from; null when it is the person's own. */
  readonly contactPointId: string | null;
}

export interface RestrictionView extends Noted {
  readonly ground: RestrictionGround;
}

export interface SuppressionView extends Noted {
  readonly scope: SuppressionScope;
  readonly cause: SuppressionCause;
  readonly contactPointId: string;
}

/** Whether a kind of message would go by e-mail now, to the address of theirs that takes most. */
export interface OutlookView {
  readonly purpose: ConsentPurpose;
  readonly answer: ContactAnswer;
}

/** What one customer wants to get, as it stands. */
export interface ContactChoicesView {
  readonly outlook: readonly OutlookView[];
  readonly consents: readonly ConsentView[];
  readonly objections: readonly ObjectionView[];
  readonly restrictions: readonly RestrictionView[];
  readonly suppressions: readonly SuppressionView[];
  readonly maskedFields: readonly string[];
}
