import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ADDRESS } from './personal';

/** That a ticket was acknowledged, and to which address: one per ticket, few per address and day. */
@Entity('acknowledgement')
@Index('acknowledgement_address_ix', ['address', 'at'])
export class AcknowledgementEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'acknowledgement_pk' }) @ForeignKey('TicketEntity', { name: 'acknowledgement_ticket_fk' })
  ticketId: string;
  @Personal(ADDRESS) @Column('text')
  address: string;
  @NotPersonal() @Column('timestamptz')
  at: Date;
}
