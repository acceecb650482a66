import { Injectable } from '@nestjs/common';
import { LIMITS, newId } from '@kaiku/kernel';
import { Database, namedQuery, type DueRow } from '@kaiku/platform';
import type { Answers } from './asked';
import type { AnswerSignals, QuarantineReason } from './quarantine.rules';

export interface NewRevision {
  readonly invitationId: string;
  readonly revision: number;
  readonly answers: Answers;
  readonly rating: number | null;
  readonly comment: string | null;
  readonly contactWanted: boolean;
  readonly signals: AnswerSignals & { readonly suspicion: QuarantineReason | null };
  readonly submittedAt: Date;
}

export interface RecentAnswer {
  readonly id: string;
  readonly rating: number | null;
  readonly comment: string | null;
}

const LOCK = namedQuery('surveys.lock-link', 'SELECT id FROM survey_invitation WHERE token_hash = $1 FOR UPDATE');
const INSERT = namedQuery('surveys.insert-answer', `
  INSERT INTO survey_answer (id, invitation_id, revision, answers, rating, comment, contact_wanted, signals, status, submitted_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`);
const EXTEND = namedQuery('surveys.extend-answer', `
  UPDATE survey_answer SET answers = $3, rating = $4, comment = $5, status = $6 WHERE invitation_id = $1 AND revision = $2`);
// Only the newest accepted one counts; one that waited for a look is settled by a person's own answer.
const SUPERSEDE = namedQuery('surveys.supersede', `
  UPDATE survey_answer SET status = 'superseded' WHERE invitation_id = $1 AND revision <> $2 AND status IN ('accepted', 'quarantined')`);
const HOLD = namedQuery('surveys.hold-answers', `UPDATE survey_answer SET status = 'quarantined', signals = signals || jsonb_build_object('suspicion', $2::text) WHERE id = ANY($1) AND status IN ('accepted', 'superseded')`);
const OF_LINK = namedQuery('surveys.recent-of-link', `
  SELECT id, rating, comment FROM survey_answer WHERE invitation_id = $1 AND submitted_at > $2 AND status <> 'rejected'`);
const ALIKE = namedQuery('surveys.alike', `
  WITH mine AS (SELECT split_part(p.value, '@', 2) AS domain FROM survey_invitation i JOIN contact_point p ON p.id = i.contact_point_id WHERE i.id = $1 AND p.kind = 'email')
  SELECT a.id, a.rating, a.comment FROM survey_answer a JOIN survey_invitation i ON i.id = a.invitation_id JOIN contact_point p ON p.id = i.contact_point_id JOIN mine ON mine.domain = split_part(p.value, '@', 2)
  WHERE a.submitted_at > $2 AND a.rating = $3 AND a.invitation_id <> $1 AND coalesce(length(regexp_replace(a.comment, '\\s', '', 'g')), 0) < ${LIMITS.surveyAnswer.writtenCharacters} AND a.status IN ('accepted', 'quarantined')`);
const ANSWERED = namedQuery('surveys.mark-answered', `
  UPDATE survey_invitation SET answered_at = coalesce(answered_at, $2), state = CASE WHEN state IN ('sent', 'unknown') THEN 'answered' ELSE state END WHERE id = $1`);
// Accepted by mistake: without an accepted answer the link is as open as before.
const UNANSWERED = namedQuery('surveys.mark-unanswered', `
  UPDATE survey_invitation i SET answered_at = NULL, state = CASE WHEN state = 'answered' THEN 'sent' ELSE state END
  WHERE i.id = ANY(SELECT invitation_id FROM survey_answer WHERE id = ANY($1)) AND NOT EXISTS (SELECT FROM survey_answer a WHERE a.invitation_id = i.id AND a.status = 'accepted')`);
const SETTLE_LATER = namedQuery('surveys.settle-later', `
  INSERT INTO survey_settling (invitation_id, release_at) VALUES ($1, $2)
  ON CONFLICT (invitation_id) DO UPDATE SET release_at = excluded.release_at, settled_at = NULL, lease_until = NULL`);
