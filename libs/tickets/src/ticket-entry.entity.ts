import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AGENT, WORDS } from './personal';

/** One immutable item on a ticket's timeline. The database lets the application insert and read it, never change it. */
@Entity('ticket_entry')
@Unique('ticket_entry_visibility_uq', ['id', 'visibility'])
@Index('ticket_entry_ticket_ix', ['ticketId', 'id'])
@Index('ticket_entry_about_ix', ['aboutEntryId'], { where: 'about_entry_id IS NOT NULL' })
@Check('ticket_entry_kind_ck', `kind IN ('customer_message', 'reply', 'note', 'call', 'survey_answer', 'decision', 'system')`)
@Check('ticket_entry_visibility_ck', `visibility IN ('public', 'internal')`)
@Check('ticket_entry_author_ck', `author_kind IN ('customer', 'agent', 'bot', 'rule', 'import')`)
@Check('ticket_entry_note_ck', `CASE kind WHEN 'note' THEN visibility = 'internal' WHEN 'system' THEN visibility = 'internal'
  WHEN 'reply' THEN visibility = 'public' WHEN 'customer_message' THEN visibility = 'public' ELSE true END`)
@Check('ticket_entry_human_reply_ck', `NOT is_human_reply OR (author_kind = 'agent' AND visibility = 'public')`)
@Check('ticket_entry_contact_ck', `NOT is_customer_contact OR (author_kind = 'customer' AND visibility = 'public')`)
export class TicketEntryEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_entry_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'ticket_id' }) @ForeignKey('TicketEntity', { name: 'ticket_entry_ticket_fk' })
  ticketId: string;
  @NotPersonal() @Column('text')
  kind: string;
  @NotPersonal() @Column('text')
  visibility: string;
  @NotPersonal() @Column('text', { name: 'author_kind' })
  authorKind: string;
  @Personal(AGENT) @Column('uuid', { name: 'author_staff_id', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'ticket_entry_author_fk' })
  authorStaffId: string | null;
  @Personal({ ...WORDS, category: 'identity' }) @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;
  @NotPersonal() @Column('text', { nullable: true })
  channel: string | null;
  /** When it happened: the provider's time of receipt, the telephone system's time, the click of a reply. */
  @NotPersonal('a time') @Column('timestamptz')
  at: Date;
  @NotPersonal('a time') @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
  @Personal(WORDS) @Column('text', { nullable: true })
  preview: string | null;
  @Personal(WORDS) @Column('text', { nullable: true })
  body: string | null;
  /** `{ code, params }` of a system entry; params may quote the old and the new value of a field. */
  @Personal({ ...WORDS, provided: false }) @Column('jsonb', { nullable: true })
  change: unknown;
  @NotPersonal() @Column('uuid', { name: 'about_entry_id', nullable: true }) @ForeignKey('TicketEntryEntity', { name: 'ticket_entry_about_fk' })
  aboutEntryId: string | null;
  @NotPersonal() @Column('boolean', { name: 'is_customer_contact', default: false })
  isCustomerContact: boolean;
  @NotPersonal() @Column('boolean', { name: 'is_human_reply', default: false })
  isHumanReply: boolean;
}
