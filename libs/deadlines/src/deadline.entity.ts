import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { HOLDER, WHY } from './marks';

/** One cycle of a clock. Everything but its key follows from its events and can be rebuilt. */
@Entity('deadline')
@Unique('deadline_cycle_uq', ['subjectId', 'metric', 'cycleNo'])
@Index('deadline_one_open_uq', ['subjectId', 'metric'], { unique: true, where: `state IN ('running', 'paused', 'suspended', 'error')` })
@Index('deadline_due_day_ix', ['metric', 'dueDay'])
@Index('deadline_start_day_ix', ['metric', 'startDay'])
@Index('deadline_stop_day_ix', ['metric', 'stopDay'])
@Check('deadline_subject_kind_ck', `subject_kind IN ('ticket')`)
@Check('deadline_metric_ck', `metric IN ('acknowledge', 'first_reply', 'next_reply', 'progress_update', 'decision', 'remedy', 'resolution', 'callback', 'statutory')`)
@Check('deadline_state_ck', `state IN ('running', 'paused', 'suspended', 'met', 'late', 'cancelled', 'waived', 'error')`)
@Check('deadline_error_ck', `(state = 'error') = (error_code IS NOT NULL)`)
export class DeadlineEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deadline_pk' })
  id: string;
  @NotPersonal('a ticket') @Column('uuid', { name: 'subject_id' })
  subjectId: string;
  @NotPersonal('what kind of thing it is about') @Column('text', { name: 'subject_kind', default: 'ticket' })
  subjectKind: string;
  @NotPersonal() @Column('text')
  metric: string;
  @NotPersonal() @Column('integer', { name: 'cycle_no' })
  cycleNo: number;
  @NotPersonal() @Column('uuid', { name: 'policy_version_id', nullable: true })
  policyVersionId: string | null;
  @NotPersonal() @Column('uuid', { name: 'calendar_version_id', nullable: true })
  calendarVersionId: string | null;
  @NotPersonal() @Column('jsonb')
  target: object;
  @NotPersonal() @Column('jsonb', { default: [] })
  plan: object;
  @NotPersonal() @Column('text')
  state: string;
  @NotPersonal('a time') @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;
  @NotPersonal('a time') @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'warn_at', nullable: true })
  warnAt: Date | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'legal_due_at', nullable: true })
  legalDueAt: Date | null;
  @NotPersonal() @Column('bigint', { name: 'used_ms', default: 0 })
  usedMs: string;
  @NotPersonal() @Column('bigint', { name: 'target_ms', nullable: true })
  targetMs: string | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'paused_since', nullable: true })
  pausedSince: Date | null;
  @NotPersonal('a status or a word of a closed list') @Column('text', { name: 'pause_reason', nullable: true })
  pauseReason: string | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'breached_at', nullable: true })
  breachedAt: Date | null;
  @NotPersonal() @Column('boolean', { name: 'breached_by_retarget', default: false })
  breachedByRetarget: boolean;
  @NotPersonal() @Column('boolean', { default: false })
  corrected: boolean;
  @NotPersonal() @Column('boolean', { default: false })
  fixed: boolean;
  @NotPersonal('a word of a closed list') @Column('text', { nullable: true })
  outcome: string | null;
  @Personal(WHY) @Column('text', { name: 'outcome_reason', nullable: true })
  outcomeReason: string | null;
  @NotPersonal() @Column('text', { name: 'error_code', nullable: true })
  errorCode: string | null;
  @NotPersonal() @Column('integer', { default: 1 })
  generation: number;
  @NotPersonal() @Column('uuid', { name: 'start_entry_id', nullable: true })
  startEntryId: string | null;
  @NotPersonal() @Column('uuid', { name: 'stop_entry_id', nullable: true })
  stopEntryId: string | null;
  @Personal(HOLDER) @Column('uuid', { name: 'stopped_by', nullable: true })
  stoppedBy: string | null;
  @Personal(HOLDER) @Column('uuid', { name: 'holder_at_due', nullable: true })
  holderAtDue: string | null;
  @NotPersonal() @Column('uuid', { name: 'holder_team_at_due', nullable: true })
  holderTeamAtDue: string | null;
  @NotPersonal() @Column('text')
  kind: string;
  @NotPersonal() @Column('text')
  channel: string;
  @NotPersonal() @Column('text')
  priority: string;
  @NotPersonal() @Column('uuid', { name: 'team_id' })
  teamId: string;
  @NotPersonal() @Column('text')
  language: string;
  @NotPersonal('a day') @Column('date', { name: 'start_day' })
  startDay: string;
  @NotPersonal('a day') @Column('date', { name: 'due_day', nullable: true })
  dueDay: string | null;
  @NotPersonal('a day') @Column('date', { name: 'stop_day', nullable: true })
  stopDay: string | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal('a time') @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
