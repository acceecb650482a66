import { Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WISH } from '../personal';

/** When a colleague is not to be disturbed: minutes of the day in the desk's zone; equal ones mean never. */
@Entity('quiet_hours')
@Check('quiet_hours_minutes_ck', `from_minute BETWEEN 0 AND 1439 AND to_minute BETWEEN 0 AND 1439`)
export class QuietHoursEntity {
  @Personal(WISH) @PrimaryColumn('uuid', { name: 'staff_id', primaryKeyConstraintName: 'quiet_hours_pk' }) @ForeignKey('StaffMemberEntity', { name: 'quiet_hours_staff_fk' })
  staffId: string;
  @Personal(WISH) @Column('integer', { name: 'from_minute' })
  fromMinute: number;
  @Personal(WISH) @Column('integer', { name: 'to_minute' })
  toMinute: number;
}
