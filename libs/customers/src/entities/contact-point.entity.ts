import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { CONTACT } from '../personal';

/** An e-mail address or a phone number; couples share one, one person has three. */
@Entity('contact_point')
@Unique('contact_point_value_uq', ['kind', 'value'])
@Check('contact_point_kind_ck', `kind IN ('email', 'phone')`)
@Index('contact_point_suffix_ix', { synchronize: false })
@Index('contact_point_value_trgm_ix', { synchronize: false })
export class ContactPointEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_point_pk' })
  id: string;
  @NotPersonal() @Column('text')
  kind: string;
  /** Lower-case address with an ASCII domain, or a number in E.164. */
  @Personal({ ...CONTACT, subject: 'customer_contact_point.customer_id' }) @Column('text')
  value: string;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
