import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { BY } from './marks';

/** A day that the law or a feed names. It changes nothing until a person accepts it. */
@Entity('calendar_day_proposal')
@Unique('calendar_day_proposal_day_uq', ['calendarId', 'date', 'source'])
@Check('calendar_day_proposal_kind_ck', `kind IN ('closed', 'hours')`)
@Check('calendar_day_proposal_source_ck', `source IN ('law', 'feed')`)
@Check('calendar_day_proposal_state_ck', `state IN ('proposed', 'accepted', 'dismissed')`)
@Check('calendar_day_proposal_decided_ck', `(state = 'proposed') = (decided_at IS NULL)`)
export class CalendarDayProposalEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_day_proposal_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'calendar_id' }) @ForeignKey('BusinessCalendarEntity', { name: 'calendar_day_proposal_calendar_fk' })
  calendarId: string;
  @NotPersonal() @Column('date')
  date: string;
  @NotPersonal() @Column('text')
  kind: string;
  @NotPersonal() @Column('jsonb', { default: [] })
  intervals: object;
  @NotPersonal() @Column('text', { nullable: true })
  label: string | null;
  @NotPersonal() @Column('text')
  source: string;
  @NotPersonal() @Column('text', { default: 'proposed' })
  state: string;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Personal(BY) @Column('uuid', { name: 'decided_by', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'calendar_day_proposal_decided_by_fk' })
  decidedBy: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
