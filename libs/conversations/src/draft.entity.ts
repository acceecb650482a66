import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AGENT, MESSAGE } from './personal';

/** What an agent has typed and not sent; one per ticket, person and mode. */
@Entity('draft')
@Check('draft_mode_ck', `mode IN ('reply', 'note')`)
@Index('draft_staff_ix', { synchronize: false })
export class DraftEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'draft_pk' }) @ForeignKey('TicketEntity', { name: 'draft_ticket_fk' })
  ticketId: string;
  @Personal(AGENT) @PrimaryColumn('uuid', { name: 'staff_id', primaryKeyConstraintName: 'draft_pk' }) @ForeignKey('StaffMemberEntity', { name: 'draft_staff_fk' })
  staffId: string;
  @NotPersonal() @PrimaryColumn('text', { primaryKeyConstraintName: 'draft_pk' })
  mode: string;
  @Personal({ ...MESSAGE, provided: false, retention: 'draft' }) @Column('text')
  text: string;
  @NotPersonal() @Column('uuid', { name: 'attachment_ids', array: true, default: () => `'{}'` })
  attachmentIds: string[];
  @NotPersonal() @Column('integer', { default: 1 })
  revision: number;
  @NotPersonal() @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;
}
