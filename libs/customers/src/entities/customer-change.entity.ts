import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AGENT, HISTORY } from '../personal';

/** One change of one field: old, new, who, from where, why. Append-only for the application. */
@Entity('customer_change')
@Index('customer_change_customer_ix', ['customerId', 'id'])
export class CustomerChangeEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_change_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'customer_id' }) @ForeignKey('CustomerEntity', { name: 'customer_change_customer_fk' })
  customerId: string;
  @NotPersonal('name of the field') @Column('text')
  field: string;
  @Personal(HISTORY) @Column('text', { name: 'old_value', nullable: true })
  oldValue: string | null;
  @Personal(HISTORY) @Column('text', { name: 'new_value', nullable: true })
  newValue: string | null;
  @NotPersonal() @Column('timestamptz')
  at: Date;
  @Personal(AGENT) @Column('uuid', { name: 'staff_id', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'customer_change_staff_fk' })
  staffId: string | null;
  @Personal(AGENT) @Column('text', { name: 'staff_name', nullable: true })
  staffName: string | null;
  @NotPersonal('agent, import or the name of a job') @Column('text')
  source: string;
  @Personal({ ...HISTORY, category: 'free_text', provided: false }) @Column('text', { nullable: true })
  reason: string | null;
}
