import type { Sql } from '@kaiku/staff/testing';

/** Payloads of a ticket's events, oldest first, with their names. */
export async function eventsOf(db: Sql, ticketId: string): Promise<{ name: string; version: number; changed: string[]; [key: string]: unknown }[]> {
  const rows = await db.sql<{ name: string; payload: { version: number; changed: string[] } }>(`SELECT name, payload FROM outbox_event WHERE payload->>'ticketId' = $1 ORDER BY id`, [ticketId]);
  return rows.map((row) => ({ name: row.name, ...row.payload }));
}
