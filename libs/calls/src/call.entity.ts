import { NotPersonal, Personal, type PersonalMark } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

const CALL: PersonalMark = { category: 'call', purposes: ['customer_service', 'feedback'], subject: 'customer_id', provided: true, erase: 'null', retention: 'call' };

/** A telephone call as it was written down. Its note is the body of its entry; only a wrong number has no entry. */
@Entity('call')
@Unique('call_entry_uq', ['entryId'])
@Index('call_customer_ix', { synchronize: false })
@Check('call_direction_ck', `direction IN ('inbound', 'outbound')`)
@Check('call_topic_ck', `topic IN ('order', 'return', 'product', 'loyalty', 'complaint', 'other')`)
@Check('call_outcome_ck', `outcome IN ('solved', 'call_back', 'needs_work', 'wrong_number')`)
@Check('call_entry_ck', `(outcome = 'wrong_number') = (entry_id IS NULL)`)
@Check('call_back_ck', `(outcome = 'call_back') = (call_back_at IS NOT NULL)`)
@Check('call_times_ck', `ended_at >= started_at`)
export class CallEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'call_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'entry_id', nullable: true }) @ForeignKey('TicketEntryEntity', { name: 'call_entry_fk' })
  entryId: string | null;
  @Personal({ category: 'staff', purposes: ['customer_service', 'staff_administration'], subject: 'staff', provided: false, erase: 'keep', retention: 'staff' })
  @Column('uuid', { name: 'staff_id' }) @ForeignKey('StaffMemberEntity', { name: 'call_staff_fk' })
  staffId: string;
  @NotPersonal() @Column('uuid', { name: 'customer_id', nullable: true }) @ForeignKey('CustomerEntity', { name: 'call_customer_fk' })
  customerId: string | null;
  /** E.164; null when the caller hides it. */
  @Personal({ ...CALL, mask: 'customer.view_contact' }) @Column('text', { nullable: true })
  number: string | null;
  @NotPersonal() @Column('text')
  direction: string;
  @Personal({ ...CALL, provided: false, erase: 'generalise' }) @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;
  @Personal({ ...CALL, provided: false, erase: 'generalise' }) @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
  @NotPersonal() @Column('text')
  topic: string;
  @NotPersonal() @Column('text')
  outcome: string;
  @NotPersonal('a promise of ours') @Column('timestamptz', { name: 'call_back_at', nullable: true })
  callBackAt: Date | null;
  @NotPersonal() @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
