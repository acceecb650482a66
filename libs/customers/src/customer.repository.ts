import { Injectable } from '@nestjs/common';
import { newId, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, namedQuery, violatedConstraint } from '@kaiku/platform';
import type { NormalContactPoint } from './contact-point.rules';
import { CustomerNumberTaken } from './customers.problems';
import { CustomerChangeEntity, CustomerContactPointEntity, CustomerEntity } from './entities';

// The update only takes the row's lock: two people giving one address at once share one contact point.
const POINT = namedQuery('customers.contact-point', `
  INSERT INTO contact_point (id, kind, value, created_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (kind, value) DO UPDATE SET value = excluded.value RETURNING id`);
const LINK = namedQuery('customers.link-contact-point', `
  INSERT INTO customer_contact_point (customer_id, contact_point_id, original, label, source, created_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING RETURNING contact_point_id`);
const UNLINK = namedQuery('customers.unlink-contact-point', `
  DELETE FROM customer_contact_point l USING contact_point p
  WHERE l.customer_id = $1 AND l.contact_point_id = $2 AND p.id = l.contact_point_id RETURNING l.original, p.value`);

/** One field that changed; null is no value. */
export interface FieldChange {
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** Who changed it, from where, why and when. */
export interface ChangeContext {
  readonly actor: Actor;
  readonly source: string;
  readonly reason: string | null;
  readonly at: Date;
}

/** Customers for changing. */
@Injectable()
export class CustomerRepository {
  constructor(private readonly database: Database) {}

  async insert(row: CustomerEntity): Promise<void> {
    try {
      await this.database.manager.insert(CustomerEntity, row);
    } catch (error) {
      if (violatedConstraint(error) === 'customer_number_uq') throw new CustomerNumberTaken();
      throw error;
    }
  }

  /** The row, locked until the transaction ends; null when there is none. */
  async lock(id: string): Promise<CustomerEntity | null> {
    return this.database.manager.findOne(CustomerEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(id: string, change: Partial<CustomerEntity>): Promise<void> {
    await this.database.manager.update(CustomerEntity, { id }, change);
  }

  async keepHistory(customerId: string, changes: readonly FieldChange[], context: ChangeContext): Promise<void> {
    if (changes.length === 0) return;
    const { actor, source, reason, at } = context;
    const staffName = actor.kind === 'staff' ? actor.name : null;
    await this.database.manager.insert(CustomerChangeEntity, changes.map((change) => ({ id: newId(), customerId, ...change, at, staffId: staffIdOf(actor), staffName, source, reason })));
  }

  /** Links the contact point to the customer, making it when it is new. False when it was linked already. */
  async link(customerId: string, point: NormalContactPoint, source: string, at: Date, label: string | null = null): Promise<boolean> {
    const made = await this.database.one<{ id: string }>(POINT, [newId(), point.kind, point.value, at]);
    return (await this.database.one(LINK, [customerId, made!.id, point.original, label, source, at])) !== null;
  }

  /** The removed link's value, or null when there was none. */
  async unlink(customerId: string, contactPointId: string): Promise<string | null> {
    return (await this.database.one<{ value: string }>(UNLINK, [customerId, contactPointId]))?.value ?? null;
  }

  async isLinked(customerId: string, contactPointId: string): Promise<boolean> {
    return this.database.manager.existsBy(CustomerContactPointEntity, { customerId, contactPointId });
  }
}
