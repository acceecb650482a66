import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AGENT, CHOICE } from '../personal';

/** That a person consented to something or took it back. Append-only: the last row of a purpose and channel counts. */
@Entity('consent_event')
@Index('consent_event_customer_ix', ['customerId', 'id'])
@Check('consent_event_kind_ck', `kind IN ('given', 'withdrawn')`)
@Check('consent_event_purpose_ck', `purpose IN ('service_quality', 'market_research', 'opinion_research', 'direct_marketing')`)
@Check('consent_event_channel_ck', `channel IN ('email', 'sms', 'phone', 'letter')`)
@Check('consent_event_basis_ck', `basis IN ('consent', 'existing_customer')`)
@Check('consent_event_source_ck', `source IN ('phone', 'email', 'letter', 'shop', 'web', 'survey_page', 'unsubscribe_link', 'import', 'system')`)
export class ConsentEventEntity {
  @NotPersonal('serial number') @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'consent_event_pk', generatedIdentity: 'ALWAYS' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'customer_id' }) @ForeignKey('CustomerEntity', { name: 'consent_event_customer_fk' })
  customerId: string;
  @Personal(CHOICE) @Column('text')
  kind: string;
  @Personal(CHOICE) @Column('text')
  purpose: string;
  @Personal(CHOICE) @Column('text', { nullable: true })
  channel: string | null;
  @NotPersonal('consent, or refusal offered at collection') @Column('text')
  basis: string;
  @NotPersonal('door it came through') @Column('text')
  source: string;
  @Personal({ ...CHOICE, category: 'free_text' }) @Column('text', { nullable: true })
  evidence: string | null;
  @Personal(AGENT) @Column('uuid', { name: 'staff_id', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'consent_event_staff_fk' })
  staffId: string | null;
  @Personal(CHOICE) @Column('timestamptz')
  at: Date;
}
