import { newId } from '@kaiku/kernel';
import type { Sql } from '@kaiku/staff/testing';
import type { NoticeCause } from '../notice.words';

/** Inserts a notice: an assignment, unread, unless told. */
export async function aNotice(db: Sql, given: { staffId: string; id?: string; cause?: NoticeCause; ticketId?: string | null; ticketNumber?: number | null; createdAt?: string; readAt?: string | null; inApp?: boolean }): Promise<{ id: string }> {
  const id = given.id ?? newId();
  await db.sql(
    `INSERT INTO notice (id, staff_id, cause, ticket_id, ticket_number, dedupe_key, in_app, created_at, read_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, given.staffId, given.cause ?? 'assigned', given.ticketId ?? null, given.ticketNumber ?? null, `test:${id}`, given.inApp ?? true, given.createdAt ?? '2026-11-23T08:00:00.000Z', given.readAt ?? null],
  );
  return { id };
}
