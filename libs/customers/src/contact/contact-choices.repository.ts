import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { ConsentPurpose, ContactChannel, ObjectionScope, SuppressionScope } from './contact-terms';
import type { AddressChoices, PersonChoices } from './may-contact.rules';

const LOCK = namedQuery('contact.lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 5160421))');
const PEOPLE_AT = namedQuery('contact.people-at', `
  SELECT l.customer_id AS "customerId" FROM contact_point p JOIN customer_contact_point l ON l.contact_point_id = p.id WHERE p.kind = $1 AND p.value = $2`);
const IN_FORCE = namedQuery('contact.in-force', `
  SELECT 'person' AS kind, id AS "customerId", NULL AS scope, NULL AS channel, NULL::timestamptz AS since, flags FROM customer WHERE id = ANY($1::uuid[])
  UNION ALL
  SELECT 'restriction', customer_id, NULL, NULL, at, NULL FROM (
    SELECT DISTINCT ON (customer_id, ground) * FROM restriction WHERE customer_id = ANY($1::uuid[]) ORDER BY customer_id, ground, id DESC) r WHERE r.kind = 'restricted'
  UNION ALL
  SELECT 'objection', customer_id, scope, channel, at, NULL FROM (
    SELECT DISTINCT ON (customer_id, scope, channel) * FROM objection WHERE customer_id = ANY($1::uuid[]) ORDER BY customer_id, scope, channel, id DESC) o WHERE o.kind = 'objected'
  UNION ALL
  SELECT 'objection', NULL, scope, channel, at, NULL FROM (
    SELECT DISTINCT ON (scope, channel) * FROM objection WHERE address_hash = ANY($2::bytea[]) ORDER BY scope, channel, id DESC) a WHERE a.kind = 'objected'
  UNION ALL
  SELECT 'consent', customer_id, purpose, channel, at, NULL FROM (
    SELECT DISTINCT ON (customer_id, purpose, channel) * FROM consent_event WHERE customer_id = ANY($1::uuid[]) ORDER BY customer_id, purpose, channel, id DESC) c WHERE c.kind = 'given'
  UNION ALL
  SELECT 'suppression', NULL, scope, NULL, at, NULL FROM (
    SELECT DISTINCT ON (scope, cause) * FROM contact_suppression WHERE address_hash = ANY($2::bytea[]) ORDER BY scope, cause, id DESC) s WHERE s.kind = 'suppressed'`);

interface InForceRow {
  readonly kind: 'person' | 'restriction' | 'objection' | 'consent' | 'suppression';
  readonly customerId: string | null;
  readonly scope: string | null;
  readonly channel: ContactChannel | null;
  readonly since: string | null;
  readonly flags: readonly string[] | null;
}

/** What counts now for some people and one address. */
export interface ChoicesInForce {
  readonly people: ReadonlyMap<string, PersonChoices>;
  readonly address: AddressChoices;
}

/** The ledgers of what people want to get, for changing and for deciding. */
@Injectable()
export class ContactChoicesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Holds people and then addresses until the transaction ends, always in the same order. Every sending and every choice takes
   * these locks before it reads: what it reads next is what has been committed.
   */
  async lock(customerIds: readonly string[], addressHashes: readonly Buffer[]): Promise<void> {
    // Outside a transaction a lock would end with its own statement and guard nothing.
    if (!this.database.inTransaction) throw new Error('contact choices are decided inside the transaction that acts on them');
    const ordered = (names: readonly string[]): string[] => [...new Set(names)].sort();
    const keys = [...ordered(customerIds.map((id) => `person:${id}`)), ...ordered(addressHashes.map((hash) => `address:${hash.toString('hex')}`))];
    for (const key of keys) await this.database.rows(LOCK, [key]);
  }

  /** Everybody whose contact point this is; `value` normalised. */
  async peopleAt(kind: string, value: string): Promise<readonly string[]> {
    return (await this.database.rows<{ customerId: string }>(PEOPLE_AT, [kind, value])).map((row) => row.customerId);
  }

  /** Every customer asked for is in the answer, those who do not exist too. */
  async inForce(customerIds: readonly string[], addressHashes: readonly Buffer[]): Promise<ChoicesInForce> {
    const rows = await this.database.rows<InForceRow & Record<string, unknown>>(IN_FORCE, [customerIds, addressHashes]);
    const of = <S extends string>(kind: InForceRow['kind'], customerId: string | null) =>
      rows.filter((row) => row.kind === kind && row.customerId === customerId).map((row) => ({ scope: row.scope as S, channel: row.channel, since: row.since! }));
    const people = customerIds.map((id): [string, PersonChoices] => {
      const person = rows.find((row) => row.kind === 'person' && row.customerId === id);
      const restricted = rows.filter((row) => row.kind === 'restriction' && row.customerId === id).map((row) => row.since!).sort((a, b) => Date.parse(a) - Date.parse(b));
      return [id, { exists: person !== undefined, flags: person?.flags ?? [], restrictedSince: restricted[0] ?? null, objections: of<ObjectionScope>('objection', id), consents: of<ConsentPurpose>('consent', id) }];
    });
    return { people: new Map(people), address: { objections: of<ObjectionScope>('objection', null), suppressions: of<SuppressionScope>('suppression', null) } };
  }
}
