import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who has which role, and who gave it. Nobody gives one to themselves. */
@Entity('staff_role')
@Check('staff_role_not_self_ck', `granted_by IS NULL OR granted_by <> staff_id`)
export class StaffRoleEntity {
  @PrimaryColumn('uuid', { name: 'staff_id', primaryKeyConstraintName: 'staff_role_pk' })
  @ForeignKey('StaffMemberEntity', { name: 'staff_role_staff_fk' })
  @Personal({ category: 'staff', purposes: ['security', 'staff_administration'], subject: 'staff_id', provided: false, erase: 'keep', retention: 'staff.account' })
  staffId: string;

  @PrimaryColumn('text', { name: 'role_id', primaryKeyConstraintName: 'staff_role_pk' })
  @ForeignKey('RoleEntity', { name: 'staff_role_role_fk' })
  @Personal({ category: 'staff', purposes: ['security', 'staff_administration'], subject: 'staff_id', provided: false, erase: 'keep', retention: 'staff.account', mask: 'staff.manage' })
  roleId: string;

  /** Null: by the set-up or the demo. */
  @Column('uuid', { name: 'granted_by', nullable: true })
  @ForeignKey('StaffMemberEntity', { name: 'staff_role_granted_by_fk' })
  @Personal({ category: 'staff', purposes: ['security'], subject: 'granted_by', provided: false, erase: 'keep', retention: 'staff.account' })
  grantedBy: string | null;

  @Column('timestamptz', { name: 'granted_at' })
  @NotPersonal('when a right was given')
  grantedAt: Date;
}
