import { NotPersonal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What is asked, of whom, when and under which gate. The words are in its versions. */
@Entity('survey')
@Unique('survey_key_uq', ['key'])
@Check('survey_purpose_ck', `purpose IN ('service_quality', 'market_research', 'opinion_research')`)
@Check('survey_trigger_ck', `trigger IN ('ticket_solved', 'campaign')`)
@Check('survey_mode_ck', `mode IN ('identified', 'anonymous')`)
@Check('survey_anonymous_ck', `mode = 'identified' OR trigger = 'campaign'`)
@Check('survey_legal_mode_ck', `legal_mode IN ('service', 'strict')`)
@Check('survey_state_ck', `state IN ('draft', 'active', 'stopped')`)
@Check('survey_active_ck', `state <> 'active' OR active_version_id IS NOT NULL`)
@Check('survey_dates_ck', `ends_at > starts_at`)
@Check('survey_delay_ck', `delay_minutes BETWEEN 0 AND 20160`)
@Check('survey_sample_ck', `sample_bp BETWEEN 0 AND 10000`)
@Check('survey_interval_ck', `min_interval_days BETWEEN 1 AND 730`)
@Check('survey_expiry_ck', `expiry_days BETWEEN 7 AND 60`)
@Check('survey_edit_window_ck', `edit_window_hours BETWEEN 0 AND 336`)
@Check('survey_reminder_ck', `reminder_after_days BETWEEN 1 AND 20`)
export class SurveyEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_pk' })
  id: string;
  @NotPersonal() @Column('text')
  key: string;
  @NotPersonal('name of the survey') @Column('text')
  name: string;
  @NotPersonal() @Column('text')
  purpose: string;
  @NotPersonal() @Column('text')
  trigger: string;
  @NotPersonal() @Column('text', { default: 'identified' })
  mode: string;
  @NotPersonal() @Column('text', { name: 'legal_mode' })
  legalMode: string;
  @NotPersonal('why the gate was changed') @Column('text', { name: 'legal_reason', nullable: true })
  legalReason: string | null;
  @NotPersonal() @Column('text', { default: 'draft' })
  state: string;
  @NotPersonal() @Column('uuid', { name: 'active_version_id', nullable: true }) @ForeignKey('SurveyVersionEntity', { name: 'survey_active_version_fk' })
  activeVersionId: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt: Date | null;
  @NotPersonal() @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt: Date | null;
  @NotPersonal() @Column('integer', { nullable: true })
  quota: number | null;
  @NotPersonal('hours and a zone') @Column('jsonb', { name: 'send_window' })
  sendWindow: unknown;
  @NotPersonal() @Column('integer', { name: 'delay_minutes', default: 1440 })
  delayMinutes: number;
  @NotPersonal() @Column('integer', { name: 'sample_bp', default: 10000 })
  sampleBp: number;
  @NotPersonal() @Column('integer', { name: 'daily_cap', nullable: true })
  dailyCap: number | null;
  @NotPersonal() @Column('integer', { name: 'min_interval_days', default: 30 })
  minIntervalDays: number;
  @NotPersonal('why it may ask again sooner') @Column('text', { name: 'exempt_reason', nullable: true })
  exemptReason: string | null;
  @NotPersonal() @Column('integer', { name: 'reminder_after_days', nullable: true })
  reminderAfterDays: number | null;
  @NotPersonal() @Column('integer', { name: 'expiry_days', default: 28 })
  expiryDays: number;
  @NotPersonal() @Column('integer', { name: 'edit_window_hours', default: 72 })
  editWindowHours: number;
  @NotPersonal('thresholds') @Column('jsonb', { name: 'followup_rules', default: [] })
  followupRules: unknown;
  @NotPersonal() @Column('boolean', { name: 'include_inactive_closed', default: false })
  includeInactiveClosed: boolean;
  @NotPersonal() @Column('boolean', { name: 'skip_open_complaint', default: true })
  skipOpenComplaint: boolean;
  @NotPersonal() @Column('text', { array: true, default: () => `'{fi,sv,en}'` })
  languages: string[];
  @NotPersonal('conditions of a segment, no person') @Column('jsonb', { nullable: true })
  segment: unknown;
  @NotPersonal() @Column('integer', { default: 1 })
  version: number;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal() @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
