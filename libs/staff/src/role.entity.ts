import { NotPersonal } from '@kaiku/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named set of permissions. */
@Entity('role')
export class RoleEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'role_pk' })
  @NotPersonal('name of a role')
  id: string;

  @Column('text', { array: true })
  @NotPersonal('permission codes')
  permissions: string[];
}
