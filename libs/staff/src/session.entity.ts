import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A signed-in browser. Lives on real time, also when the demo's clock is moved. Only the token's SHA-256 is kept. */
@Entity('session')
@Unique('session_token_uq', ['tokenHash'])
@Index('session_staff_ix', ['staffId'])
@Check('session_token_ck', `length(token_hash) = 32`)
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pk' })
  @NotPersonal('random id')
  id: string;

  @Column('bytea', { name: 'token_hash' })
  @NotPersonal('hash of random bits')
  tokenHash: Buffer;

  @Column('uuid', { name: 'staff_id' })
  @ForeignKey('StaffMemberEntity', { name: 'session_staff_fk' })
  @Personal({ category: 'staff', purposes: ['security'], subject: 'staff_id', provided: false, erase: 'delete', retention: 'staff.session' })
  staffId: string;

  @Column('timestamptz', { name: 'created_at' })
  @Personal({ category: 'staff', purposes: ['security'], subject: 'staff_id', provided: false, erase: 'delete', retention: 'staff.session' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  @Personal({ category: 'staff', purposes: ['security'], subject: 'staff_id', provided: false, erase: 'delete', retention: 'staff.session' })
  lastSeenAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  @NotPersonal('end of a session')
  expiresAt: Date;
}
