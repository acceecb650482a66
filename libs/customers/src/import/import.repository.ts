import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { ImportedValues } from './import.rules';

// Sets in, counts out: each statement takes a JSON array, so that a thousand rows are one round trip; a second run changes nothing.
const KNOWN = namedQuery('customers.import.known', `
  SELECT c.id, c.customer_number AS "customerNumber", c.first_name AS "firstName", c.last_name AS "lastName", c.language, c.postal_address AS "postalAddress", c.since,
    array(SELECT DISTINCT h.field FROM customer_change h WHERE h.customer_id = c.id AND h.source = 'agent') AS corrected
  FROM customer c WHERE c.customer_number = ANY($1) ORDER BY c.id FOR UPDATE`);
const INSERT = namedQuery('customers.import.insert', `
  INSERT INTO customer (id, customer_number, first_name, last_name, language, postal_address, since, log_key, source, created_at, updated_at)
  SELECT id, "customerNumber", "firstName", "lastName", language, "postalAddress", since, "logKey", $2, $3, $3
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "customerNumber" text, "firstName" text, "lastName" text, language text, "postalAddress" text, since date, "logKey" uuid)
  ON CONFLICT (customer_number) DO NOTHING RETURNING id, customer_number AS "customerNumber"`);
const UPDATE = namedQuery('customers.import.update', `
  UPDATE customer c SET first_name = r."firstName", last_name = r."lastName", language = r.language, postal_address = r."postalAddress", since = r.since, version = c.version + 1, updated_at = $2
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "firstName" text, "lastName" text, language text, "postalAddress" text, since date) WHERE c.id = r.id`);
const CHANGES = namedQuery('customers.import.changes', `
  INSERT INTO customer_change (id, customer_id, field, old_value, new_value, at, source)
  SELECT id, "customerId", field, "oldValue", "newValue", $2, $3 FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "customerId" uuid, field text, "oldValue" text, "newValue" text)`);
const POINTS = namedQuery('customers.import.points', `
  INSERT INTO contact_point (id, kind, value, created_at)
  SELECT DISTINCT ON (kind, value) id, kind, value, $2 FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, kind text, value text) ORDER BY kind, value
  ON CONFLICT (kind, value) DO NOTHING`);
// An address that a person took off the record does not come back.
const LINKS = namedQuery('customers.import.links', `
  INSERT INTO customer_contact_point (customer_id, contact_point_id, original, source, created_at)
  SELECT r."customerId", p.id, r.original, $3, $2 FROM jsonb_to_recordset($1::jsonb) AS r ("customerId" uuid, kind text, value text, original text)
  JOIN contact_point p ON p.kind = r.kind AND p.value = r.value
  WHERE NOT EXISTS (SELECT 1 FROM customer_change h WHERE h.customer_id = r."customerId" AND h.field = 'contactPoint' AND h.old_value = r.value)
  ON CONFLICT DO NOTHING`);
const LOYALTY = namedQuery('customers.import.loyalty', `
  INSERT INTO loyalty_membership (customer_id, number, tier, points, started_on, ended_on, source, imported_at)
  SELECT "customerId", number, tier, points, "startedOn", "endedOn", $3, $2
  FROM jsonb_to_recordset($1::jsonb) AS r ("customerId" uuid, number text, tier text, points integer, "startedOn" date, "endedOn" date)
  ON CONFLICT (customer_id) DO UPDATE SET number = excluded.number, tier = excluded.tier, points = excluded.points, started_on = excluded.started_on, ended_on = excluded.ended_on,
    source = excluded.source, imported_at = excluded.imported_at
  WHERE (loyalty_membership.number, loyalty_membership.tier, loyalty_membership.points, loyalty_membership.started_on, loyalty_membership.ended_on)
    IS DISTINCT FROM (excluded.number, excluded.tier, excluded.points, excluded.started_on, excluded.ended_on)`);
const PETS = namedQuery('customers.import.pets', `
  WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "customerId" uuid, name text, species text, "birthYear" integer, allergies text[])),
  refreshed AS (
    UPDATE pet p SET birth_year = g."birthYear", allergies = g.allergies, imported_at = $2 FROM given g
    WHERE p.customer_id = g."customerId" AND p.source = $3 AND p.name = g.name AND p.species = g.species AND (p.birth_year, p.allergies) IS DISTINCT FROM (g."birthYear", g.allergies))
  INSERT INTO pet (id, customer_id, name, species, birth_year, allergies, source, imported_at)
  SELECT g.id, g."customerId", g.name, g.species, g."birthYear", g.allergies, $3, $2 FROM given g
  WHERE NOT EXISTS (SELECT 1 FROM pet p WHERE p.customer_id = g."customerId" AND p.source = $3 AND p.name = g.name AND p.species = g.species)`);
const RECEIPTS = namedQuery('customers.import.receipts', `
  INSERT INTO receipt (id, customer_id, receipt_number, order_number, bought_on, shop, total_cents, lines, source, imported_at)
  SELECT id, "customerId", "receiptNumber", "orderNumber", "boughtOn", shop, "totalCents", lines, $3, $2
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "customerId" uuid, "receiptNumber" text, "orderNumber" text, "boughtOn" date, shop text, "totalCents" integer, lines jsonb)
  ON CONFLICT (source, receipt_number) DO NOTHING`);

export type KnownCustomer = ImportedValues & { readonly id: string; readonly customerNumber: string; readonly corrected: string[] };
type Rows = readonly object[];

/** Bulk statements of the import. */
@Injectable()
export class ImportRepository {
  constructor(private readonly database: Database) {}

  /** Customers with these numbers, locked, by number. */
  async known(numbers: readonly string[]): Promise<Map<string, KnownCustomer>> {
    const rows = await this.database.rows<KnownCustomer>(KNOWN, [numbers]);
    return new Map(rows.map((row) => [row.customerNumber, row]));
  }

  insert(rows: Rows, source: string, at: Date): Promise<{ id: string; customerNumber: string }[]> {
    return this.database.rows(INSERT, [JSON.stringify(rows), source, at]);
  }

  async update(rows: Rows, at: Date): Promise<void> {
    if (rows.length > 0) await this.database.rows(UPDATE, [JSON.stringify(rows), at]);
  }

  async keepHistory(rows: Rows, source: string, at: Date): Promise<void> {
    if (rows.length > 0) await this.database.rows(CHANGES, [JSON.stringify(rows), at, source]);
  }

  /** Contact points, memberships, pets and receipts of customers that are there. */
  async attach(parts: { points: Rows; loyalty: Rows; pets: Rows; receipts: Rows }, source: string, at: Date): Promise<void> {
    if (parts.points.length > 0) {
      await this.database.rows(POINTS, [JSON.stringify(parts.points), at]);
      await this.database.rows(LINKS, [JSON.stringify(parts.points), at, source]);
    }
    if (parts.loyalty.length > 0) await this.database.rows(LOYALTY, [JSON.stringify(parts.loyalty), at, source]);
    if (parts.pets.length > 0) await this.database.rows(PETS, [JSON.stringify(parts.pets), at, source]);
    if (parts.receipts.length > 0) await this.database.rows(RECEIPTS, [JSON.stringify(parts.receipts), at, source]);
  }
}
