import { domainToASCII } from 'node:url';
import { cut, dropInvisible, markInvisible, oneLine } from './clean-text';
import { MAIL_LIMITS } from './mail-limits';
import type { MailAddress } from './mail-types';

export type AddressFault = 'empty' | 'too_long' | 'not_one_address' | 'local_part' | 'domain';

export type AddressCheck = { ok: true; address: string } | { ok: false; fault: AddressFault };

// RFC 5322 dot-atom. Quoted local parts are legal, are nobody's, and are how lists of
// recipients get smuggled through one field.
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * One mailbox and nothing else: no name, no list, no line break, no literal IP, at most 254
 * characters (RFC 5321). International domains come back in punycode, domains in lower case.
 */
export function checkAddress(input: string): AddressCheck {
  // before any pattern looks at it: a long string must cost nothing
  if (input.length > 320) return { ok: false, fault: 'too_long' };
  // spaces around it are a typing slip; line breaks of any kind are not
  const text = input.replace(/^ +| +$/g, '');
  if (text === '') return { ok: false, fault: 'empty' };
  const at = text.indexOf('@');
  if (at < 1 || at !== text.lastIndexOf('@')) return { ok: false, fault: 'not_one_address' };
  // a domain mapping forgives much (full-width letters, soft hyphens); separators it must not see
  // eslint-disable-next-line no-control-regex
  if (/[\s,;:<>()[\]"\\\u0000-\u001F\u007F-\u009F\u2028\u2029]/.test(text)) return { ok: false, fault: 'not_one_address' };
  const local = text.slice(0, at);
  if (local.length > 64 || !LOCAL_PART.test(local)) return { ok: false, fault: 'local_part' };
  const domain = mailDomain(text.slice(at + 1));
  if (domain === null) return { ok: false, fault: 'domain' };
  const address = `${local}@${domain}`;
  if (address.length > 254) return { ok: false, fault: 'too_long' };
  return { ok: true, address };
}

/** @returns the address in its sendable form, or null */
export function validAddress(input: string): string | null {
  const check = checkAddress(input);
  return check.ok ? check.address : null;
}

/**
 * The object form nodemailer must be given: it would read a string as a list.
 * @returns null when the address is not one valid mailbox
 */
export function mailbox(name: string, address: string): MailAddress | null {
  const valid = validAddress(address);
  return valid === null ? null : { name: sendableName(name), address: valid };
}

/** A display name for a header of ours: one line, nothing invisible, no address passing for a name. */
export function sendableName(name: string): string {
  const line = cut(dropInvisible(oneLine(name)), MAIL_LIMITS.nameChars);
  return line.includes('@') ? line.replaceAll('@', ' at ') : line;
}

/** A display name from outside, for people to read: one line, tricks written out. */
export function readableName(name: string): string {
  return cut(markInvisible(oneLine(name)).replace(/^(["'])(.*)\1$/, '$2').trim(), MAIL_LIMITS.nameChars);
}

/** Same mailbox for matching: the domain never has case and in practice neither has the local part. */
export function sameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function mailDomain(input: string): string | null {
  // the mapping below reads a host as a URL would and silently ends it at "/", "?" or "#"
  if (!/^[\p{L}\p{M}\p{N}.\u3002\uFF0E\uFF61-]+$/u.test(input)) return null;
  const ascii = domainToASCII(input).toLowerCase();
  if (ascii === '' || ascii.length > 253) return null;
  const labels = ascii.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  // an all-digit top label is an IP in one of its many spellings
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(last)) return null;
  return ascii;
}
