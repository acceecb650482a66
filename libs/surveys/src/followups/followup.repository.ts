import { Injectable } from '@nestjs/common';
import { newId } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { FollowupNeed } from './followup.rules';

// Customer, invitation, settling: whoever answers takes the last two in this order, and tickets come after the customer.
const HOLD_CUSTOMER = namedQuery('surveys.hold-customer', 'SELECT id FROM customer WHERE id = (SELECT customer_id FROM survey_invitation WHERE id = $1) FOR KEY SHARE');
const LOCK = namedQuery('surveys.lock-invitation', 'SELECT id FROM survey_invitation WHERE id = $1 FOR UPDATE');
const TAKE = namedQuery('surveys.take-settling', 'SELECT invitation_id FROM survey_settling WHERE invitation_id = $1 AND fence = $2 AND settled_at IS NULL AND release_at <= $3 FOR UPDATE');
const SETTLED = namedQuery('surveys.settled', 'UPDATE survey_settling SET settled_at = $2, lease_until = NULL WHERE invitation_id = $1');
const BECAME = namedQuery('surveys.became-ticket', 'UPDATE survey_answer SET ticket_id = $2 WHERE id = $1');
const FOLLOW = namedQuery('surveys.follow', `
  INSERT INTO survey_followup (id, invitation_id, rule, kind, state, release_at, ticket_id, created_at, settled_at)
  VALUES ($1, $2, $3, $4, CASE $4 WHEN 'contact' THEN 'open' ELSE 'settled' END, $6, $5, $6, CASE $4 WHEN 'contact' THEN NULL ELSE $6::timestamptz END)
  ON CONFLICT (invitation_id, rule) DO NOTHING RETURNING id`);

@Injectable()
export class FollowupRepository {
  constructor(private readonly database: Database) {}

  /** Whether there is something to settle now; the invitation stays locked until the transaction ends. */
  async take(invitationId: string, fence: number, now: Date): Promise<boolean> {
    this.assertTransaction();
    await this.database.rows(HOLD_CUSTOMER, [invitationId]);
    await this.database.rows(LOCK, [invitationId]);
    return (await this.database.one(TAKE, [invitationId, fence, now])) !== null;
  }

  async settled(invitationId: string, now: Date): Promise<void> {
    this.assertTransaction();
    await this.database.rows(SETTLED, [invitationId, now]);
  }

  async became(answerId: string, ticketId: string): Promise<void> {
    this.assertTransaction();
    await this.database.rows(BECAME, [answerId, ticketId]);
  }

  /** @returns whether it is the first of its rule for this invitation */
  async follow(invitationId: string, need: FollowupNeed, ticketId: string, now: Date): Promise<boolean> {
    this.assertTransaction();
    return (await this.database.one(FOLLOW, [newId(), invitationId, need.rule, need.kind, ticketId, now])) !== null;
  }

  private assertTransaction(): void {
    if (!this.database.inTransaction) throw new Error('answers are settled inside a transaction');
  }
}
