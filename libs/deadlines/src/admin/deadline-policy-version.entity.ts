import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { BY } from './marks';

/** A policy as it was saved once. The database lets the application insert and read it, never change it. */
@Entity('deadline_policy_version')
@Unique('deadline_policy_version_uq', ['policyId', 'version'])
export class DeadlinePolicyVersionEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deadline_policy_version_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'policy_id' }) @ForeignKey('DeadlinePolicyEntity', { name: 'deadline_policy_version_policy_fk' })
  policyId: string;
  @NotPersonal() @Column('integer')
  version: number;
  @NotPersonal() @Column('jsonb')
  conditions: object;
  @NotPersonal() @Column('jsonb')
  targets: object;
  @NotPersonal() @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom: Date;
  @NotPersonal('why a promise was changed') @Column('text', { nullable: true })
  note: string | null;
  /** Null: it came with the desk. */
  @Personal(BY) @Column('uuid', { name: 'created_by', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'deadline_policy_version_created_by_fk' })
  createdBy: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
