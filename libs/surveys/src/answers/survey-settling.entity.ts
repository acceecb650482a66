import { NotPersonal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That an answer is still to be carried on: into its ticket, and to whoever must act on it. One row per invitation, due anew with each revision. */
@Entity('survey_settling')
@Index('survey_settling_due_ix', ['releaseAt', 'invitationId'], { where: 'settled_at IS NULL' })
export class SurveySettlingEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'invitation_id', primaryKeyConstraintName: 'survey_settling_pk' }) @ForeignKey('SurveyInvitationEntity', { name: 'survey_settling_invitation_fk' })
  invitationId: string;
  @NotPersonal('a time of ours') @Column('timestamptz', { name: 'release_at' })
  releaseAt: Date;
  @NotPersonal() @Column('integer', { default: 0 })
  fence: number;
  @NotPersonal() @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;
  @NotPersonal() @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;
}
