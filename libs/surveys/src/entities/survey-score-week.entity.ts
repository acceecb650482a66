import { NotPersonal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Counts of accepted answers by week and dimension; no person. Whole numbers, never a rounded score. */
@Entity('survey_score_week')
export class SurveyScoreWeekEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'survey_id', primaryKeyConstraintName: 'survey_score_week_pk' }) @ForeignKey('SurveyEntity', { name: 'survey_score_week_survey_fk' })
  surveyId: string;
  @NotPersonal() @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'survey_score_week_pk' }) @ForeignKey('SurveyVersionEntity', { name: 'survey_score_week_version_fk' })
  versionId: string;
  @NotPersonal() @PrimaryColumn('date', { primaryKeyConstraintName: 'survey_score_week_pk' })
  week: string;
  @NotPersonal() @PrimaryColumn('text', { primaryKeyConstraintName: 'survey_score_week_pk' })
  dimension: string;
  @NotPersonal('a team, shop, category, channel or language') @PrimaryColumn('text', { primaryKeyConstraintName: 'survey_score_week_pk' })
  value: string;
  @NotPersonal() @PrimaryColumn('text', { primaryKeyConstraintName: 'survey_score_week_pk' })
  question: string;
  @NotPersonal() @Column('integer', { array: true })
  counts: number[];
  @NotPersonal() @Column('timestamptz', { name: 'computed_at' })
  computedAt: Date;
}
