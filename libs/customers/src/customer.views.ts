import type { Locale, Viewer } from '@kaiku/kernel';
import type { QueryResultRow } from 'pg';
import type { ContactPointKind } from './contact-point.rules';
import { maskCustomer, mayView, type CustomerFlag } from './customer.rules';

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

/** For the statements of higher libraries that join `customer c`: what {@link joinedCustomer} reads; null where nobody is joined. */
export const JOINED_CUSTOMER = `CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'version', c.version, 'customerNumber', c.customer_number, 'firstName', c.first_name,
  'lastName', c.last_name, 'language', c.language, 'postalAddress', c.postal_address, 'since', c.since, 'flags', c.flags) END`;

/** A joined customer as the viewer may see it; null when there is none or the viewer may see no customers. The caller records the reading. */
export const joinedCustomer = (viewer: Viewer, joined: Omit<CustomerView, 'maskedFields'> | null): CustomerView | null => (joined && mayView(viewer) ? maskCustomer(viewer, joined) : null);

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
