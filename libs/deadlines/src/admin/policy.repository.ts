import { Injectable } from '@nestjs/common';
import { InvalidInput, newId } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { DeadlinePolicyEntity } from './deadline-policy.entity';
import { DeadlinePolicyVersionEntity } from './deadline-policy-version.entity';

const NAME_FREE = namedQuery('deadlines.policy-name-free', 'SELECT NOT EXISTS (SELECT FROM deadline_policy WHERE name = $1 AND id <> $2) AS free');
const LAST_RANK = namedQuery('deadlines.policy-last-rank', 'SELECT coalesce(max(rank), 0) AS rank FROM deadline_policy');
const LOCK_ALL = namedQuery('deadlines.policies-lock', 'SELECT id FROM deadline_policy ORDER BY id FOR UPDATE');
const ORDER = namedQuery('deadlines.policies-order', 'UPDATE deadline_policy p SET rank = o.rank * 10 FROM unnest($1::uuid[]) WITH ORDINALITY AS o(id, rank) WHERE p.id = o.id');

export type NewPolicyVersion = Omit<DeadlinePolicyVersionEntity, 'id'>;

/** Policies for change; inside a transaction. */
@Injectable()
export class PolicyRepository {
  constructor(private readonly database: Database) {}

  lock(id: string): Promise<DeadlinePolicyEntity | null> {
    return this.database.manager.findOne(DeadlinePolicyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Throws {@link InvalidInput} when another policy has the name. */
  async assertNameFree(name: string, except: string): Promise<void> {
    if (!(await this.database.one<{ free: boolean }>(NAME_FREE, [name, except]))!.free) throw new InvalidInput([{ path: 'name', code: 'setting_name_taken' }]);
  }

  /** The rank behind all others. */
  async nextRank(): Promise<number> {
    return (await this.database.one<{ rank: number }>(LAST_RANK))!.rank + 10;
  }

  async insert(policy: DeadlinePolicyEntity): Promise<void> {
    await this.database.manager.insert(DeadlinePolicyEntity, policy);
  }

  async save(id: string, change: Partial<DeadlinePolicyEntity>): Promise<void> {
    await this.database.manager.update(DeadlinePolicyEntity, { id }, change);
  }

  /** @returns the version's id */
  async insertVersion(given: NewPolicyVersion): Promise<string> {
    const id = newId();
    await this.database.manager.insert(DeadlinePolicyVersionEntity, { id, ...given });
    return id;
  }

  /** Ids of all policies, which nobody else changes until the transaction ends. */
  async lockAll(): Promise<string[]> {
    return (await this.database.rows<{ id: string }>(LOCK_ALL)).map((row) => row.id);
  }

  async order(ids: readonly string[]): Promise<void> {
    await this.database.rows(ORDER, [ids]);
  }
}
