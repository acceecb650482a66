import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { isRerunnable } from './retryable';
import { namedQuery, type NamedQuery } from './named-query';
import { textTimes } from './pg-types';
import { READ_POOL } from './pools';

const PING = namedQuery('database.ping', 'SELECT 1 AS ok');

const statementOf = ({ name, text }: NamedQuery, values: readonly unknown[]) => ({ name, text, values: values as unknown[], types: textTimes });

type Scope = {
  readonly client: PoolClient;
  readonly manager: EntityManager | null;
  open: boolean;
  /** Statements sent and not waited for; each ends without throwing. */
  readonly sent: Promise<void>[];
  /** What the first of them failed with. */
  failure?: unknown;
};
const scopeOn = (client: PoolClient, manager: EntityManager | null): Scope => ({ client, manager, open: true, sent: [] });

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
    const scope = scopeOn(client, runner.manager);
    // TypeORM's own would wait for the answer before the first statement is sent; its manager need only know that one is running.
    Object.assign(runner, { isTransactionActive: true });
    this.send(scope, 'start', client.query('START TRANSACTION'));
    try {
      const result = await this.scope.run(scope, work);
      scope.open = false;
      await this.settled(scope);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      scope.open = false;
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      Object.assign(runner, { isTransactionActive: false });
      await runner.release();
    }
  }

  private send(scope: Scope, name: string, statement: Promise<QueryResult>, changed?: number): void {
    const failed = (error: unknown): void => void (scope.failure ??= error);
    scope.sent.push(statement.then(({ rowCount }) => {
      if (changed !== undefined && rowCount !== changed) failed(new Error(`${name} changed ${rowCount} rows instead of ${changed}`));
    }, failed));
  }

  private async settled(scope: Scope): Promise<void> {
    await Promise.all(scope.sent);
    if (scope.failure !== undefined) throw scope.failure;
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
    const scope = scopeOn(client, null);
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

  /** Whether statements run in a transaction of the caller's, for writing or for reading. */
  get inScope(): boolean {
    return this.scope.getStore() !== undefined;
  }

  /** Rows of a prepared statement, in the running transaction if there is one; timestamps as ISO text. */
  async rows<R extends QueryResultRow>(query: NamedQuery, values: readonly unknown[] = []): Promise<R[]> {
    const scope = this.scope.getStore();
    if (scope) this.assertOpen(scope);
    const statement = statementOf(query, values);
    if (!scope) return (await this.readPool.query<R>(statement)).rows;
    try {
      return (await scope.client.query<R>(statement)).rows;
    } catch (error) {
      // After a failed statement Postgres refuses the rest: the first one says why.
      throw scope.failure ?? error;
    }
  }

  /**
   * A change whose outcome nothing waits for: it goes out behind the statements before it, without a round trip of its own.
   * It has been done, or has failed the whole transaction, before the commit is sent.
   * @param changed how many rows it must change, when that matters
   */
  write(query: NamedQuery, values: readonly unknown[], changed?: number): void {
    const scope = this.scope.getStore();
    if (!scope?.manager) throw new Error('a write needs a transaction: wrap it in database.transaction');
    this.assertOpen(scope);
    this.send(scope, query.name, scope.client.query(statementOf(query, values)), changed);
  }

  async one<R extends QueryResultRow>(query: NamedQuery, values: readonly unknown[] = []): Promise<R | null> {
    return (await this.rows<R>(query, values))[0] ?? null;
  }

  /** Waits until what was written so far is done: for who must answer a broken constraint in words of its own. */
  async written(): Promise<void> {
    const scope = this.scope.getStore();
    if (scope) await this.settled(scope);
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

