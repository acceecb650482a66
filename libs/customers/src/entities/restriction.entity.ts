import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AGENT, CHOICE } from '../personal';

/** That processing of a person's data was restricted on a ground, or released (art. 18). Append-only; the flag of the customer says what counts now. */
@Entity('restriction')
@Index('restriction_customer_ix', ['customerId', 'id'])
@Check('restriction_kind_ck', `kind IN ('restricted', 'lifted')`)
@Check('restriction_ground_ck', `ground IN ('accuracy_contested', 'unlawful_processing', 'legal_claims', 'objection_pending')`)
@Check('restriction_told_ck', `(kind = 'lifted') = (told_at IS NOT NULL) AND told_at <= at`)
@Check('restriction_source_ck', `source IN ('phone', 'email', 'letter', 'shop', 'web', 'survey_page', 'unsubscribe_link', 'import', 'system')`)
export class RestrictionEntity {
  @NotPersonal('serial number') @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'restriction_pk', generatedIdentity: 'ALWAYS' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'customer_id' }) @ForeignKey('CustomerEntity', { name: 'restriction_customer_fk' })
  customerId: string;
  @Personal(CHOICE) @Column('text')
  kind: string;
  @Personal(CHOICE) @Column('text')
  ground: string;
  @Personal(CHOICE) @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt: Date | null;
  @NotPersonal('door it came through') @Column('text')
  source: string;
  @Personal({ ...CHOICE, category: 'free_text' }) @Column('text', { nullable: true })
  evidence: string | null;
  @Personal(AGENT) @Column('uuid', { name: 'staff_id', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'restriction_staff_fk' })
  staffId: string | null;
  @Personal(CHOICE) @Column('timestamptz')
  at: Date;
}
