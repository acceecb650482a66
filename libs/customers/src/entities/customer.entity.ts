import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { ADDRESS, IDENTITY } from '../personal';

/** A person the shop serves, with or without a loyalty card. */
@Entity('customer')
@Unique('customer_number_uq', ['customerNumber'])
@Unique('customer_log_key_uq', ['logKey'])
@Check('customer_language_ck', `language IN ('fi', 'sv', 'en')`)
@Check('customer_flags_ck', `flags <@ ARRAY['restricted', 'minor', 'safety_ban', 'deceased']`)
@Index('customer_name_trgm_ix', { synchronize: false })
export class CustomerEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_pk' })
  id: string;
  @Personal(IDENTITY) @Column('text', { name: 'customer_number', nullable: true })
  customerNumber: string | null;
  @Personal(IDENTITY) @Column('text', { name: 'first_name', nullable: true })
  firstName: string | null;
  @Personal(IDENTITY) @Column('text', { name: 'last_name', nullable: true })
  lastName: string | null;
  @Personal(IDENTITY) @Column('text', { nullable: true })
  language: string | null;
  @Personal(ADDRESS) @Column('text', { name: 'postal_address', nullable: true })
  postalAddress: string | null;
  @Personal({ ...IDENTITY, provided: false }) @Column('date', { nullable: true })
  since: string | null;
  @Personal({ ...IDENTITY, provided: false, erase: 'delete' }) @Column('text', { array: true, default: () => `'{}'` })
  flags: string[];
  /** Pseudonym of the person in the read log. */
  @Personal({ category: 'access_log', purposes: ['security'], subject: 'self', provided: false, erase: 'delete', retention: 'access_log' }) @Column('uuid', { name: 'log_key' })
  logKey: string;
  @NotPersonal('door the record came through') @Column('text')
  source: string;
  @NotPersonal() @Column('integer', { default: 1 })
  version: number;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal() @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
