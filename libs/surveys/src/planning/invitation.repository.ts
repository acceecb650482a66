import { Injectable } from '@nestjs/common';
import { newId } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { DecisionReason, DecisionStage } from '../survey.words';

export interface NewInvitation {
  readonly id: string;
  readonly surveyId: string;
  readonly versionId: string;
  readonly customerId: string;
  readonly ticketId: string | null;
  readonly resolutionNo: number;
  readonly contactPointId: string;
  readonly addressHash: Buffer;
  readonly language: string;
  readonly snapshot: unknown;
  readonly plannedAt: Date;
  readonly createdAt: Date;
  readonly traceId: string;
}

export interface NewDecision {
  readonly surveyId: string;
  readonly invitationId: string | null;
  readonly ticketId: string | null;
  readonly resolutionNo: number | null;
  readonly customerId: string | null;
  readonly stage: DecisionStage;
  readonly reason: DecisionReason;
  readonly at: Date;
}

const DECIDED = namedQuery('surveys.decided', `SELECT 1 AS one FROM survey_decision WHERE survey_id = $1 AND ticket_id = $2 AND resolution_no = $3 AND stage = 'plan'`);
const DECIDE = namedQuery('surveys.decide', `
  INSERT INTO survey_decision (id, survey_id, invitation_id, ticket_id, resolution_no, customer_id, stage, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT DO NOTHING RETURNING id`);
const INVITED = namedQuery('surveys.invited', `
  SELECT (SELECT count(*)::int FROM survey_invitation WHERE survey_id = $1 AND state NOT IN ('cancelled', 'failed')) AS "ofSurvey",
    EXISTS (SELECT FROM survey_invitation WHERE survey_id = $1 AND ticket_id = $2 AND resolution_no = $3 AND customer_id = $4) AS before`);
const ON_DAY = namedQuery('surveys.on_day', `
  SELECT count(*)::int AS count FROM survey_invitation WHERE survey_id = $1 AND state NOT IN ('cancelled', 'failed') AND (planned_at AT TIME ZONE $3)::date = $2::date`);
const INSERT = namedQuery('surveys.invite', `
  INSERT INTO survey_invitation (id, survey_id, version_id, customer_id, ticket_id, resolution_no, contact_point_id, address_hash, language, snapshot, state, planned_at, created_at, trace_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'planned', $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`);
// Whoever comes second waits for the first, and then gets no row: the exclusion is the database's, not a reading of ours.
const RESERVE = namedQuery('surveys.reserve', `
  INSERT INTO survey_contact_slot (invitation_id, customer_id, address_hash, blocked, state) VALUES ($1, $2, $3, $4::daterange, 'reserved') ON CONFLICT DO NOTHING RETURNING invitation_id`);
const RELEASE = namedQuery('surveys.release', `DELETE FROM survey_contact_slot WHERE invitation_id = ANY($1::uuid[]) AND state = 'reserved'`);
const COLLIDING = namedQuery('surveys.colliding', `
  SELECT s.invitation_id AS id, s.state = 'used' OR i.state NOT IN ('planned', 'claimed') AS used
  FROM survey_contact_slot s JOIN survey_invitation i ON i.id = s.invitation_id
  WHERE s.invitation_id <> $1 AND (s.customer_id = $2 OR s.address_hash = $3) AND s.blocked && $4::daterange ORDER BY i.id FOR UPDATE`);
const MOVE = namedQuery('surveys.move-slot', `UPDATE survey_contact_slot SET blocked = $2::daterange WHERE invitation_id = $1 AND blocked <> $2::daterange`);
const CANCEL = namedQuery('surveys.cancel', `
  UPDATE survey_invitation SET state = 'cancelled', reason = $2, lease_until = NULL, fence = fence + 1 WHERE id = ANY($1::uuid[]) AND state IN ('planned', 'claimed')
  RETURNING id, survey_id AS "surveyId", customer_id AS "customerId", ticket_id AS "ticketId", resolution_no AS "resolutionNo"`);
