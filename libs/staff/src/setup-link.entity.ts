import { NotPersonal } from '@kaiku/kernel';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one-time link that makes the first administrator. Lives on real time. */
@Entity('setup_link')
@Check('setup_link_token_ck', `length(token_hash) = 32`)
export class SetupLinkEntity {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'setup_link_pk' })
  @NotPersonal('hash of random bits')
  tokenHash: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  @NotPersonal('when the link was made')
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  @NotPersonal('when it ends')
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  @NotPersonal('when it was used')
  usedAt: Date | null;
}
