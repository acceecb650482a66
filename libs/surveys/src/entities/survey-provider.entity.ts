import { NotPersonal } from '@kaiku/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether survey mail may go out by a provider now. */
@Entity('survey_provider')
export class SurveyProviderEntity {
  @NotPersonal('name of a mail provider of ours') @PrimaryColumn('text', { primaryKeyConstraintName: 'survey_provider_pk' })
  name: string;
  @NotPersonal('a code') @Column('text', { name: 'paused_reason', nullable: true })
  pausedReason: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt: Date | null;
  @NotPersonal() @Column('timestamptz', { name: 'back_off_until', nullable: true })
  backOffUntil: Date | null;
  @NotPersonal() @Column('integer', { default: 0 })
  failures: number;
}
