import { NotPersonal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Opens the customer's own page of a ticket; only the token's hash is kept. */
@Entity('public_link')
@Index('public_link_ticket_ix', ['ticketId'])
@Check('public_link_token_ck', 'length(token_hash) = 32')
export class PublicLinkEntity {
  @NotPersonal('hash of a random token') @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'public_link_pk' })
  tokenHash: Buffer;
  @NotPersonal() @Column('uuid', { name: 'ticket_id' }) @ForeignKey('TicketEntity', { name: 'public_link_ticket_fk' })
  ticketId: string;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @NotPersonal() @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
