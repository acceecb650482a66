import { Injectable } from '@nestjs/common';
import { Database, namedQuery, type DueRow } from '@kaiku/platform';
import type { InvitationState } from '../survey.words';
import type { AfterSending } from './dispatch.rules';

export interface InvitationRow {
  readonly id: string;
  readonly surveyId: string;
  readonly versionId: string;
  readonly customerId: string;
  readonly ticketId: string | null;
  readonly resolutionNo: number;
  readonly contactPointId: string | null;
  readonly addressHash: Buffer;
  readonly language: 'fi' | 'sv' | 'en';
  readonly snapshot: { readonly teamId?: string };
  readonly state: InvitationState;
  readonly plannedAt: string;
  readonly fence: number;
  readonly tries: number;
  readonly messageId: string | null;
  readonly unknownSince: string | null;
  readonly dispatchedAt: string | null;
  readonly expiresAt: string | null;
  readonly createdAt: string;
}

const COLUMNS = `id, survey_id AS "surveyId", version_id AS "versionId", customer_id AS "customerId", ticket_id AS "ticketId", resolution_no AS "resolutionNo", contact_point_id AS "contactPointId",
  address_hash AS "addressHash", language, snapshot, state, planned_at AS "plannedAt", fence, tries, message_id AS "messageId", unknown_since AS "unknownSince", dispatched_at AS "dispatchedAt",
  expires_at AS "expiresAt", created_at AS "createdAt"`;

const GET = namedQuery('surveys.invitation', `SELECT ${COLUMNS} FROM survey_invitation WHERE id = $1`);
const OF_TICKET = namedQuery('surveys.invitations-of-ticket', `SELECT ${COLUMNS} FROM survey_invitation WHERE ticket_id = $1 AND resolution_no < $2 ORDER BY id FOR UPDATE`);
// A dead owner: one that had not begun lets go; of one that was sending nobody knows how far it came.
const EXPIRE = namedQuery('surveys.expire-leases', `
  UPDATE survey_invitation SET state = CASE state WHEN 'sending' THEN 'unknown' ELSE 'planned' END, lease_until = NULL, fence = fence + 1, error_code = 'worker_lost',
    unknown_since = CASE state WHEN 'sending' THEN $1::timestamptz END, next_try_at = $1
  WHERE id IN (SELECT id FROM survey_invitation WHERE state IN ('claimed', 'sending') AND lease_until < clock_timestamp() FOR UPDATE SKIP LOCKED LIMIT 200)`);
const DUE = namedQuery('surveys.due', `
  UPDATE survey_invitation SET fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => $3)
  WHERE id IN (SELECT id FROM survey_invitation
    WHERE state = 'planned' AND coalesce(next_try_at, planned_at) <= $1 AND (lease_until IS NULL OR lease_until < clock_timestamp())
    ORDER BY coalesce(next_try_at, planned_at), id FOR UPDATE SKIP LOCKED LIMIT $2)
  RETURNING id, fence, trace_id AS "traceId"`);
const LET_GO = namedQuery('surveys.let-go', `UPDATE survey_invitation SET lease_until = NULL WHERE id = ANY($1::uuid[]) AND state = 'planned'`);
const DUE_UNKNOWN = namedQuery('surveys.due-unknown', `
  UPDATE survey_invitation SET fence = fence + 1, next_try_at = $1::timestamptz + make_interval(secs => $3)
  WHERE id IN (SELECT id FROM survey_invitation WHERE state = 'unknown' AND next_try_at <= $1 FOR UPDATE SKIP LOCKED LIMIT $2)
  RETURNING id, fence, trace_id AS "traceId"`);
const CLAIM = namedQuery('surveys.claim', `
  UPDATE survey_invitation SET state = 'claimed', claimed_at = $3, tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => $4)
  WHERE id = $1 AND fence = $2 AND state = 'planned' RETURNING id`);
const REPLAN = namedQuery('surveys.replan', `UPDATE survey_invitation SET planned_at = $3, next_try_at = NULL, lease_until = NULL, fence = fence + 1 WHERE id = $1 AND fence = $2 AND state = 'planned' RETURNING id`);
const BEGIN = namedQuery('surveys.begin-sending', `
  UPDATE survey_invitation SET state = 'sending', sending_at = $3, message_id = $4, token_hash = $5, expires_at = $6, lease_until = clock_timestamp() + make_interval(secs => $7)
  WHERE id = $1 AND fence = $2 AND state = 'claimed' RETURNING id`);
