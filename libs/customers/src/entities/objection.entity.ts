import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AGENT, CHOICE, HASHED } from '../personal';

/** That a person, or the unknown person behind an address, objected to something or took it back. Append-only. */
@Entity('objection')
@Index('objection_customer_ix', ['customerId', 'id'], { where: 'customer_id IS NOT NULL' })
@Index('objection_address_ix', ['addressHash', 'id'], { where: 'address_hash IS NOT NULL' })
@Check('objection_subject_ck', `num_nonnulls(customer_id, address_hash) = 1`)
@Check('objection_hash_ck', `octet_length(address_hash) = 32`)
@Check('objection_kind_ck', `kind IN ('objected', 'withdrawn')`)
@Check('objection_scope_ck', `scope IN ('service_quality', 'market_research', 'opinion_research', 'surveys', 'direct_marketing', 'all')`)
@Check('objection_channel_ck', `channel IN ('email', 'sms', 'phone', 'letter')`)
@Check('objection_source_ck', `source IN ('phone', 'email', 'letter', 'shop', 'web', 'survey_page', 'unsubscribe_link', 'import', 'system')`)
export class ObjectionEntity {
  @NotPersonal('serial number') @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'objection_pk', generatedIdentity: 'ALWAYS' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'customer_id', nullable: true }) @ForeignKey('CustomerEntity', { name: 'objection_customer_fk' })
  customerId: string | null;
  @Personal(HASHED) @Column('bytea', { name: 'address_hash', nullable: true })
  addressHash: Buffer | null;
  @Personal(CHOICE) @Column('text')
  kind: string;
  @Personal(CHOICE) @Column('text')
  scope: string;
  @Personal(CHOICE) @Column('text', { nullable: true })
  channel: string | null;
  @NotPersonal('door it came through') @Column('text')
  source: string;
  @Personal({ ...CHOICE, category: 'free_text' }) @Column('text', { nullable: true })
  evidence: string | null;
  @Personal(AGENT) @Column('uuid', { name: 'staff_id', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'objection_staff_fk' })
  staffId: string | null;
  @Personal(CHOICE) @Column('timestamptz')
  at: Date;
}
