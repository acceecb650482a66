import type { StaffActor } from '@kaiku/kernel';
import type { Sql } from './customer.builders';

/** Makes the row that an actor's changes refer to. */
export async function asStaffRow(db: Sql, actor: StaffActor): Promise<StaffActor> {
  await db.sql(`INSERT INTO staff_member (id, name, email, locale, created_at) VALUES ($1, $2, $3, $4, '2026-01-01T00:00:00Z')`, [actor.id, actor.name, `${actor.id}@staff.example`, actor.locale]);
  return actor;
}
