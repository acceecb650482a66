import { NotPersonal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A notice on its way by mail or push. `queued → claimed → sent | failed | skipped`; an expired lease puts it back in line. */
@Entity('notice_delivery')
@Unique('notice_delivery_uq', ['noticeId', 'channel'])
@Check('notice_delivery_channel_ck', `channel IN ('mail', 'push')`)
@Check('notice_delivery_state_ck', `state IN ('queued', 'claimed', 'sent', 'failed', 'skipped')`)
@Index('notice_delivery_due_ix', { synchronize: false })
@Index('notice_delivery_lease_ix', ['leaseUntil'], { where: `state = 'claimed'` })
export class NoticeDeliveryEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_delivery_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'notice_id' }) @ForeignKey('NoticeEntity', { name: 'notice_delivery_notice_fk', onDelete: 'CASCADE' })
  noticeId: string;
  @NotPersonal() @Column('text')
  channel: string;
  @NotPersonal() @Column('text')
  state: string;
  @NotPersonal() @Column('timestamptz', { name: 'release_at' })
  releaseAt: Date;
  @NotPersonal() @Column('timestamptz', { name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;
  @NotPersonal() @Column('integer', { default: 0 })
  fence: number;
  @NotPersonal() @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil: Date | null;
  @NotPersonal() @Column('integer', { default: 0 })
  tries: number;
  @NotPersonal('technical code') @Column('text', { name: 'error_code', nullable: true })
  errorCode: string | null;
  @NotPersonal() @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;
  @NotPersonal() @Column('text', { name: 'trace_id' })
  traceId: string;
}
