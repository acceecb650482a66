import { Injectable } from '@nestjs/common';
import type { Locale, Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { Answers, StoredVersion } from '../answers/asked';
import type { FollowupRule } from './followup.rules';

export interface SettlingView extends StoredVersion {
  readonly invitationId: string;
  readonly surveyId: string;
  readonly language: Locale;
  readonly customerId: string;
  readonly ticketId: string | null;
  readonly teamId: string | null;
  /** Who had the case when it was solved: whose work was rated. */
  readonly agentId: string | null;
  readonly followupRules: readonly FollowupRule[];
  /** The answer that counts; null: none does, or none any more. */
  readonly answer: { readonly id: string; readonly answers: Answers; readonly contactWanted: boolean; readonly submittedAt: string; readonly ticketId: string | null } | null;
  /** The ticket that an earlier revision became. */
  readonly answerTicketId: string | null;
}

const BY_INVITATION = namedQuery('surveys.settling', `
  SELECT i.id AS "invitationId", i.survey_id AS "surveyId", i.language, i.customer_id AS "customerId", i.ticket_id AS "ticketId", coalesce(i.snapshot->>'teamId', t.team_id::text) AS "teamId",
    coalesce(i.snapshot->>'agentId', t.assignee_id::text) AS "agentId", s.followup_rules AS "followupRules", v.questions, v.logic, v.texts,
    (SELECT json_build_object('id', a.id, 'answers', a.answers, 'contactWanted', a.contact_wanted, 'submittedAt', a.submitted_at, 'ticketId', a.ticket_id)
     FROM survey_answer a WHERE a.invitation_id = i.id AND a.status = 'accepted' ORDER BY a.revision DESC LIMIT 1) AS answer,
    (SELECT a.ticket_id FROM survey_answer a WHERE a.invitation_id = i.id AND a.ticket_id IS NOT NULL ORDER BY a.revision DESC LIMIT 1) AS "answerTicketId"
  FROM survey_invitation i JOIN survey s ON s.id = i.survey_id JOIN survey_version v ON v.id = i.version_id LEFT JOIN ticket t ON t.id = i.ticket_id
  WHERE i.id = $1`);
// Not the one whose work was rated. Of several, the one with the fewest open matters.
const LEAD = namedQuery('surveys.lead', `
  SELECT m.id FROM team_member tm JOIN staff_member m ON m.id = tm.staff_id
  WHERE tm.team_id = $1 AND tm.lead AND m.active AND m.id IS DISTINCT FROM $2
  ORDER BY (SELECT count(*) FROM ticket t WHERE t.assignee_id = m.id AND t.status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed')), m.id LIMIT 1`);
const SOME_TEAM = namedQuery('surveys.some-team', 'SELECT id FROM team ORDER BY name, id LIMIT 1');

@Injectable()
export class SettlingQueries {
  constructor(private readonly database: Database) {}

  byInvitation(_viewer: Viewer, invitationId: string): Promise<SettlingView | null> {
    return this.database.one<SettlingView & Record<string, unknown>>(BY_INVITATION, [invitationId]);
  }

  /** Who leads the team, but the one named. Null: nobody does. */
  async leadOf(_viewer: Viewer, teamId: string, but: string | null): Promise<string | null> {
    return (await this.database.one<{ id: string }>(LEAD, [teamId, but]))?.id ?? null;
  }

  /** For an answer to a campaign, which came from no team's case. */
  async someTeam(_viewer: Viewer): Promise<string | null> {
    return (await this.database.one<{ id: string }>(SOME_TEAM))?.id ?? null;
  }
}
