import { NotPersonal } from '@kaiku/kernel';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A group that shares a queue. */
@Entity('team')
@Unique('team_name_uq', ['name'])
export class TeamEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_pk' })
  @NotPersonal('random id')
  id: string;

  @Column('text')
  @NotPersonal('name of a team')
  name: string;

  @Column('timestamptz', { name: 'created_at' })
  @NotPersonal('when the team was made')
  createdAt: Date;
}
