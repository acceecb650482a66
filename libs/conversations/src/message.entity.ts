import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ADDRESS, MESSAGE } from './personal';

/** What a mail or form adds to its entry. It can only hang on a public entry, so a note can never be sent. */
@Entity('message')
@Unique('message_content_key_uq', ['contentKey'])
@Index('message_rfc_message_id_ix', ['rfcMessageId'], { where: 'rfc_message_id IS NOT NULL' })
@Index('message_ticket_ix', ['ticketId'])
@ForeignKey('TicketEntryEntity', ['entryId', 'entryVisibility'], ['id', 'visibility'], { name: 'message_entry_fk' })
@Check('message_public_ck', `entry_visibility = 'public'`)
@Check('message_direction_ck', `direction IN ('inbound', 'outbound')`)
@Check('message_automatic_ck', `automatic IN ('none', 'auto_reply', 'out_of_office', 'bulk', 'bounce')`)
export class MessageEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'entry_id', primaryKeyConstraintName: 'message_pk' })
  entryId: string;
  @NotPersonal() @Column('text', { name: 'entry_visibility', default: 'public' })
  entryVisibility: string;
  @NotPersonal() @Column('uuid', { name: 'ticket_id' }) @ForeignKey('TicketEntity', { name: 'message_ticket_fk' })
  ticketId: string;
  @NotPersonal() @Column('text')
  direction: string;
  @Personal(MESSAGE) @Column('text', { name: 'rfc_message_id', nullable: true })
  rfcMessageId: string | null;
  @Personal(MESSAGE) @Column('text', { name: 'in_reply_to', nullable: true })
  inReplyTo: string | null;
  @Personal(MESSAGE) @Column('text', { name: 'reference_ids', array: true, default: () => `'{}'` })
  referenceIds: string[];
  @Personal({ ...MESSAGE, category: 'identity' }) @Column('text', { name: 'from_name', nullable: true })
  fromName: string | null;
  @Personal(ADDRESS) @Column('text', { name: 'from_address', nullable: true })
  fromAddress: string | null;
  @Personal(ADDRESS) @Column('jsonb', { name: 'to_addresses', default: [] })
  toAddresses: unknown;
  @Personal(ADDRESS) @Column('jsonb', { name: 'cc_addresses', default: [] })
  ccAddresses: unknown;
  @Personal(MESSAGE) @Column('text', { nullable: true })
  subject: string | null;
  @Personal(MESSAGE) @Column('text', { nullable: true })
  html: string | null;
  @Personal(MESSAGE) @Column('text', { nullable: true })
  quoted: string | null;
  @NotPersonal() @Column('boolean', { default: true })
  simple: boolean;
  @NotPersonal() @Column('boolean', { name: 'remote_images', default: false })
  remoteImages: boolean;
  @NotPersonal() @Column('integer', { name: 'sanitiser_version', default: 0 })
  sanitiserVersion: number;
  @NotPersonal() @Column('text', { default: 'none' })
  automatic: string;
  @NotPersonal('technical code') @Column('text', { nullable: true })
  suspicion: string | null;
  @NotPersonal('digest of who, when, what') @Column('bytea', { name: 'content_key', nullable: true })
  contentKey: Buffer | null;
  @NotPersonal() @Column('uuid', { name: 'raw_id', nullable: true }) @ForeignKey('InboundRawEntity', { name: 'message_raw_fk' })
  rawId: string | null;
}