const USE_SLOT = namedQuery('surveys.use-slot', `UPDATE survey_contact_slot SET state = 'used' WHERE invitation_id = $1`);
const FREE_SLOT = namedQuery('surveys.free-slot', `UPDATE survey_contact_slot SET state = 'reserved' WHERE invitation_id = $1`);
const RENEW = namedQuery('surveys.renew', `UPDATE survey_invitation SET lease_until = clock_timestamp() + make_interval(secs => $3) WHERE id = $1 AND fence = $2 AND state IN ('claimed', 'sending') RETURNING id, state`);
const FINISH = namedQuery('surveys.finish', `
  UPDATE survey_invitation SET state = $3, next_try_at = $4, error_code = $5, lease_until = NULL, presumed = $7,
    dispatched_at = CASE WHEN $3 = 'sent' THEN coalesce(dispatched_at, $6::timestamptz) END, unknown_since = CASE WHEN $3 = 'unknown' THEN coalesce(unknown_since, $6::timestamptz) END,
    token_hash = CASE WHEN $3 = 'planned' THEN NULL ELSE token_hash END, fence = CASE WHEN $3 = 'planned' THEN fence + 1 ELSE fence END
  WHERE id = $1 AND fence = $2 AND state IN ('claimed', 'sending', 'unknown') RETURNING id`);
const VOID = namedQuery('surveys.void', `UPDATE survey_invitation SET state = 'voided', voided_at = $2, reason = 'reopened', fence = fence + 1 WHERE id = ANY($1::uuid[]) AND state IN ('sent', 'unknown') RETURNING id`);
const BOUNCED = namedQuery('surveys.bounced', `UPDATE survey_invitation SET state = 'bounced', bounced_at = $2, dispatched_at = coalesce(dispatched_at, sending_at) WHERE id = $1 AND state IN ('sent', 'unknown', 'sending')`);
const EXPIRE_OLD = namedQuery('surveys.expire', `UPDATE survey_invitation SET state = 'expired' WHERE id IN (SELECT id FROM survey_invitation WHERE state = 'sent' AND expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id`);

/** Each step is `UPDATE … WHERE id AND fence AND state`: no row means that somebody else has taken over. */
@Injectable()
export class DispatchRepository {
  constructor(private readonly database: Database) {}

  get(id: string): Promise<InvitationRow | null> {
    return this.database.one<InvitationRow & Record<string, unknown>>(GET, [id]);
  }
  /** Of resolutions before this version; locked. */
  ofTicket(ticketId: string, before: number): Promise<InvitationRow[]> {
    return this.database.rows<InvitationRow & Record<string, unknown>>(OF_TICKET, [ticketId, before]);
  }
  claimDue(now: Date, limit: number, leaseSeconds: number): Promise<DueRow[]> {
    return this.database.transaction(async () => {
      await this.database.rows(EXPIRE, [now]);
      return this.database.rows<DueRow & Record<string, unknown>>(DUE, [now, limit, leaseSeconds]);
    });
  }
  async letGo(ids: readonly string[]): Promise<void> {
    await this.database.transaction(() => this.database.rows(LET_GO, [ids]));
  }
  claimUnknown(now: Date, limit: number, againSeconds: number): Promise<DueRow[]> {
    return this.database.transaction(() => this.database.rows<DueRow & Record<string, unknown>>(DUE_UNKNOWN, [now, limit, againSeconds]));
  }
  async claim(id: string, fence: number, now: Date, leaseSeconds: number): Promise<boolean> {
    return (await this.database.rows(CLAIM, [id, fence, now, leaseSeconds])).length === 1;
  }
  async replan(id: string, fence: number, at: Date): Promise<boolean> {
    return (await this.database.rows(REPLAN, [id, fence, at])).length === 1;
  }
  /** What must be committed before the first byte of the mail: its id, the token's hash, and that its days are used. */
  async begin(id: string, fence: number, mail: { messageId: string; tokenHash: Buffer; expiresAt: Date }, now: Date, leaseSeconds: number): Promise<boolean> {
    const ours = (await this.database.rows(BEGIN, [id, fence, now, mail.messageId, mail.tokenHash, mail.expiresAt, leaseSeconds])).length === 1;
    if (ours) await this.database.rows(USE_SLOT, [id]);
    return ours;
  }
  async renew(id: string, fence: number, leaseSeconds: number): Promise<boolean> {
    return (await this.database.transaction(() => this.database.rows(RENEW, [id, fence, leaseSeconds]))).length === 1;
  }
  async finish(id: string, fence: number, next: AfterSending, now: Date): Promise<boolean> {
    const ours = (await this.database.rows(FINISH, [id, fence, next.state, next.nextTryAt, next.errorCode, now, next.presumed ?? false])).length === 1;
    if (ours && next.state === 'planned') await this.database.rows(FREE_SLOT, [id]);
    return ours;
  }
  async voidSent(ids: readonly string[], now: Date): Promise<number> {
    return (await this.database.rows(VOID, [ids, now])).length;
  }
  /** It came back: an answer that was given stays one. */
  async bounced(id: string, now: Date): Promise<void> {
    await this.database.rows(BOUNCED, [id, now]);
  }
  expireOld(now: Date, limit: number): Promise<number> {
    return this.database.transaction(async () => (await this.database.rows(EXPIRE_OLD, [now, limit])).length);
  }
}
