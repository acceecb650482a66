import { Injectable } from '@nestjs/common';
import { staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { ChoiceSource, ConsentPurpose, ContactChannel, ObjectionScope, RestrictionGround, SuppressionCause, SuppressionScope } from './contact-terms';

const CONSENT = namedQuery('contact.add-consent', 'INSERT INTO consent_event (customer_id, kind, purpose, channel, basis, source, evidence, staff_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)');
const OBJECTION = namedQuery('contact.add-objection', 'INSERT INTO objection (customer_id, address_hash, kind, scope, channel, source, evidence, staff_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)');
const RESTRICTION = namedQuery('contact.add-restriction', 'INSERT INTO restriction (customer_id, kind, ground, told_at, source, evidence, staff_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)');
const SUPPRESSION = namedQuery('contact.add-suppression', 'INSERT INTO contact_suppression (address_hash, kind, scope, cause, evidence, staff_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)');
const SUPPRESSIONS = namedQuery('contact.suppressions', `
  SELECT scope, cause FROM (SELECT DISTINCT ON (scope, cause) * FROM contact_suppression WHERE address_hash = ANY($1::bytea[]) ORDER BY scope, cause, id DESC) s WHERE s.kind = 'suppressed'`);
const GROUNDS = namedQuery('contact.grounds', `
  SELECT ground FROM (SELECT DISTINCT ON (ground) * FROM restriction WHERE customer_id = $1 ORDER BY ground, id DESC) r WHERE r.kind = 'restricted'`);
const POINTS = namedQuery('contact.points', `
  SELECT p.id, p.kind, p.value, (SELECT count(*) FROM customer_contact_point o WHERE o.contact_point_id = p.id) = 1 AS own
  FROM customer_contact_point l JOIN contact_point p ON p.id = l.contact_point_id WHERE l.customer_id = $1 ORDER BY p.id`);

/** Who chose what, through which door, as whom and when it was written down. */
export interface Written {
  readonly actor: Actor;
  readonly source: ChoiceSource;
  readonly evidence: string | null;
  readonly at: Date;
}

/** A person, or an address as a hash. */
export type ChoiceSubject = { readonly customerId: string } | { readonly addressHash: Buffer };

/** An address or number of a customer; `own` when no other customer has it. */
export interface PointOfCustomer {
  readonly id: string;
  readonly kind: 'email' | 'phone';
  readonly value: string;
  readonly own: boolean;
}

/** Adds rows to the ledgers of choices; whoever calls holds the locks. */
@Injectable()
export class ContactLedgerRepository {
  constructor(private readonly database: Database) {}

  async consent(customerId: string, kind: 'given' | 'withdrawn', choice: { purpose: ConsentPurpose; channel: ContactChannel | null; basis: string }, by: Written): Promise<void> {
    await this.database.rows(CONSENT, [customerId, kind, choice.purpose, choice.channel, choice.basis, by.source, by.evidence, staffIdOf(by.actor), by.at]);
  }

  async objection(subject: ChoiceSubject, kind: 'objected' | 'withdrawn', choice: { scope: ObjectionScope; channel: ContactChannel | null }, by: Written): Promise<void> {
    const [customerId, hash] = 'customerId' in subject ? [subject.customerId, null] : [null, subject.addressHash];
    await this.database.rows(OBJECTION, [customerId, hash, kind, choice.scope, choice.channel, by.source, by.evidence, staffIdOf(by.actor), by.at]);
  }

  /** @param toldAt when the person was told that it ends; only for `lifted` */
  async restriction(customerId: string, kind: 'restricted' | 'lifted', choice: { ground: RestrictionGround; toldAt: Date | null }, by: Written): Promise<void> {
    await this.database.rows(RESTRICTION, [customerId, kind, choice.ground, choice.toldAt, by.source, by.evidence, staffIdOf(by.actor), by.at]);
  }

  async suppression(addressHash: Buffer, kind: 'suppressed' | 'lifted', choice: { scope: SuppressionScope; cause: SuppressionCause }, by: Omit<Written, 'source'>): Promise<void> {
    await this.database.rows(SUPPRESSION, [addressHash, kind, choice.scope, choice.cause, by.evidence, staffIdOf(by.actor), by.at]);
  }

  async suppressionsAt(addressHashes: readonly Buffer[]): Promise<readonly { readonly scope: SuppressionScope; readonly cause: SuppressionCause }[]> {
    return this.database.rows(SUPPRESSIONS, [addressHashes]);
  }

  /** Grounds on which processing is restricted now. */
  async groundsOf(customerId: string): Promise<readonly RestrictionGround[]> {
    return (await this.database.rows<{ ground: RestrictionGround }>(GROUNDS, [customerId])).map((row) => row.ground);
  }

  async pointsOf(customerId: string): Promise<readonly PointOfCustomer[]> {
    return this.database.rows<PointOfCustomer & Record<string, unknown>>(POINTS, [customerId]);
  }
}
