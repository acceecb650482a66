import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ADDRESS, MESSAGE } from './personal';

/** A mail to send and how far it has come. The state machine is in outbound/outbound.rules.ts. */
@Entity('outbound_message')
@Unique('outbound_message_rfc_uq', ['rfcMessageId'])
@Unique('outbound_message_entry_uq', ['entryId'])
@Check('outbound_message_kind_ck', `kind IN ('reply', 'acknowledgement')`)
@Check('outbound_message_state_ck', `state IN ('queued', 'claimed', 'data_started', 'dot_sent', 'sent', 'failed', 'unknown', 'undone', 'bounced')`)
@Index('outbound_message_due_ix', { synchronize: false })
@Index('outbound_message_lease_ix', ['leaseUntil'], { where: `state IN ('claimed', 'data_started', 'dot_sent')` })
@Index('outbound_message_unknown_ix', ['nextTryAt'], { where: `state = 'unknown'` })
export class OutboundMessageEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbound_message_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'entry_id', nullable: true }) @ForeignKey('MessageEntity', 'entryId', { name: 'outbound_message_entry_fk' })
  entryId: string | null;
  @NotPersonal() @Column('uuid', { name: 'ticket_id' }) @ForeignKey('TicketEntity', { name: 'outbound_message_ticket_fk' })
  ticketId: string;
  @NotPersonal() @Column('text')
  kind: string;
  @NotPersonal() @Column('uuid', { name: 'mailbox_id' }) @ForeignKey('MailboxEntity', { name: 'outbound_message_mailbox_fk' })
  mailboxId: string;
  @NotPersonal('made by us from a random id') @Column('text', { name: 'rfc_message_id' })
  rfcMessageId: string;
  @NotPersonal() @Column('text')
  state: string;
  @NotPersonal() @Column('timestamptz', { name: 'release_at' })
  releaseAt: Date;
  @Personal(ADDRESS) @Column('jsonb')
  recipients: unknown;
  @Personal(MESSAGE) @Column('jsonb')
  content: unknown;
  @NotPersonal() @Column('integer', { default: 0 })
  fence: number;
  @NotPersonal() @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;
  @NotPersonal() @Column('integer', { default: 0 })
  tries: number;
  @NotPersonal() @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;
  @NotPersonal('technical code') @Column('text', { name: 'error_code', nullable: true })
  errorCode: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'unknown_since', nullable: true })
  unknownSince: Date | null;
  @NotPersonal() @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;
  @NotPersonal() @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal() @Column('text', { name: 'trace_id' })
  traceId: string;
}
