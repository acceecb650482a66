import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { COLLEAGUE } from '../personal';

/** The questions, their logic and their words. A row never changes: the trigger `survey_version_stands` refuses all but its activation. */
@Entity('survey_version')
@Unique('survey_version_number_uq', ['surveyId', 'number'])
export class SurveyVersionEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_version_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'survey_id' }) @ForeignKey('SurveyEntity', { name: 'survey_version_survey_fk' })
  surveyId: string;
  @NotPersonal() @Column('integer')
  number: number;
  @NotPersonal('what is asked') @Column('jsonb')
  questions: unknown;
  @NotPersonal('which question follows') @Column('jsonb', { default: [] })
  logic: unknown;
  @NotPersonal('words of ours') @Column('jsonb')
  texts: unknown;
  @NotPersonal() @Column('bytea')
  checksum: Buffer;
  @Personal(COLLEAGUE) @Column('uuid', { name: 'created_by', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'survey_version_staff_fk' })
  createdBy: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal() @Column('timestamptz', { name: 'activated_at', nullable: true })
  activatedAt: Date | null;
}
