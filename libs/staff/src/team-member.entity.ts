import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who is in which team; a lead sees and plans the team's work. */
@Entity('team_member')
@Index('team_member_staff_ix', ['staffId'])
export class TeamMemberEntity {
  @PrimaryColumn('uuid', { name: 'team_id', primaryKeyConstraintName: 'team_member_pk' })
  @ForeignKey('TeamEntity', { name: 'team_member_team_fk' })
  @NotPersonal('id of a team')
  teamId: string;

  @PrimaryColumn('uuid', { name: 'staff_id', primaryKeyConstraintName: 'team_member_pk' })
  @ForeignKey('StaffMemberEntity', { name: 'team_member_staff_fk' })
  @Personal({ category: 'staff', purposes: ['staff_administration'], subject: 'staff_id', provided: false, erase: 'delete', retention: 'staff.account' })
  staffId: string;

  @Column('boolean', { default: false })
  @Personal({ category: 'staff', purposes: ['staff_administration'], subject: 'staff_id', provided: false, erase: 'delete', retention: 'staff.account' })
  lead: boolean;
}
