/** The closed sets of words of surveys. Keys are what the API says, values what is stored. */
export const SurveyState = { DRAFT: 'draft', ACTIVE: 'active', STOPPED: 'stopped' } as const;
export type SurveyState = (typeof SurveyState)[keyof typeof SurveyState];

export const SurveyPurpose = { SERVICE_QUALITY: 'service_quality', MARKET_RESEARCH: 'market_research', OPINION_RESEARCH: 'opinion_research' } as const;
export type SurveyPurpose = (typeof SurveyPurpose)[keyof typeof SurveyPurpose];

export const SurveyTrigger = { TICKET_SOLVED: 'ticket_solved', CAMPAIGN: 'campaign' } as const;
export type SurveyTrigger = (typeof SurveyTrigger)[keyof typeof SurveyTrigger];

export const SurveyMode = { IDENTIFIED: 'identified', ANONYMOUS: 'anonymous' } as const;
export type SurveyMode = (typeof SurveyMode)[keyof typeof SurveyMode];

export const LegalMode = { SERVICE: 'service', STRICT: 'strict' } as const;
export type LegalMode = (typeof LegalMode)[keyof typeof LegalMode];

export const InvitationState = {
  PLANNED: 'planned', CLAIMED: 'claimed', SENDING: 'sending', SENT: 'sent', UNKNOWN: 'unknown', FAILED: 'failed', CANCELLED: 'cancelled',
  BOUNCED: 'bounced', ANSWERED: 'answered', EXPIRED: 'expired', VOIDED: 'voided',
} as const;
export type InvitationState = (typeof InvitationState)[keyof typeof InvitationState];

/** Why somebody is asked or is not. */
export const DecisionReason = {
  ELIGIBLE: 'eligible', SURVEY_INACTIVE: 'survey_inactive', NO_ADDRESS: 'no_address', RESTRICTED: 'restricted', OBJECTION: 'objection', NO_CONSENT: 'no_consent', SUPPRESSED: 'suppressed',
  CASE_EXCLUDED: 'case_excluded', REOPENED: 'reopened', ALREADY_INVITED: 'already_invited', SAMPLED_OUT: 'sampled_out', THROTTLED: 'throttled', UNSUBSCRIBED: 'unsubscribed', BY_STAFF: 'by_staff',
  ANSWERED: 'answered', TOO_LATE: 'too_late', MERGED: 'merged', ADDRESS_CHANGED: 'address_changed',
} as const;
export type DecisionReason = (typeof DecisionReason)[keyof typeof DecisionReason];
export type DecisionStage = 'plan' | 'claim' | 'send' | 'remind' | 'other';

export const QuestionKind = { CSAT: 'csat', NPS: 'nps', CES: 'ces', SOLVED: 'solved', CHOICE: 'choice', TEXT: 'text' } as const;
export type QuestionKind = (typeof QuestionKind)[keyof typeof QuestionKind];

/**
 * One question. What people read is in the version's texts: `q.<id>` the question, `q.<id>.<value>` each label, `q.<id>.help`
 * optional. Values: csat 1–5, nps 0–10, ces 1–7, solved `yes` `partly` `no`, choice its own codes, text up to 1,000 characters.
 */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly required?: boolean;
  /** Codes of a choice. */
  readonly options?: readonly string[];
  /** A new page begins here. */
  readonly newPage?: boolean;
}

/** If the answer to `question` is one of `in`, the next one is `goTo`; `end` ends. Forward only. */
export interface LogicRule {
  readonly question: string;
  readonly in: readonly (string | number)[];
  readonly goTo: string;
}

export type SurveyLanguage = 'fi' | 'sv' | 'en';
/** By language, then by key. */
export type SurveyTexts = Readonly<Record<SurveyLanguage, Readonly<Record<string, string>>>>;

/** What the answers of a question can be, as they are stored; null for free text. */
export function valuesOf(question: Question): readonly (string | number)[] | null {
  switch (question.kind) {
    case 'csat': return [1, 2, 3, 4, 5];
    case 'nps': return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    case 'ces': return [1, 2, 3, 4, 5, 6, 7];
    case 'solved': return ['yes', 'partly', 'no'];
    case 'choice': return question.options ?? [];
    case 'text': return null;
  }
}
