import { NotPersonal } from '@kaiku/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** When somebody is told about a deadline, and who. Running clocks keep the steps they were given. */
@Entity('reminder_plan')
@Unique('reminder_plan_name_uq', ['name'])
export class ReminderPlanEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_plan_pk' })
  id: string;
  @NotPersonal('name of a plan') @Column('text')
  name: string;
  @NotPersonal() @Column('integer', { default: 1 })
  version: number;
  @NotPersonal() @Column('jsonb')
  steps: object;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
