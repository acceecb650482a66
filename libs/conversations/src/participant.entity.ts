import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ADDRESS, AGENT } from './personal';

/** An address that may write into a ticket by mail. */
@Entity('participant')
@Index('participant_address_ix', ['address'])
@Check('participant_address_ck', `address = lower(address) AND address <> ''`)
export class ParticipantEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'participant_pk' }) @ForeignKey('TicketEntity', { name: 'participant_ticket_fk' })
  ticketId: string;
  @Personal(ADDRESS) @PrimaryColumn('text', { primaryKeyConstraintName: 'participant_pk' })
  address: string;
  @Personal(AGENT) @Column('uuid', { name: 'added_by', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'participant_added_by_fk' })
  addedBy: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;
}
