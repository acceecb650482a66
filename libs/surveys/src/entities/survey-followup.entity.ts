import { NotPersonal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What an answer asks of us: to get in touch, or a note on what to do better. One per invitation and rule, ever. */
@Entity('survey_followup')
@Unique('survey_followup_rule_uq', ['invitationId', 'rule'])
@Check('survey_followup_kind_ck', `kind IN ('contact', 'improvement')`)
@Check('survey_followup_state_ck', `state IN ('waiting', 'open', 'dropped', 'settled')`)
@Check('survey_followup_outcome_ck', `outcome IN ('fixed', 'explained', 'compensated', 'no_contact', 'unjustified')`)
@Index('survey_followup_due_ix', ['releaseAt', 'id'], { where: `state = 'waiting'` })
export class SurveyFollowupEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_followup_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'invitation_id' }) @ForeignKey('SurveyInvitationEntity', { name: 'survey_followup_invitation_fk' })
  invitationId: string;
  @NotPersonal() @Column('text')
  rule: string;
  @NotPersonal() @Column('text')
  kind: string;
  @NotPersonal() @Column('text')
  state: string;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'release_at' })
  releaseAt: Date;
  @NotPersonal() @Column('integer', { default: 0 })
  fence: number;
  @NotPersonal() @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;
  @NotPersonal() @Column('uuid', { name: 'ticket_id', nullable: true }) @ForeignKey('TicketEntity', { name: 'survey_followup_ticket_fk' })
  ticketId: string | null;
  @NotPersonal() @Column('text', { nullable: true })
  outcome: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal() @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;
}
