import { NotPersonal } from '@kaiku/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A promise under a name; what is promised to whom stands in the versions. */
@Entity('deadline_policy')
@Unique('deadline_policy_name_uq', ['name'])
export class DeadlinePolicyEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deadline_policy_pk' })
  id: string;
  @NotPersonal('name of a policy') @Column('text')
  name: string;
  /** The first that matches is the one that holds. */
  @NotPersonal() @Column('integer')
  rank: number;
  /** Off: clocks that run finish, none start. */
  @NotPersonal() @Column('boolean', { default: true })
  active: boolean;
  @NotPersonal() @Column('integer', { default: 1 })
  version: number;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
