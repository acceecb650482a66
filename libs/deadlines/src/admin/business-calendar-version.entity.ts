import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { BY } from './marks';

/** A calendar as it was saved once. The database lets the application insert and read it, never change it. */
@Entity('business_calendar_version')
@Unique('business_calendar_version_uq', ['calendarId', 'version'])
@Check('business_calendar_version_sha256_ck', 'length(sha256) = 32')
export class BusinessCalendarVersionEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_calendar_version_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'calendar_id' }) @ForeignKey('BusinessCalendarEntity', { name: 'business_calendar_version_calendar_fk' })
  calendarId: string;
  @NotPersonal() @Column('integer')
  version: number;
  @NotPersonal() @Column('jsonb')
  definition: object;
  @NotPersonal() @Column('bytea')
  sha256: Buffer;
  @NotPersonal() @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom: Date;
  @NotPersonal('why the hours of the desk were changed') @Column('text', { nullable: true })
  note: string | null;
  /** Null: it came with the desk. */
  @Personal(BY) @Column('uuid', { name: 'created_by', nullable: true }) @ForeignKey('StaffMemberEntity', { name: 'business_calendar_version_created_by_fk' })
  createdBy: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
