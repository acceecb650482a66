import { newId } from '@kaiku/kernel';
import type { CallDirection, CallOutcome, CallTopic } from '../call.words';

/** What builders need of a test database. */
export interface Sql {
  sql<R = Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]>;
}

export interface ACall {
  id?: string;
  /** The timeline entry; left out only for a wrong number. */
  entryId?: string | null;
  staffId: string;
  customerId?: string | null;
  /** E.164. */
  number?: string | null;
  direction?: CallDirection;
  startedAt?: string;
  endedAt?: string | null;
  topic?: CallTopic;
  outcome?: CallOutcome;
  callBackAt?: string | null;
}

/** Inserts a valid call: an incoming one about an order, solved, unless told; without an entry a wrong number. */
export async function aCall(db: Sql, given: ACall): Promise<{ id: string }> {
  const id = given.id ?? newId();
  const startedAt = given.startedAt ?? '2026-11-23T08:30:00.000Z';
  const outcome = given.outcome ?? (given.entryId ? 'solved' : 'wrong_number');
  await db.sql(
    `INSERT INTO call (id, entry_id, staff_id, customer_id, number, direction, started_at, ended_at, topic, outcome, call_back_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $7)`,
    [
      id, given.entryId ?? null, given.staffId, given.customerId ?? null, given.number === undefined ? '+358405550101' : given.number, given.direction ?? 'inbound', startedAt,
      given.endedAt ?? null, given.topic ?? 'order', outcome, given.callBackAt ?? (outcome === 'call_back' ? '2026-11-24T08:30:00.000Z' : null),
    ],
  );
  return { id };
}
