import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AGENT } from './personal';

/** How far one staff member has read one ticket. */
@Entity('ticket_seen')
export class TicketSeenEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'ticket_seen_pk' }) @ForeignKey('TicketEntity', { name: 'ticket_seen_ticket_fk' })
  ticketId: string;
  @Personal({ ...AGENT, erase: 'delete' }) @PrimaryColumn('uuid', { name: 'staff_id', primaryKeyConstraintName: 'ticket_seen_pk' }) @ForeignKey('StaffMemberEntity', { name: 'ticket_seen_staff_fk' })
  staffId: string;
  @NotPersonal() @Column('uuid', { name: 'entry_id' }) @ForeignKey('TicketEntryEntity', { name: 'ticket_seen_entry_fk' })
  entryId: string;
  @NotPersonal('a time') @Column('timestamptz')
  at: Date;
}
