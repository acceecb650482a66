import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RAW } from './personal';

/** A mail exactly as it came, stored before anything is made of it. */
@Entity('inbound_raw')
@Check('inbound_raw_state_ck', `state IN ('received', 'done', 'duplicate', 'quarantined')`)
@Index('inbound_raw_due_ix', ['nextTryAt'], { where: `state = 'received'` })
@Index('inbound_raw_quarantined_ix', { synchronize: false })
export class InboundRawEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inbound_raw_pk' })
  id: string;
  @NotPersonal('name of the door') @Column('text')
  source: string;
  @NotPersonal() @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
  @Personal({ ...RAW, category: 'contact' }) @Column('text', { name: 'envelope_from', nullable: true })
  envelopeFrom: string | null;
  @Personal({ ...RAW, category: 'contact' }) @Column('text', { name: 'envelope_to', array: true })
  envelopeTo: string[];
  @Personal(RAW) @Column('bytea')
  bytes: Buffer;
  @NotPersonal() @Column('integer')
  size: number;
  @NotPersonal('digest of the bytes') @Column('bytea')
  sha256: Buffer;
  @NotPersonal() @Column('text')
  state: string;
  @NotPersonal() @Column('integer', { default: 0 })
  tries: number;
  @NotPersonal() @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;
  @NotPersonal() @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;
  @NotPersonal() @Column('integer', { default: 0 })
  fence: number;
  @NotPersonal('technical code') @Column('text', { name: 'error_code', nullable: true })
  errorCode: string | null;
  @NotPersonal() @Column('uuid', { name: 'entry_id', nullable: true }) @ForeignKey('TicketEntryEntity', { name: 'inbound_raw_entry_fk' })
  entryId: string | null;
  @NotPersonal() @Column('text', { name: 'trace_id' })
  traceId: string;
}
