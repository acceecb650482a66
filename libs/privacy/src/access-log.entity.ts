import { NotPersonal, Personal } from '@kaiku/kernel';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who saw whom, when and why. The application may add and read rows, and never change or remove one. */
@Entity('access_log')
@Index('access_log_actor_ix', ['actorId', 'at'])
@Check('access_log_mode_ck', `mode IN ('incidental', 'deliberate', 'prefetch')`)
export class AccessLogEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'access_log_pk', generatedIdentity: 'ALWAYS' })
  @NotPersonal('serial number')
  id: string;

  @Column('timestamptz')
  @Personal({ category: 'access_log', purposes: ['security'], subject: 'actor_id', provided: false, erase: 'keep', retention: 'access_log' })
  at: Date;

  @Column('uuid', { name: 'actor_id', nullable: true })
  @Personal({ category: 'access_log', purposes: ['security'], subject: 'actor_id', provided: false, erase: 'keep', retention: 'access_log' })
  actorId: string | null;

  @Column('text')
  @NotPersonal('one of the purposes')
  purpose: string;

  @Column('text')
  @NotPersonal('kind of reading')
  mode: string;

  @Column('text', { name: 'object_kind' })
  @NotPersonal('kind of thing shown')
  objectKind: string;

  @Column('uuid', { name: 'object_ids', array: true })
  @NotPersonal('random ids')
  objectIds: string[];

  /** Pseudonyms; the key that ties one to a person is destroyed when the person is erased. */
  @Column('uuid', { name: 'subject_keys', array: true })
  @Personal({ category: 'access_log', purposes: ['security'], subject: 'subject_keys', provided: false, erase: 'keep', retention: 'access_log' })
  subjectKeys: string[];

  /** What the reader gave as the reason. */
  @Column('text', { nullable: true })
  @Personal({ category: 'free_text', purposes: ['security'], subject: 'subject_keys', provided: false, erase: 'keep', retention: 'access_log' })
  reason: string | null;

  @Column('text', { name: 'trace_id' })
  @NotPersonal('joins log lines of one request')
  traceId: string;
}
