import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { WISH } from '../personal';

/** A browser that takes pushes for a colleague. The endpoint is a secret between it, its push service and us. */
@Entity('push_subscription')
@Unique('push_subscription_endpoint_uq', ['endpoint'])
@Index('push_subscription_staff_ix', ['staffId'])
export class PushSubscriptionEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'push_subscription_pk' })
  id: string;
  @Personal(WISH) @Column('uuid', { name: 'staff_id' }) @ForeignKey('StaffMemberEntity', { name: 'push_subscription_staff_fk' })
  staffId: string;
  @Personal(WISH) @Column('text')
  endpoint: string;
  /** The browser's public key, base64url. */
  @Personal(WISH) @Column('text')
  p256dh: string;
  /** The browser's authentication secret, base64url. */
  @Personal(WISH) @Column('text')
  auth: string;
  @NotPersonal() @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
