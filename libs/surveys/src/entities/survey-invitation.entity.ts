import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ADDRESS_HASH, ASKED } from '../personal';

/**
 * One person asked once about one thing. `planned → claimed → sending → sent | unknown | failed`; `planned | claimed → cancelled`;
 * `sent → bounced | answered | expired | voided`. The address itself is not here: it is read when the mail is made.
 */
@Entity('survey_invitation')
@Unique('survey_invitation_once_uq', ['surveyId', 'ticketId', 'resolutionNo', 'customerId'])
@Unique('survey_invitation_token_uq', ['tokenHash'])
@Unique('survey_invitation_message_uq', ['messageId'])
@Check('survey_invitation_language_ck', `language IN ('fi', 'sv', 'en')`)
@Check('survey_invitation_state_ck', `state IN ('planned', 'claimed', 'sending', 'sent', 'unknown', 'failed', 'cancelled', 'bounced', 'answered', 'expired', 'voided')`)
@Check('survey_invitation_reason_ck', `state <> 'cancelled' OR reason IS NOT NULL`)
@Check('survey_invitation_message_ck', `state NOT IN ('sending', 'sent', 'unknown', 'bounced', 'answered') OR (message_id IS NOT NULL AND token_hash IS NOT NULL AND expires_at IS NOT NULL)`)
@Check('survey_invitation_reminder_ck', `reminder_state IN ('planned', 'sending', 'sent', 'unknown', 'failed', 'cancelled')`)
@Index('survey_invitation_due_ix', { synchronize: false })
@Index('survey_invitation_lease_ix', ['leaseUntil'], { where: `state IN ('claimed', 'sending')` })
@Index('survey_invitation_unknown_ix', ['nextTryAt'], { where: `state = 'unknown'` })
@Index('survey_invitation_expiry_ix', ['expiresAt'], { where: `state = 'sent'` })
@Index('survey_invitation_reminder_ix', ['reminderAt'], { where: `reminder_state = 'planned'` })
@Index('survey_invitation_reminder_lease_ix', ['leaseUntil'], { where: `reminder_state = 'sending'` })
@Index('survey_invitation_customer_ix', ['customerId', 'plannedAt'])
@Index('survey_invitation_ticket_ix', ['ticketId'], { where: 'ticket_id IS NOT NULL' })
@Index('survey_invitation_survey_ix', ['surveyId', 'dispatchedAt'])
export class SurveyInvitationEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_invitation_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'survey_id' }) @ForeignKey('SurveyEntity', { name: 'survey_invitation_survey_fk' })
  surveyId: string;
  @NotPersonal() @Column('uuid', { name: 'version_id' }) @ForeignKey('SurveyVersionEntity', { name: 'survey_invitation_version_fk' })
  versionId: string;
  @Personal({ ...ASKED, erase: 'keep' }) @Column('uuid', { name: 'customer_id' }) @ForeignKey('CustomerEntity', { name: 'survey_invitation_customer_fk' })
  customerId: string;
  @NotPersonal() @Column('uuid', { name: 'ticket_id', nullable: true }) @ForeignKey('TicketEntity', { name: 'survey_invitation_ticket_fk' })
  ticketId: string | null;
  @NotPersonal() @Column('integer', { name: 'resolution_no', default: 1 })
  resolutionNo: number;
  @Personal(ASKED) @Column('uuid', { name: 'contact_point_id', nullable: true })
  contactPointId: string | null;
  @Personal(ADDRESS_HASH) @Column('bytea', { name: 'address_hash' })
  addressHash: Buffer;
  @Personal({ ...ASKED, erase: 'keep' }) @Column('text')
  language: string;
  @NotPersonal('team, agent, shop and category by id or code') @Column('jsonb', { default: {} })
  snapshot: unknown;
  @NotPersonal() @Column('text')
  state: string;
  @NotPersonal('a code') @Column('text', { nullable: true })
  reason: string | null;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'planned_at' })
  plannedAt: Date;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;
  @NotPersonal() @Column('integer', { default: 0 })
  fence: number;
  @NotPersonal() @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;
  @NotPersonal() @Column('integer', { default: 0 })
  tries: number;
  @NotPersonal('technical code') @Column('text', { name: 'error_code', nullable: true })
  errorCode: string | null;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'sending_at', nullable: true })
  sendingAt: Date | null;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt: Date | null;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'unknown_since', nullable: true })
  unknownSince: Date | null;
  @NotPersonal() @Column('boolean', { default: false })
  presumed: boolean;
  @NotPersonal('a time') @Column('timestamptz', { name: 'bounced_at', nullable: true })
  bouncedAt: Date | null;
  @NotPersonal('an id of ours') @Column('text', { name: 'message_id', nullable: true })
  messageId: string | null;
  @NotPersonal('hash of a random token') @Column('bytea', { name: 'token_hash', nullable: true })
  tokenHash: Buffer | null;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;
  @Personal(ASKED) @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt: Date | null;
  @NotPersonal() @Column('text', { name: 'reminder_state', nullable: true })
  reminderState: string | null;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'reminder_at', nullable: true })
  reminderAt: Date | null;
  @NotPersonal('an id of ours') @Column('text', { name: 'reminder_message_id', nullable: true })
  reminderMessageId: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal() @Column('text', { name: 'trace_id' })
  traceId: string;
}
