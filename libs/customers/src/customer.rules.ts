import { can, type Viewer } from '@kaiku/kernel';
import { CUSTOMER_PERMISSIONS } from './customers.permissions';

export const CustomerFlag = { RESTRICTED: 'restricted', MINOR: 'minor', SAFETY_BAN: 'safety_ban', DECEASED: 'deceased' } as const;
export type CustomerFlag = (typeof CustomerFlag)[keyof typeof CustomerFlag];

/** Where a person under a safety ban lives must not leak, and restricted data is only stored: both need one right more. */
export const PROTECTED_FLAGS: readonly CustomerFlag[] = ['restricted', 'safety_ban'];

export type MaskedPart = 'contactPoints' | 'postalAddress' | 'loyalty' | 'pets' | 'receipts';
const NEEDS: Readonly<Record<MaskedPart, string>> = {
  contactPoints: CUSTOMER_PERMISSIONS.viewContact,
  postalAddress: CUSTOMER_PERMISSIONS.viewDetails,
  loyalty: CUSTOMER_PERMISSIONS.viewDetails,
  pets: CUSTOMER_PERMISSIONS.viewDetails,
  receipts: CUSTOMER_PERMISSIONS.viewReceipts,
};

export const mayView = (viewer: Viewer): boolean => can(viewer, CUSTOMER_PERMISSIONS.view);

/** Which parts of this customer the viewer does not get to see, by the names the API uses. */
export function maskedParts(viewer: Viewer, flags: readonly string[]): MaskedPart[] {
  const shielded = PROTECTED_FLAGS.some((flag) => flags.includes(flag)) && !can(viewer, CUSTOMER_PERMISSIONS.viewProtected);
  return (Object.keys(NEEDS) as MaskedPart[]).filter((part) => shielded || !can(viewer, NEEDS[part]));
}

/** The part a field of the history belongs to, or null when whoever sees the customer sees it. */
export const partOfField = (field: string): MaskedPart | null => (field === 'contactPoint' ? 'contactPoints' : field === 'postalAddress' ? 'postalAddress' : null);

interface Maskable {
  readonly flags: readonly string[];
  readonly postalAddress: string | null;
}

/** The row as this viewer may see it: hidden values are null and named in `maskedFields`. */
export function maskCustomer<R extends Maskable>(viewer: Viewer, row: R): R & { readonly maskedFields: readonly string[] } {
  const maskedFields = maskedParts(viewer, row.flags);
  return { ...row, postalAddress: maskedFields.includes('postalAddress') ? null : row.postalAddress, maskedFields };
}

/** A name on one line: runs of white space become one space, invisible direction marks go; empty becomes null. */
export function cleanName(text: string): string | null {
  const clean = text.normalize('NFC').replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '').replace(/\s+/g, ' ').trim();
  return clean || null;
}

/** First name and last name as people write them, or null when there is neither. */
export const displayName = (row: { readonly firstName: string | null; readonly lastName: string | null }): string | null => [row.firstName, row.lastName].filter(Boolean).join(' ') || null;
