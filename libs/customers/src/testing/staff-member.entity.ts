import { NotPersonal } from '@kaiku/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** The staff table as far as this library's foreign keys reach: its own tests do not load the staff library, a stranger of equal rank. */
@Entity('staff_member')
export class StaffMemberEntity {
  @NotPersonal() @PrimaryColumn('uuid')
  id: string;
}
