import { NotPersonal, Personal } from '@kaiku/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PET } from '../personal';

/** A customer's animal: personal data of its owner; imported and read-only. */
@Entity('pet')
@Index('pet_customer_ix', ['customerId'])
export class PetEntity {
  @NotPersonal() @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pet_pk' })
  id: string;
  @NotPersonal() @Column('uuid', { name: 'customer_id' }) @ForeignKey('CustomerEntity', { name: 'pet_customer_fk' })
  customerId: string;
  @Personal(PET) @Column('text', { nullable: true })
  name: string | null;
  @Personal(PET) @Column('text')
  species: string;
  @Personal(PET) @Column('integer', { name: 'birth_year', nullable: true })
  birthYear: number | null;
  @Personal(PET) @Column('text', { array: true, default: () => `'{}'` })
  allergies: string[];
  @NotPersonal('system it was imported from') @Column('text')
  source: string;
  @NotPersonal() @Column('timestamptz', { name: 'imported_at' })
  importedAt: Date;
}
