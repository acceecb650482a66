import { Injectable } from '@nestjs/common';
import { isId, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';

const TIERS = namedQuery('customers.tiers', `SELECT customer_id AS id, tier FROM loyalty_membership WHERE customer_id = ANY($1) AND tier IS NOT NULL AND ended_on IS NULL`);

/** Loyalty tiers for the desk's own rules. Shown to nobody, so that no reading is recorded. */
@Injectable()
export class CustomerTierQueries {
  constructor(private readonly database: Database) {}

  /** Tiers by customer, for the desk itself only; those without a membership that lasts are missing. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = ids.filter(isId);
    if (known.length === 0 || viewer.actor.kind !== 'system') return new Map();
    return new Map((await this.database.rows<{ id: string; tier: string }>(TIERS, [known])).map(({ id, tier }) => [id, tier]));
  }
}
