import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Entity, PrimaryColumn } from 'typeorm';
import type { StaffActor } from '@kaiku/kernel';
import type { Sql } from './customer.builders';

/** The staff table as far as this library's foreign keys reach: its own tests do not load the staff library, a stranger of equal rank. */
@Entity('staff_member')
class StaffMemberEntity {
  @PrimaryColumn('uuid')
  id: string;
}

@Module({ imports: [TypeOrmModule.forFeature([StaffMemberEntity])] })
export class StaffTableModule {}

/** Makes the row that an actor's changes refer to. */
export async function asStaffRow(db: Sql, actor: StaffActor): Promise<StaffActor> {
  await db.sql(`INSERT INTO staff_member (id, name, email, locale, created_at) VALUES ($1, $2, $3, $4, '2026-01-01T00:00:00Z')`, [actor.id, actor.name, `${actor.id}@staff.example`, actor.locale]);
  return actor;
}
