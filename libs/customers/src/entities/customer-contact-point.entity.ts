import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CONTACT } from '../personal';

/** That this customer is reached at this contact point, as they gave it. */
@Entity('customer_contact_point')
@Index('customer_contact_point_point_ix', ['contactPointId'])
export class CustomerContactPointEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'customer_contact_point_pk' }) @ForeignKey('CustomerEntity', { name: 'customer_contact_point_customer_fk' })
  customerId: string;
  @NotPersonal() @PrimaryColumn('uuid', { name: 'contact_point_id', primaryKeyConstraintName: 'customer_contact_point_pk' }) @ForeignKey('ContactPointEntity', { name: 'customer_contact_point_point_fk' })
  contactPointId: string;
  @Personal(CONTACT) @Column('text')
  original: string;
  @Personal(CONTACT) @Column('text', { nullable: true })
  label: string | null;
  @NotPersonal('door the value came through') @Column('text')
  source: string;
  @NotPersonal() @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt: Date | null;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
