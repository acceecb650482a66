import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { HOLDER, WHY } from './marks';

/** What happened to a clock: the truth it is folded from. The database lets the application insert and read it, never change it. */
@Entity('deadline_event')
@Check('deadline_event_type_ck', `type IN ('start', 'pause', 'resume', 'suspend', 'unsuspend', 'retarget', 'recalendar', 'stop', 'cancel', 'waive', 'fix', 'correct')`)
export class DeadlineEventEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'deadline_id', primaryKeyConstraintName: 'deadline_event_pk' }) @ForeignKey('DeadlineEntity', { name: 'deadline_event_deadline_fk' })
  deadlineId: string;
  @NotPersonal() @PrimaryColumn('integer', { primaryKeyConstraintName: 'deadline_event_pk' })
  seq: number;
  @NotPersonal() @Column('text')
  type: string;
  /** When it took effect; may lie before what was already recorded. */
  @NotPersonal('a time') @Column('timestamptz')
  at: Date;
  @NotPersonal('a time') @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
  @Personal(HOLDER) @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;
  /** The timeline entry that caused it. */
  @NotPersonal() @Column('uuid', { name: 'entry_id', nullable: true })
  entryId: string | null;
  @Personal({ ...WHY, subject: 'deadline_id' }) @Column('jsonb', { default: {} })
  payload: object;
}
