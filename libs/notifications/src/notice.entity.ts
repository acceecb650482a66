import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { TOLD } from './personal';

/** One thing one colleague is told. Carries numbers, times and codes, never what stands in the ticket. */
@Entity('notice')
@Unique('notice_dedupe_uq', ['dedupeKey'])
@Check('notice_cause_ck', `cause IN ('assigned', 'mentioned', 'customer_replied', 'deadline_warn', 'deadline_late', 'deadline_escalated', 'digest')`)
@Check('notice_digest_ck', `cause <> 'digest' OR digest_id IS NULL`)
@Index('notice_list_ix', { synchronize: false })
@Index('notice_unread_ix', { synchronize: false })
@Index('notice_ticket_ix', ['ticketId'], { where: `read_at IS NULL` })
@Index('notice_digest_ix', ['digestId'], { where: `digest_id IS NOT NULL` })
@Index('notice_read_ix', ['readAt'], { where: `read_at IS NOT NULL` })
export class NoticeEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pk' })
  id: string;
  @Personal(TOLD) @Column('uuid', { name: 'staff_id' }) @ForeignKey('StaffMemberEntity', { name: 'notice_staff_fk' })
  staffId: string;
  @NotPersonal() @Column('text')
  cause: string;
  @NotPersonal() @Column('uuid', { name: 'ticket_id', nullable: true }) @ForeignKey('TicketEntity', { name: 'notice_ticket_fk' })
  ticketId: string | null;
  @NotPersonal() @Column('integer', { name: 'ticket_number', nullable: true })
  ticketNumber: number | null;
  @NotPersonal() @Column('uuid', { name: 'deadline_id', nullable: true })
  deadlineId: string | null;
  @NotPersonal('numbers, times and codes of a clock') @Column('jsonb', { default: {} })
  params: unknown;
  @Personal({ ...TOLD, erase: 'delete' }) @Column('text', { name: 'dedupe_key' })
  dedupeKey: string;
  @NotPersonal() @Column('boolean', { name: 'in_app', default: true })
  inApp: boolean;
  @NotPersonal() @Column('uuid', { name: 'digest_id', nullable: true }) @ForeignKey('NoticeEntity', { name: 'notice_digest_fk', onDelete: 'CASCADE' })
  digestId: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Personal(TOLD) @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
}
