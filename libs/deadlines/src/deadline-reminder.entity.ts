import { NotPersonal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An instant at which somebody is to be told about a clock. The row is the promise; queues only wake whoever keeps it. */
@Entity('deadline_reminder')
@Unique('deadline_reminder_step_uq', ['deadlineId', 'generation', 'step'])
@Index('deadline_reminder_due_ix', ['fireAt'], { where: `state = 'scheduled'` })
@Index('deadline_reminder_lease_ix', ['leaseUntil'], { where: `state = 'claimed'` })
@Check('deadline_reminder_state_ck', `state IN ('scheduled', 'claimed', 'fired', 'obsolete', 'cancelled', 'skipped')`)
@Check('deadline_reminder_fired_ck', `(state = 'fired') = (fired_at IS NOT NULL)`)
export class DeadlineReminderEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deadline_reminder_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'deadline_id' }) @ForeignKey('DeadlineEntity', { name: 'deadline_reminder_deadline_fk' })
  deadlineId: string;
  @NotPersonal() @Column('integer')
  generation: number;
  @NotPersonal() @Column('text')
  step: string;
  @NotPersonal('a time') @Column('timestamptz', { name: 'fire_at' })
  fireAt: Date;
  @NotPersonal() @Column('text', { default: 'scheduled' })
  state: string;
  @NotPersonal() @Column('integer', { default: 0 })
  fence: number;
  @NotPersonal('a time') @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;
  @NotPersonal('a time') @Column('timestamptz', { name: 'fired_at', nullable: true })
  firedAt: Date | null;
  /** It came after its time: the desk was down, or the clock was changed when its time had passed. */
  @NotPersonal() @Column('boolean', { default: false })
  late: boolean;
}
