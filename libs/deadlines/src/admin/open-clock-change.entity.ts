import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BY } from './marks';

/** What a new version does to clocks that run: a piece of work that is done in steps, and taken up again where it stopped. */
@Entity('open_clock_change')
@Index('open_clock_change_todo_ix', ['createdAt'], { where: `state <> 'done'` })
@Check('open_clock_change_kind_ck', `kind IN ('retarget', 'recalendar', 'correct')`)
@Check('open_clock_change_state_ck', `state IN ('pending', 'claimed', 'done')`)
@Check('open_clock_change_version_ck', `(kind = 'retarget') = (policy_version_id IS NOT NULL) AND (kind = 'retarget') = (calendar_version_id IS NULL)`)
@Check('open_clock_change_done_ck', `(state = 'done') = (done_at IS NOT NULL)`)
export class OpenClockChangeEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'open_clock_change_pk' })
  id: string;
  @NotPersonal() @Column('text')
  kind: string;
  @NotPersonal() @Column('uuid', { name: 'policy_version_id', nullable: true }) @ForeignKey('DeadlinePolicyVersionEntity', { name: 'open_clock_change_policy_fk' })
  policyVersionId: string | null;
  @NotPersonal() @Column('uuid', { name: 'calendar_version_id', nullable: true }) @ForeignKey('BusinessCalendarVersionEntity', { name: 'open_clock_change_calendar_fk' })
  calendarVersionId: string | null;
  /** The business time from which it holds. */
  @NotPersonal() @Column('timestamptz')
  at: Date;
  @Personal(BY) @Column('uuid', { name: 'requested_by', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'open_clock_change_requested_by_fk' })
  requestedBy: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal() @Column('text', { default: 'pending' })
  state: string;
  @NotPersonal() @Column('integer', { default: 0 })
  fence: number;
  @NotPersonal() @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;
  @NotPersonal() @Column('integer', { default: 0 })
  changed: number;
  @NotPersonal() @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;
}
