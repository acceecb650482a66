import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ADDRESS_HASH } from '../personal';

/** What other servers said about an asked address. Rows are only added. */
@Entity('survey_bounce')
@Unique('survey_bounce_once_uq', ['invitationId', 'class'])
@Check('survey_bounce_class_ck', `class IN ('hard', 'soft', 'policy', 'complaint')`)
@Index('survey_bounce_address_ix', ['addressHash', 'at'])
export class SurveyBounceEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'survey_bounce_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'invitation_id' }) @ForeignKey('SurveyInvitationEntity', { name: 'survey_bounce_invitation_fk' })
  invitationId: string;
  @Personal({ ...ADDRESS_HASH, subject: 'invitation_id' }) @Column('bytea', { name: 'address_hash' })
  addressHash: Buffer;
  @NotPersonal() @Column('text')
  class: string;
  @NotPersonal('technical code') @Column('text')
  code: string;
  @NotPersonal('a time') @Column('timestamptz')
  at: Date;
}
