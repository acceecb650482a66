import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LOYALTY } from '../personal';

/** Membership as the loyalty programme told it; imported and read-only. */
@Entity('loyalty_membership')
@Check('loyalty_membership_dates_ck', `ended_on >= started_on`)
export class LoyaltyMembershipEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'loyalty_membership_pk' }) @ForeignKey('CustomerEntity', { name: 'loyalty_membership_customer_fk' })
  customerId: string;
  @Personal(LOYALTY) @Column('text', { nullable: true })
  number: string | null;
  @Personal(LOYALTY) @Column('text', { nullable: true })
  tier: string | null;
  @Personal(LOYALTY) @Column('integer', { nullable: true })
  points: number | null;
  @Personal(LOYALTY) @Column('date', { name: 'started_on', nullable: true })
  startedOn: string | null;
  @Personal(LOYALTY) @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;
  @NotPersonal('system it was imported from') @Column('text')
  source: string;
  @NotPersonal() @Column('timestamptz', { name: 'imported_at' })
  importedAt: Date;
}
