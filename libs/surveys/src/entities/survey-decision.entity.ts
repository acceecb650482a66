import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ASKED } from '../personal';

/** Why somebody was asked or was not: rows are only ever added. */
@Entity('survey_decision')
@Check('survey_decision_stage_ck', `stage IN ('plan', 'claim', 'send', 'remind', 'other')`)
@Check('survey_decision_reason_ck', `reason IN ('eligible', 'survey_inactive', 'no_address', 'restricted', 'objection', 'no_consent', 'suppressed',
          'case_excluded', 'reopened', 'already_invited', 'sampled_out', 'throttled', 'unsubscribed', 'by_staff', 'answered', 'too_late', 'merged', 'address_changed')`)
@Index('survey_decision_plan_uq', ['surveyId', 'ticketId', 'resolutionNo'], { unique: true, where: `stage = 'plan' AND ticket_id IS NOT NULL` })
@Index('survey_decision_survey_ix', ['surveyId', 'at'])
@Index('survey_decision_invitation_ix', ['invitationId'], { where: 'invitation_id IS NOT NULL' })
export class SurveyDecisionEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_decision_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'survey_id' }) @ForeignKey('SurveyEntity', { name: 'survey_decision_survey_fk' })
  surveyId: string;
  @NotPersonal() @Column('uuid', { name: 'invitation_id', nullable: true }) @ForeignKey('SurveyInvitationEntity', { name: 'survey_decision_invitation_fk' })
  invitationId: string | null;
  @NotPersonal() @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId: string | null;
  @NotPersonal() @Column('integer', { name: 'resolution_no', nullable: true })
  resolutionNo: number | null;
  @Personal(ASKED) @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;
  @NotPersonal() @Column('text')
  stage: string;
  @NotPersonal('a code') @Column('text')
  reason: string;
  @NotPersonal('a time of ours') @Column('timestamptz')
  at: Date;
}
