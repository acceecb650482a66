import type { DecisionReason, SurveyState } from '../survey.words';

/** What a decision looks at; read anew each time it is made. */
export interface EligibilityFacts {
  readonly survey: { readonly state: SurveyState; readonly startsAt: Date | null; readonly endsAt: Date | null; readonly quota: number | null; readonly invited: number; readonly skipOpenComplaint: boolean; readonly includeInactiveClosed: boolean };
  /** A deliverable address in a permitted channel. */
  readonly address: boolean;
  /** What the gate of customers says; null when there is nobody to ask about. */
  readonly refusal: 'restricted' | 'objection' | 'no_consent' | 'suppressed' | null;
  /** Null for a campaign, which is about no case. */
  readonly ticket: TicketFacts | null;
  readonly invitedBefore: boolean;
  readonly sampled: boolean;
  readonly now: Date;
}

export interface TicketFacts {
  readonly kind: string;
  readonly status: string;
  readonly hasHumanReply: boolean;
  /** Solved by nobody: a rule ended it because it was quiet. */
  readonly closedByInactivity: boolean;
  readonly internal: boolean;
  readonly openComplaintElsewhere: boolean;
}

/** Surveys about these would be about the law or about themselves. */
const NEVER: readonly string[] = ['privacy_request', 'survey'];

/**
 * The first reason against asking, in the order of the specification; `eligible` when there is none. The interval between askings
 * is not here: the database decides it, so that two workers cannot both be right.
 */
export function decideEligibility(facts: EligibilityFacts): DecisionReason {
  const { survey, ticket, now } = facts;
  if (survey.state !== 'active' || (survey.startsAt && now < survey.startsAt) || (survey.endsAt && now >= survey.endsAt) || (survey.quota !== null && survey.invited >= survey.quota)) return 'survey_inactive';
  if (!facts.address) return 'no_address';
  if (facts.refusal) return facts.refusal;
  if (ticket && excluded(ticket, survey)) return 'case_excluded';
  if (ticket && ticket.status !== 'solved' && ticket.status !== 'closed') return 'reopened';
  if (facts.invitedBefore) return 'already_invited';
  if (!facts.sampled) return 'sampled_out';
  return 'eligible';
}

function excluded(ticket: TicketFacts, survey: EligibilityFacts['survey']): boolean {
  return (
    ticket.status === 'spam' || ticket.status === 'merged' || NEVER.includes(ticket.kind) || ticket.internal || !ticket.hasHumanReply ||
    (ticket.closedByInactivity && !survey.includeInactiveClosed) || (ticket.openComplaintElsewhere && survey.skipOpenComplaint)
  );
}
