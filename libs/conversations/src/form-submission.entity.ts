import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ADDRESS } from './personal';

/** A form sent once: a double submit finds its first number again. */
@Entity('form_submission')
export class FormSubmissionEntity {
  @NotPersonal('hash of a random nonce') @PrimaryColumn('bytea', { name: 'nonce_hash', primaryKeyConstraintName: 'form_submission_pk' })
  nonceHash: Buffer;
  @NotPersonal() @Column('uuid', { name: 'ticket_id' }) @ForeignKey('TicketEntity', { name: 'form_submission_ticket_fk' })
  ticketId: string;
  @Personal(ADDRESS) @Column('text', { nullable: true })
  address: string | null;
  @NotPersonal() @Column('boolean', { default: false })
  held: boolean;
  @NotPersonal() @Column('timestamptz')
  at: Date;
}
