import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import { ADDRESS_HASH, ASKED } from '../personal';

/** Days in which this person and this address are asked nothing else. Two workers cannot both win: the database excludes it. */
@Entity('survey_contact_slot')
@Check('survey_contact_slot_state_ck', `state IN ('reserved', 'used')`)
@Check('survey_contact_slot_blocked_ck', `NOT isempty(blocked) AND NOT lower_inf(blocked) AND NOT upper_inf(blocked)`)
@Exclusion('survey_contact_slot_person_ex', `USING gist (customer_id WITH =, blocked WITH &&)`)
@Exclusion('survey_contact_slot_address_ex', `USING gist (address_hash WITH =, blocked WITH &&)`)
export class SurveyContactSlotEntity {
  @NotPersonal() @PrimaryColumn('uuid', { name: 'invitation_id', primaryKeyConstraintName: 'survey_contact_slot_pk' }) @ForeignKey('SurveyInvitationEntity', { name: 'survey_contact_slot_invitation_fk', deferrable: 'INITIALLY DEFERRED' })
  invitationId: string;
  @Personal({ ...ASKED, erase: 'keep' }) @Column('uuid', { name: 'customer_id' }) @ForeignKey('CustomerEntity', { name: 'survey_contact_slot_customer_fk' })
  customerId: string;
  @Personal(ADDRESS_HASH) @Column('bytea', { name: 'address_hash' })
  addressHash: Buffer;
  @NotPersonal('days') @Column('daterange')
  blocked: string;
  @NotPersonal() @Column('text')
  state: string;
}
