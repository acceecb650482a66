import type { Locale, Viewer } from '@kaiku/kernel';
import type { QueryResultRow } from 'pg';
import type { ContactPointKind } from './contact-point.rules';
import { maskCustomer, type CustomerFlag } from './customer.rules';

/** A customer as one viewer may see it; instants are ISO text, `since` is a date. */
export interface CustomerView {
  readonly id: string;
  readonly version: number;
  readonly customerNumber: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly language: Locale | null;
  readonly postalAddress: string | null;
  readonly since: string | null;
  readonly flags: readonly CustomerFlag[];
  readonly maskedFields: readonly string[];
}

/** A customer as it is stored; does not leave this library. */
export interface CustomerRow extends Omit<CustomerView, 'maskedFields'>, QueryResultRow {
  readonly logKey: string;
}

export const CUSTOMER_COLUMNS = `c.id, c.version, c.customer_number AS "customerNumber", c.first_name AS "firstName", c.last_name AS "lastName",
  c.language, c.postal_address AS "postalAddress", c.since, c.flags, c.log_key AS "logKey"`;

/** Rows as the viewer may see them; the pseudonym stays behind. */
export const viewsOf = (viewer: Viewer, rows: readonly CustomerRow[]): CustomerView[] => rows.map(({ logKey, ...row }) => maskCustomer(viewer, row));

/** How a customer is reached; `value` and `original` are null when hidden. */
export interface ContactPointView {
  readonly id: string;
  readonly kind: ContactPointKind;
  readonly value: string | null;
  readonly original: string | null;
  readonly label: string | null;
  readonly verifiedAt: string | null;
}

export interface LoyaltyView {
  readonly number: string | null;
  readonly tier: string | null;
  readonly points: number | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly source: string;
  readonly importedAt: string;
}

export interface PetView {
  readonly id: string;
  readonly name: string | null;
  readonly species: string;
  readonly birthYear: number | null;
  readonly allergies: readonly string[];
  readonly source: string;
  readonly importedAt: string;
}

/** What stands beside the name on a customer's page. Hidden parts are empty. */
export interface CustomerDetails {
  readonly contactPoints: readonly ContactPointView[];
  readonly loyalty: LoyaltyView | null;
  readonly pets: readonly PetView[];
}

/** One line of a receipt: `product`, `quantity` (pieces), `priceCents` (per piece), `batch`. */
export interface ReceiptLine {
  readonly product: string;
  readonly quantity: number;
  readonly priceCents: number | null;
  readonly batch: string | null;
}
