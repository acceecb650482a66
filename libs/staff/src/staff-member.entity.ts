import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who works here. Accounts are deactivated, never deleted: entries keep their author. */
@Entity('staff_member')
@Unique('staff_member_email_uq', ['email'])
@Check('staff_member_email_ck', `email = lower(email) AND email <> ''`)
@Check('staff_member_password_ck', `password_hash <> ''`)
@Check('staff_member_locale_ck', `locale IN ('fi', 'sv', 'en')`)
@Check('staff_member_undo_ck', `undo_seconds BETWEEN 0 AND 30`)
@Check('staff_member_deactivated_ck', `active = (deactivated_at IS NULL)`)
export class StaffMemberEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_member_pk' })
  @NotPersonal('random id')
  id: string;

  @Column('text')
  @Personal({ category: 'staff', purposes: ['staff_administration', 'customer_service'], subject: 'self', provided: true, erase: 'generalise', retention: 'staff.account' })
  name: string;

  @Column('text')
  @Personal({ category: 'staff', purposes: ['staff_administration', 'security'], subject: 'self', provided: true, erase: 'generalise', retention: 'staff.account', mask: 'staff.manage' })
  email: string;

  /** argon2id with its parameters; null: cannot sign in by password. */
  @Column('text', { name: 'password_hash', nullable: true })
  @Personal({ category: 'staff', purposes: ['security'], subject: 'self', provided: true, erase: 'null', retention: 'staff.account' })
  passwordHash: string | null;

  @Column('text')
  @Personal({ category: 'staff', purposes: ['staff_administration'], subject: 'self', provided: true, erase: 'keep', retention: 'staff.account', mask: 'staff.manage' })
  locale: string;

  @Column('boolean', { default: true })
  @Personal({ category: 'staff', purposes: ['security'], subject: 'self', provided: false, erase: 'keep', retention: 'staff.account' })
  active: boolean;

  @Column('timestamptz', { name: 'deactivated_at', nullable: true })
  @Personal({ category: 'staff', purposes: ['security'], subject: 'self', provided: false, erase: 'keep', retention: 'staff.account' })
  deactivatedAt: Date | null;

  /** Seconds in which a sent reply can be taken back. */
  @Column('integer', { name: 'undo_seconds', default: 10 })
  @NotPersonal('a setting of the screen')
  undoSeconds: number;

  @Column('integer', { default: 1 })
  @NotPersonal('counts changes')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  @Personal({ category: 'staff', purposes: ['staff_administration'], subject: 'self', provided: false, erase: 'keep', retention: 'staff.account' })
  createdAt: Date;
}
