import { NotPersonal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** An address of ours that customers write to. */
@Entity('mailbox')
@Unique('mailbox_address_uq', ['address'])
@Check('mailbox_address_ck', `address = lower(address)`)
@Check('mailbox_kind_ck', `default_kind IN ('feedback', 'complaint', 'question', 'privacy_request')`)
@Check('mailbox_language_ck', `language IN ('fi', 'sv', 'en')`)
export class MailboxEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mailbox_pk' })
  id: string;
  @NotPersonal('an address of the organisation') @Column('text')
  address: string;
  @NotPersonal('name of the organisation or team') @Column('text')
  name: string;
  @NotPersonal() @Column('uuid', { name: 'team_id' }) @ForeignKey('TeamEntity', { name: 'mailbox_team_fk' })
  teamId: string;
  @NotPersonal() @Column('text', { name: 'default_kind' })
  defaultKind: string;
  @NotPersonal() @Column('text')
  language: string;
  @NotPersonal() @Column('boolean', { default: true })
  active: boolean;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
