import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AGENT, HASHED } from '../personal';

/** That nothing of a scope is sent to an address any more, or again. Names nobody: the address is a keyed hash, so the row outlives the person. Append-only. */
@Entity('contact_suppression')
@Index('contact_suppression_address_ix', ['addressHash', 'id'])
@Check('contact_suppression_hash_ck', `octet_length(address_hash) = 32`)
@Check('contact_suppression_kind_ck', `kind IN ('suppressed', 'lifted')`)
@Check('contact_suppression_scope_ck', `scope IN ('surveys', 'marketing', 'all')`)
@Check('contact_suppression_cause_ck', `cause IN ('hard_bounce', 'soft_bounces', 'complaint', 'unsubscribed', 'erased', 'by_hand', 'new_consent')`)
export class ContactSuppressionEntity {
  @NotPersonal('serial number') @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'contact_suppression_pk', generatedIdentity: 'ALWAYS' })
  id: string;
  @Personal(HASHED) @Column('bytea', { name: 'address_hash' })
  addressHash: Buffer;
  @NotPersonal('suppressed or lifted') @Column('text')
  kind: string;
  @NotPersonal('what is not sent') @Column('text')
  scope: string;
  @NotPersonal('one of the causes') @Column('text')
  cause: string;
  /** An SMTP code, or why somebody did it by hand; never an address. */
  @Personal({ ...HASHED, category: 'free_text' }) @Column('text', { nullable: true })
  evidence: string | null;
  @Personal(AGENT) @Column('uuid', { name: 'staff_id', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'contact_suppression_staff_fk' })
  staffId: string | null;
  @NotPersonal('when an address was suppressed') @Column('timestamptz')
  at: Date;
}
