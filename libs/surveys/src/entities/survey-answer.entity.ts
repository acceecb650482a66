import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ANSWERED, COLLEAGUE, COMMENT } from '../personal';

/** One revision of an answer. The latest accepted one counts. */
@Entity('survey_answer')
@Unique('survey_answer_revision_uq', ['invitationId', 'revision'])
@Check('survey_answer_status_ck', `status IN ('accepted', 'quarantined', 'rejected', 'superseded')`)
@Check('survey_answer_rating_ck', `rating BETWEEN 0 AND 10`)
@Check('survey_answer_comment_ck', `char_length(comment) <= 1000`)
@Index('survey_answer_status_ix', ['submittedAt', 'id'], { where: `status = 'quarantined'` })
@Index('survey_answer_submitted_ix', ['submittedAt'])
@Index('survey_answer_ticket_ix', ['ticketId'], { where: 'ticket_id IS NOT NULL' })
export class SurveyAnswerEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_answer_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'invitation_id' }) @ForeignKey('SurveyInvitationEntity', { name: 'survey_answer_invitation_fk' })
  invitationId: string;
  @NotPersonal() @Column('integer')
  revision: number;
  @Personal(COMMENT) @Column('jsonb')
  answers: unknown;
  @Personal({ ...ANSWERED, erase: 'keep' }) @Column('integer', { nullable: true })
  rating: number | null;
  @Personal(COMMENT) @Column('text', { nullable: true })
  comment: string | null;
  @Personal({ ...ANSWERED, erase: 'keep' }) @Column('boolean', { name: 'contact_wanted', default: false })
  contactWanted: boolean;
  @NotPersonal('seconds, counts, yes or no') @Column('jsonb', { default: {} })
  signals: unknown;
  @NotPersonal() @Column('text')
  status: string;
  @Personal(ANSWERED) @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt: Date | null;
  @Personal(COLLEAGUE) @Column('uuid', { name: 'reviewed_by', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'survey_answer_staff_fk' })
  reviewedBy: string | null;
  @Personal({ ...COMMENT, provided: false }) @Column('text', { name: 'review_reason', nullable: true })
  reviewReason: string | null;
  @NotPersonal() @Column('uuid', { name: 'ticket_id', nullable: true }) @ForeignKey('TicketEntity', { name: 'survey_answer_ticket_fk' })
  ticketId: string | null;
}
