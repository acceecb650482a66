import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actorKey, Clock, IdempotencyKeyReused, type Actor } from '@kaiku/kernel';
import { Database } from '../database/database';
import { namedQuery } from '../database/named-query';

const CLAIM = namedQuery('idempotency.claim', 'INSERT INTO idempotency_key (actor, operation, key, body_hash, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING key');
const FIND = namedQuery('idempotency.find', 'SELECT body_hash AS "bodyHash", result FROM idempotency_key WHERE actor = $1 AND operation = $2 AND key = $3');
const KEEP = namedQuery('idempotency.keep', 'UPDATE idempotency_key SET result = $4 WHERE actor = $1 AND operation = $2 AND key = $3');

/** The same key does the thing once and answers the same; with another body it is refused. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside a transaction: runs `work` for the first caller of this key and keeps the ids it returns; gives them to later callers.
   * A second caller waits for the first one's commit. Throws {@link IdempotencyKeyReused} when the body differs.
   */
  async once<R>(actor: Actor, operation: string, key: string, body: unknown, work: () => Promise<R>): Promise<R> {
    const who = actorKey(actor);
    const hash = createHash('sha256').update(JSON.stringify(body)).digest();
    const claimed = await this.database.one(CLAIM, [who, operation, key, hash, this.clock.now()]);
    if (!claimed) {
      const first = await this.database.one<{ bodyHash: Buffer; result: R }>(FIND, [who, operation, key]);
      if (!first || !first.bodyHash.equals(hash)) throw new IdempotencyKeyReused();
      return first.result;
    }
    const result = await work();
    this.database.write(KEEP, [who, operation, key, JSON.stringify(result)]);
    return result;
  }
}
