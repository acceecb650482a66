import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WISH } from '../personal';

/** Where a colleague's wish differs from what is usual. */
@Entity('notice_preference')
@Check('notice_preference_channel_ck', `channel IN ('in_app', 'mail', 'push')`)
export class NoticePreferenceEntity {
  @Personal(WISH) @PrimaryColumn('uuid', { name: 'staff_id', primaryKeyConstraintName: 'notice_preference_pk' }) @ForeignKey('StaffMemberEntity', { name: 'notice_preference_staff_fk' })
  staffId: string;
  @NotPersonal() @PrimaryColumn('text', { primaryKeyConstraintName: 'notice_preference_pk' })
  cause: string;
  @NotPersonal() @PrimaryColumn('text', { primaryKeyConstraintName: 'notice_preference_pk' })
  channel: string;
  @Personal(WISH) @Column('boolean')
  enabled: boolean;
}