const WITHDRAWABLE = namedQuery('surveys.withdrawable', `
  SELECT i.id FROM survey_invitation i JOIN survey s ON s.id = i.survey_id
  WHERE i.state IN ('planned', 'claimed') AND (i.customer_id = ANY($1::uuid[]) OR i.address_hash = ANY($2::bytea[])) AND s.purpose = ANY($3::text[]) AND (NOT $4 OR s.legal_mode = 'strict')
  ORDER BY i.id FOR UPDATE OF i`);

/** What is planned, and why: invitations, decisions and the days that are kept free of others. */
@Injectable()
export class InvitationRepository {
  constructor(private readonly database: Database) {}

  async decided(surveyId: string, ticketId: string, resolutionNo: number): Promise<boolean> {
    return (await this.database.one(DECIDED, [surveyId, ticketId, resolutionNo])) !== null;
  }
  /** False when this resolution has its plan decision already. */
  async decide(d: NewDecision): Promise<boolean> {
    return (await this.database.rows(DECIDE, [newId(), d.surveyId, d.invitationId, d.ticketId, d.resolutionNo, d.customerId, d.stage, d.reason, d.at])).length === 1;
  }
  async invited(surveyId: string, ticketId: string | null, resolutionNo: number, customerId: string | null): Promise<{ ofSurvey: number; before: boolean }> {
    return (await this.database.one<{ ofSurvey: number; before: boolean }>(INVITED, [surveyId, ticketId, resolutionNo, customerId]))!;
  }
  /** How many of a survey are planned for a local date. */
  async onDay(surveyId: string, date: string, zone: string): Promise<number> {
    return (await this.database.one<{ count: number }>(ON_DAY, [surveyId, date, zone]))!.count;
  }
  /** Keeps the days for this invitation; false when they are somebody else's. */
  async reserve(id: string, customerId: string, addressHash: Buffer, blocked: string): Promise<boolean> {
    return (await this.database.rows(RESERVE, [id, customerId, addressHash, blocked])).length === 1;
  }
  async insert(i: NewInvitation): Promise<boolean> {
    const rows = await this.database.rows(INSERT, [
      i.id, i.surveyId, i.versionId, i.customerId, i.ticketId, i.resolutionNo, i.contactPointId, i.addressHash, i.language, JSON.stringify(i.snapshot), i.plannedAt, i.createdAt, i.traceId,
    ]);
    return rows.length === 1;
  }
  /** Moves the days to those of the sending. Reservations in the way that have not left are cancelled; false when one has. */
  async moveSlot(i: { id: string; customerId: string; addressHash: Buffer }, blocked: string, at: Date): Promise<boolean> {
    const inTheWay = await this.database.rows<{ id: string; used: boolean }>(COLLIDING, [i.id, i.customerId, i.addressHash, blocked]);
    if (inTheWay.some((slot) => slot.used)) return false;
    if (inTheWay.length > 0) await this.cancel(inTheWay.map((slot) => slot.id), 'throttled', 'other', at);
    await this.database.rows(MOVE, [i.id, blocked]);
    return true;
  }
  /** What has not left of these people and addresses; locked. */
  async withdrawable(of: { customerIds: readonly string[]; addressHashes: readonly Buffer[]; purposes: readonly string[]; strictOnly: boolean }): Promise<string[]> {
    return (await this.database.rows<{ id: string }>(WITHDRAWABLE, [of.customerIds, of.addressHashes, of.purposes, of.strictOnly])).map((row) => row.id);
  }
  /** Takes back what has not left, gives its days back, and says why. @returns how many */
  async cancel(ids: readonly string[], reason: DecisionReason, stage: DecisionStage, at: Date): Promise<number> {
    if (ids.length === 0) return 0;
    const rows = await this.database.rows<{ id: string; surveyId: string; customerId: string; ticketId: string | null; resolutionNo: number }>(CANCEL, [ids, reason]);
    await this.database.rows(RELEASE, [rows.map((row) => row.id)]);
    for (const row of rows) await this.decide({ ...row, invitationId: row.id, stage, reason, at });
    return rows.length;
  }
}
