import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { isRerunnable } from './retryable';
import { namedQuery, type NamedQuery } from './named-query';
import { textTimes } from './pg-types';
import { READ_POOL } from './pools';

const PING = namedQuery('database.ping', 'SELECT 1 AS ok');

type Scope = { readonly client: PoolClient; readonly manager: EntityManager | null; open: boolean };

/**
 * Transactions over async context: repositories and queries ask here for the connection, so no handle is passed by hand.
 * Inside a transaction, await one statement at a time.
 */
@Injectable()
export class Database implements OnModuleDestroy {
  private readonly scope = new AsyncLocalStorage<Scope>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(READ_POOL) private readonly readPool: Pool,
  ) {}

  /**
   * Runs `work` in a transaction; a nested call joins the outer one. Any throw rolls all of it back.
   * The outermost call runs `work` again (three times at most) when Postgres reports a deadlock or serialisation failure.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.scope.getStore();
    if (outer) {
      if (!outer.manager) throw new Error('a write was asked for inside a read transaction');
      this.assertOpen(outer);
      return work();
    }
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt >= 3 || !isRerunnable(error)) throw error;
      }
    }
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const scope: Scope = { client, manager: runner.manager, open: true };
    try {
      await runner.startTransaction();
      const result = await this.scope.run(scope, work);
      scope.open = false;
      await runner.commitTransaction();
      return result;
    } catch (error) {
      scope.open = false;
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * A transaction for reading that also records the reading: if the record cannot be written, nothing is shown.
   * @param plans `fresh` for a search, whose best plan depends on what is searched for
   */
  async recordedRead<T>(work: () => Promise<T>, plans: 'kept' | 'fresh' = 'kept'): Promise<T> {
    return this.scope.getStore() ? work() : this.onReadPool(plans === 'fresh' ? 'BEGIN; SET LOCAL plan_cache_mode = force_custom_plan' : 'BEGIN', work);
  }

  /** Reads as the reader role in a read-only transaction: what a GET of a public page may do. */
  async publicRead<T>(work: () => Promise<T>): Promise<T> {
    return this.onReadPool('BEGIN READ ONLY; SET LOCAL ROLE kaiku_reader', work);
  }

  private async onReadPool<T>(begin: string, work: () => Promise<T>): Promise<T> {
    const client = await this.readPool.connect();
    const scope: Scope = { client, manager: null, open: true };
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await this.scope.run(scope, work);
      scope.open = false;
      await client.query('COMMIT');
      return result;
    } catch (error) {
      scope.open = false;
      await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** TypeORM's manager of the running transaction; throws outside one, so that no write can miss its transaction. */
  get manager(): EntityManager {
    const scope = this.scope.getStore();
    if (!scope?.manager) throw new Error('a write needs a transaction: wrap it in database.transaction');
    this.assertOpen(scope);
    return scope.manager;
  }

  get inTransaction(): boolean {
    return this.scope.getStore()?.manager != null;
  }

  /** Rows of a prepared statement, in the running transaction if there is one; timestamps as ISO text. */
  async rows<R extends QueryResultRow>(query: NamedQuery, values: readonly unknown[] = []): Promise<R[]> {
    const scope = this.scope.getStore();
    if (scope) this.assertOpen(scope);
    const statement = { name: query.name, text: query.text, values: values as unknown[], types: textTimes };
    const result = await (scope ? scope.client.query<R>(statement) : this.readPool.query<R>(statement));
    return result.rows;
  }

  async one<R extends QueryResultRow>(query: NamedQuery, values: readonly unknown[] = []): Promise<R | null> {
    return (await this.rows<R>(query, values))[0] ?? null;
  }

  private assertOpen(scope: Scope): void {
    if (!scope.open) throw new Error('the transaction has ended: something was not awaited');
  }

  /** Whether the database can be asked anything now. */
  async answers(): Promise<boolean> {
    return (await this.one(PING)) !== null;
  }

  async onModuleDestroy(): Promise<void> {
    await this.readPool.end();
  }
}

