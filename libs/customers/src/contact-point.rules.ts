import { domainToASCII } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { ContactPointInvalid } from './customers.problems';

export const ContactPointKind = { EMAIL: 'email', PHONE: 'phone' } as const;
export type ContactPointKind = (typeof ContactPointKind)[keyof typeof ContactPointKind];

/** What is stored: the comparable value, and what the person wrote. */
export interface NormalContactPoint {
  readonly kind: ContactPointKind;
  readonly value: string;
  readonly original: string;
}

// One addr-spec of plain atoms: no quotes, comments, lists, routes or literals, so that no mailer can read a second recipient in it.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]{1,59}|[a-z]{2,63})$/;
const DOMAIN_TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u;
const LONGEST = 254;

/** A lower-case address with an ASCII domain, or null when the text is not exactly one address of at most 254 characters. */
export function normaliseEmail(text: string): string | null {
  const typed = text.trim();
  if (typed.length > LONGEST || !typed.isWellFormed()) return null;
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, Math.max(at, 0)).toLowerCase();
  const domain = typed.slice(at + 1);
  if (local.length > 64 || !LOCAL.test(local) || !DOMAIN_TYPED.test(domain)) return null;
  const ascii = domainToASCII(domain);
  const address = `${local}@${ascii}`;
  return DOMAIN.test(ascii) && address.length <= LONGEST ? address : null;
}

/** E.164 of a number in any spelling; without a country code it is Finnish. Null when it cannot be a number. */
export function normalisePhone(text: string): string | null {
  const typed = text.trim().replace(/^tel:/i, '');
  if (typed.length > 60 || !typed.isWellFormed()) return null;
  const number = parsePhoneNumberFromString(typed, { defaultCountry: 'FI', extract: false });
  // Numbers of this country are known well enough to say which there are; of others only how long they may be.
  const exists = number && (number.countryCallingCode === '358' ? number.isValid() : number.isPossible() && number.number.length >= 8);
  return exists ? number.number : null;
}

/** The contact point as it is stored; throws {@link ContactPointInvalid} whose message says how to write it. */
export function contactPoint(kind: ContactPointKind, text: string): NormalContactPoint {
  const value = kind === 'email' ? normaliseEmail(text) : normalisePhone(text);
  if (!value) throw new ContactPointInvalid(kind);
  return { kind, value, original: text.trim() };
}

/** Digits of something that looks like the start, the end or the whole of a number; null when it has letters. */
export function phoneDigits(text: string): string | null {
  const typed = text.trim();
  if (!/^\+?[\p{Nd}\s()./\u00a0\u2010-\u2015-]+$/u.test(typed)) return null;
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return digits || null;
}
