import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AGENT, FILE } from './personal';

/** A file on a message or waiting in a draft; the bytes lie sealed in the file store under `stored_as`. */
@Entity('attachment')
@Unique('attachment_stored_as_uq', ['storedAs'])
@Index('attachment_entry_ix', ['entryId'])
@Index('attachment_loose_ix', ['createdAt'], { where: 'entry_id IS NULL' })
export class AttachmentEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attachment_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'entry_id', nullable: true }) @ForeignKey('TicketEntryEntity', { name: 'attachment_entry_fk' })
  entryId: string | null;
  @NotPersonal() @Column('uuid', { name: 'ticket_id', nullable: true }) @ForeignKey('TicketEntity', { name: 'attachment_ticket_fk' })
  ticketId: string | null;
  @Personal(AGENT) @Column('uuid', { name: 'uploaded_by', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'attachment_uploaded_by_fk' })
  uploadedBy: string | null;
  @Personal(FILE) @Column('text')
  name: string;
  @NotPersonal() @Column('text', { name: 'content_type' })
  contentType: string;
  @NotPersonal() @Column('integer')
  size: number;
  @NotPersonal() @Column('boolean', { default: false })
  inline: boolean;
  @NotPersonal() @Column('boolean', { default: false })
  image: boolean;
  @Personal(FILE) @Column('text', { name: 'content_id', nullable: true })
  contentId: string | null;
  @Personal(FILE) @Column('bytea')
  sha256: Buffer;
  @NotPersonal('names the key, is not it') @Column('text', { name: 'key_id' })
  keyId: string;
  @NotPersonal('random name in the file store') @Column('text', { name: 'stored_as' })
  storedAs: string;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
