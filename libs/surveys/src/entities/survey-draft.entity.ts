import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COMMENT } from '../personal';

/** What was chosen on earlier pages; no answer yet. */
@Entity('survey_draft')
@Index('survey_draft_updated_ix', ['updatedAt'])
export class SurveyDraftEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'invitation_id', primaryKeyConstraintName: 'survey_draft_pk' }) @ForeignKey('SurveyInvitationEntity', { name: 'survey_draft_invitation_fk' })
  invitationId: string;
  @Personal({ ...COMMENT, erase: 'delete' }) @Column('jsonb')
  answers: unknown;
  @NotPersonal('a time') @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
