import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { TicketFacts } from './eligibility.rules';

/** What is known of a case and its person when it is decided whether to ask. */
export interface Candidate extends TicketFacts {
  readonly ticketId: string;
  readonly number: number;
  readonly customerId: string | null;
  readonly contactPointId: string | null;
  readonly address: string | null;
  readonly language: 'fi' | 'sv' | 'en';
  readonly customerLanguage: 'fi' | 'sv' | 'en' | null;
  readonly teamId: string;
  readonly assigneeId: string | null;
  readonly channel: string;
  readonly solvedAt: string | null;
  /** The ticket's version with which its status last changed: the number of this resolution. */
  readonly statusVersion: number | null;
}

const OF_TICKET = namedQuery('surveys.candidate', `
  SELECT t.id AS "ticketId", t.number, t.kind, t.status, t.has_human_reply AS "hasHumanReply", t.no_reply_reason = 'inactivity' IS TRUE AS "closedByInactivity",
    t.customer_id AS "customerId", p.id AS "contactPointId", p.value AS address, t.language, c.language AS "customerLanguage", t.team_id AS "teamId", t.assignee_id AS "assigneeId", t.channel,
    t.solved_at AS "solvedAt", (t.field_versions->'status'->>'version')::integer AS "statusVersion",
    EXISTS (SELECT FROM staff_member m WHERE m.email = p.value) AS internal,
    EXISTS (SELECT FROM ticket o WHERE o.customer_id = t.customer_id AND o.id <> t.id AND o.kind = 'complaint' AND o.status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'snoozed')) AS "openComplaintElsewhere"
  FROM ticket t LEFT JOIN customer c ON c.id = t.customer_id
    LEFT JOIN LATERAL (
      SELECT cp.id, cp.value FROM customer_contact_point l JOIN contact_point cp ON cp.id = l.contact_point_id
      WHERE l.customer_id = t.customer_id AND cp.kind = 'email' ORDER BY l.verified_at NULLS LAST, l.created_at, cp.id LIMIT 1) p ON true
  WHERE t.id = $1`);
const ADDRESS = namedQuery('surveys.address', `
  SELECT cp.value AS address FROM customer_contact_point l JOIN contact_point cp ON cp.id = l.contact_point_id WHERE l.customer_id = $1 AND l.contact_point_id = $2`);
const UNDECIDED = namedQuery('surveys.undecided', `
  SELECT DISTINCT t.id AS "ticketId", (t.field_versions->'status'->>'version')::integer AS "statusVersion"
  FROM ticket t JOIN survey s ON s.state = 'active' AND s.trigger = 'ticket_solved' JOIN survey_version v ON v.id = s.active_version_id
  WHERE t.status = 'solved' AND t.solved_at >= $1 AND t.solved_at < $2 AND t.solved_at >= v.activated_at AND t.field_versions->'status'->>'version' IS NOT NULL
    AND NOT EXISTS (SELECT FROM survey_decision d WHERE d.survey_id = s.id AND d.ticket_id = t.id AND d.stage = 'plan' AND d.resolution_no = (t.field_versions->'status'->>'version')::integer)
  LIMIT $3`);

@Injectable()
export class CandidateRepository {
  constructor(private readonly database: Database) {}

  ofTicket(ticketId: string): Promise<Candidate | null> {
    return this.database.one<Candidate & Record<string, unknown>>(OF_TICKET, [ticketId]);
  }
  /** The address as it is now; null when the person has it no more. */
  async address(customerId: string, contactPointId: string): Promise<string | null> {
    return (await this.database.one<{ address: string }>(ADDRESS, [customerId, contactPointId]))?.address ?? null;
  }
  /** Tickets solved between two instants of which an active survey has decided nothing. */
  undecided(from: Date, to: Date, limit: number): Promise<{ ticketId: string; statusVersion: number }[]> {
    return this.database.rows(UNDECIDED, [from, to, limit]);
  }
}
