import { newId } from '@kaiku/kernel';
import { contactPoint } from '../contact-point.rules';
import type { ReceiptLine } from '../customer.views';

/** What builders need of a test database. */
export interface Sql {
  sql<R = Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]>;
}

export interface ACustomer {
  id?: string;
  firstName?: string | null;
  lastName?: string | null;
  language?: 'fi' | 'sv' | 'en' | null;
  customerNumber?: string | null;
  postalAddress?: string | null;
  since?: string | null;
  flags?: ('restricted' | 'minor' | 'safety_ban' | 'deceased')[];
  emails?: string[];
  phones?: string[];
  loyalty?: { number?: string; tier?: string; points?: number; startedOn?: string; endedOn?: string };
  pets?: { name: string; species?: string; birthYear?: number; allergies?: string[] }[];
  receipts?: { receiptNumber: string; orderNumber?: string; boughtOn?: string; shop?: string; totalCents?: number; lines?: ReceiptLine[] }[];
}

const AT = '2026-11-01T08:00:00.000Z';

/** Inserts a valid customer; contact points may be in any spelling and are shared when they exist. */
export async function aCustomer(db: Sql, given: ACustomer = {}): Promise<{ id: string; logKey: string }> {
  const id = given.id ?? newId();
  const logKey = newId();
  const of = <K extends keyof ACustomer>(key: K, fallback: ACustomer[K]) => (given[key] === undefined ? fallback : given[key]);
  await db.sql(
    `INSERT INTO customer (id, customer_number, first_name, last_name, language, postal_address, since, flags, log_key, source, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'import', $10, $10)`,
    [id, of('customerNumber', null), of('firstName', 'Matti'), of('lastName', 'Virtanen'), of('language', 'fi'), of('postalAddress', null), of('since', null), given.flags ?? [], logKey, AT],
  );
  const points = [...(given.emails ?? []).map((e) => contactPoint('email', e)), ...(given.phones ?? []).map((p) => contactPoint('phone', p))];
  for (const point of points) {
    await db.sql('INSERT INTO contact_point (id, kind, value, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [newId(), point.kind, point.value, AT]);
    await db.sql(
      `INSERT INTO customer_contact_point (customer_id, contact_point_id, original, source, created_at)
       SELECT $1, id, $4, 'import', $5 FROM contact_point WHERE kind = $2 AND value = $3`,
      [id, point.kind, point.value, point.original, AT],
    );
  }
  if (given.loyalty) {
    const { number = 'L-1', tier = null, points: sum = null, startedOn = '2020-01-01', endedOn = null } = given.loyalty;
    await db.sql(`INSERT INTO loyalty_membership (customer_id, number, tier, points, started_on, ended_on, source, imported_at) VALUES ($1, $2, $3, $4, $5, $6, 'loyalty', $7)`, [id, number, tier, sum, startedOn, endedOn, AT]);
  }
  for (const pet of given.pets ?? []) {
    await db.sql(`INSERT INTO pet (id, customer_id, name, species, birth_year, allergies, source, imported_at) VALUES ($1, $2, $3, $4, $5, $6, 'loyalty', $7)`, [newId(), id, pet.name, pet.species ?? 'cat', pet.birthYear ?? null, pet.allergies ?? [], AT]);
  }
  for (const receipt of given.receipts ?? []) {
    const { receiptNumber, orderNumber = null, boughtOn = '2026-10-15', shop = 'Kamppi', totalCents = null, lines = [] } = receipt;
    await db.sql(
      `INSERT INTO receipt (id, customer_id, receipt_number, order_number, bought_on, shop, total_cents, lines, source, imported_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'till', $9)`,
      [newId(), id, receiptNumber, orderNumber, boughtOn, shop, totalCents, JSON.stringify(lines), AT],
    );
  }
  return { id, logKey };
}
