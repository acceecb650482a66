import { NotPersonal } from '@kaiku/kernel';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Opening hours under a name; what they are stands in the versions. */
@Entity('business_calendar')
@Unique('business_calendar_name_uq', ['name'])
@Index('business_calendar_default_uq', ['isDefault'], { unique: true, where: 'is_default' })
@Check('business_calendar_default_ck', 'active OR NOT is_default')
export class BusinessCalendarEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_calendar_pk' })
  id: string;
  @NotPersonal('name of a calendar') @Column('text')
  name: string;
  /** The one that targets without a calendar of their own go by. */
  @NotPersonal() @Column('boolean', { name: 'is_default', default: false })
  isDefault: boolean;
  @NotPersonal() @Column('boolean', { default: true })
  active: boolean;
  @NotPersonal() @Column('integer', { default: 1 })
  version: number;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