const CLAIM = namedQuery('surveys.claim-settling', `
  WITH due AS (SELECT invitation_id FROM survey_settling WHERE settled_at IS NULL AND release_at <= $1 AND (lease_until IS NULL OR lease_until < clock_timestamp())
    ORDER BY release_at, invitation_id LIMIT $2 FOR UPDATE SKIP LOCKED)
  UPDATE survey_settling s SET fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => ${LIMITS.sweep.leaseSeconds}) FROM due WHERE s.invitation_id = due.invitation_id
  RETURNING s.invitation_id AS id, s.fence`);

const LOCK_HELD = namedQuery('surveys.lock-held', `
  WITH invitation AS (SELECT id FROM survey_invitation WHERE id = (SELECT invitation_id FROM survey_answer WHERE id = $1) FOR UPDATE)
  SELECT a.invitation_id AS "invitationId", a.revision FROM survey_answer a JOIN invitation ON invitation.id = a.invitation_id WHERE a.id = $1 AND a.status = 'quarantined' FOR UPDATE OF a`);
const REVIEW = namedQuery('surveys.review-answer', 'UPDATE survey_answer SET status = $2, reviewed_by = $3, review_reason = $4, reviewed_at = $5 WHERE id = $1');

/** Writing of answers. Every statement belongs into a transaction that holds the invitation. */
@Injectable()
export class AnswerRepository {
  constructor(private readonly database: Database) {}

  /** Waits for whoever answers with the same link. @returns whether there is such a link */
  async lock(tokenHash: Buffer): Promise<boolean> {
    this.assertTransaction();
    return (await this.database.one(LOCK, [tokenHash])) !== null;
  }

  async insert(r: NewRevision): Promise<void> {
    this.assertTransaction();
    await this.database.rows(INSERT, [newId(), r.invitationId, r.revision, JSON.stringify(r.answers), r.rating, r.comment, r.contactWanted, JSON.stringify(r.signals), r.signals.suspicion ? 'quarantined' : 'accepted', r.submittedAt]);
  }

  /** A later page adds to the revision that the first one made. */
  async extend(invitationId: string, revision: number, r: Pick<NewRevision, 'answers' | 'rating' | 'comment'>, status: string): Promise<void> {
    this.assertTransaction();
    await this.database.rows(EXTEND, [invitationId, revision, JSON.stringify(r.answers), r.rating, r.comment, status]);
  }

  async count(invitationId: string, revision: number, at: Date): Promise<void> {
    this.assertTransaction();
    await this.database.rows(SUPERSEDE, [invitationId, revision]);
    await this.database.rows(ANSWERED, [invitationId, at]);
  }

  /** What was taken before it became suspect waits for a look as well. */
  async hold(ids: readonly string[], suspicion: QuarantineReason): Promise<void> {
    this.assertTransaction();
    await this.database.rows(HOLD, [ids, suspicion]);
    await this.database.rows(UNANSWERED, [ids]);
  }

  /** Sent with this link since. */
  ofLink(invitationId: string, since: Date): Promise<RecentAnswer[]> {
    return this.database.rows(OF_LINK, [invitationId, since]);
  }

  /** Sent since to addresses of the same mail domain, with this rating and without a comment. */
  alike(invitationId: string, rating: number | null, since: Date): Promise<RecentAnswer[]> {
    return this.database.rows(ALIKE, [invitationId, since, rating]);
  }

  /** The answer with its invitation, if it still waits for a look. */
  async lockHeld(answerId: string): Promise<{ readonly invitationId: string; readonly revision: number } | null> {
    this.assertTransaction();
    return this.database.one<{ invitationId: string; revision: number }>(LOCK_HELD, [answerId]);
  }

  async review(answerId: string, status: 'accepted' | 'rejected', by: string | null, reason: string, at: Date): Promise<void> {
    this.assertTransaction();
    await this.database.rows(REVIEW, [answerId, status, by, reason, at]);
  }

  async settleLater(invitationId: string, at: Date): Promise<void> {
    this.assertTransaction();
    await this.database.rows(SETTLE_LATER, [invitationId, at]);
  }

  claim(now: Date, limit: number): Promise<readonly DueRow[]> {
    return this.database.transaction(() => this.database.rows<{ id: string; fence: number }>(CLAIM, [now, limit]));
  }

  private assertTransaction(): void {
    if (!this.database.inTransaction) throw new Error('answers are changed inside a transaction');
  }
}
