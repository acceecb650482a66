import { LIMITS } from '@kaiku/kernel';
import { Pool, type PoolConfig } from 'pg';

/** Pools apart: hot reads never wait for writes, reports or the queue. */
export const READ_POOL = Symbol('read pool');

/** The role without ownership: it may not change append-only tables. The login must be a member of it. */
export const APP_OPTIONS = `-c role=kaiku_app -c timezone=UTC -c statement_timeout=${LIMITS.database.statementMs} -c idle_in_transaction_session_timeout=${LIMITS.database.idleInTransactionMs}`;

/**
 * For statements with literal statuses and limits, where one plan fits every value: planning anew took three times as long as
 * running the queue's statement. A search, whose best plan depends on what is searched for, asks for a fresh plan.
 */
export const KEPT_PLANS = `${APP_OPTIONS} -c plan_cache_mode=force_generic_plan`;

export function createPool(url: string, name: string, max: number, extra: PoolConfig = {}): Pool {
  const pool = new Pool({ connectionString: url, max, options: APP_OPTIONS, application_name: `kaiku ${name}`, connectionTimeoutMillis: 5000, ...extra });
  // Each queue and worker of a shared pool listens for itself.
  pool.setMaxListeners(0);
  // A connection that dies while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
