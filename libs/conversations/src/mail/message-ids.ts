import { createHmac, timingSafeEqual } from 'node:crypto';
import { fromBase32, toBase32 } from './base32';
import { checkAddress } from './addresses';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MESSAGE_ID = /^<o\.([0-9a-z]{26})\.([0-9a-z]{24})@[a-z0-9.-]{1,253}>$/;
const REPLY_ADDRESS = /^reply\+([0-9a-z]{42})@/;
const MAC_BYTES = 15;
const TAG_BYTES = 10;

/**
 * `<o.ID.MAC@domain>`: the same outbound message always has the same Message-ID, so a resend
 * is recognised, and nobody without the secret can make one (120-bit HMAC).
 * @param outboundId UUID in lower case
 * @param secret at least 32 bytes
 */
export function signedMessageId(outboundId: string, domain: string, secret: Buffer): string {
  const id = uuidBytes(outboundId);
  return `<o.${toBase32(id)}.${toBase32(mac('message-id', id, secret, MAC_BYTES))}@${checkedDomain(domain)}>`;
}

/**
 * @param secrets the current one first, then those still honoured after a change
 * @returns the outbound message's id, or null for anything not signed by us, letter case included
 */
export function outboundIdOf(messageId: string, secrets: Buffer | readonly Buffer[]): string | null {
  const match = MESSAGE_ID.exec(messageId);
  const id = fromBase32(match?.[1] ?? '');
  const given = fromBase32(match?.[2] ?? '');
  if (id?.length !== 16 || given?.length !== MAC_BYTES) return null;
  return eachSecret(secrets).some((secret) => timingSafeEqual(mac('message-id', id, secret, MAC_BYTES), given))
    ? uuidText(id)
    : null;
}

/**
 * `reply+TOKEN@domain` for Reply-To. The token holds the ticket's id masked by a keyed stream,
 * so it looks random and gives away neither the id nor its time, and an 80-bit HMAC.
 * @param ticketId UUID in lower case
 */
export function replyAddress(ticketId: string, domain: string, secret: Buffer): string {
  const id = uuidBytes(ticketId);
  const tag = mac('reply-tag', id, secret, TAG_BYTES);
  const token = Buffer.concat([tag, xor(id, mac('reply-mask', tag, secret, 16))]);
  return `reply+${toBase32(token)}@${checkedDomain(domain)}`;
}

/**
 * The local part may come back in another case (some systems raise or lower it), which is
 * harmless: the token's alphabet has one.
 * @returns the ticket's id, or null
 */
export function ticketIdOfReplyAddress(address: string, secrets: Buffer | readonly Buffer[]): string | null {
  const token = fromBase32(REPLY_ADDRESS.exec(address.trim().toLowerCase())?.[1] ?? '');
  if (token?.length !== TAG_BYTES + 16) return null;
  const tag = token.subarray(0, TAG_BYTES);
  for (const secret of eachSecret(secrets)) {
    const id = xor(token.subarray(TAG_BYTES), mac('reply-mask', tag, secret, 16));
    if (timingSafeEqual(mac('reply-tag', id, secret, TAG_BYTES), tag)) return uuidText(id);
  }
  return null;
}

function mac(purpose: string, data: Buffer, secret: Buffer, bytes: number): Buffer {
  if (secret.length < 32) throw new RangeError('a mail secret has at least 32 bytes');
  return createHmac('sha256', secret).update(`kaiku:${purpose}:v1\0`).update(data).digest().subarray(0, bytes);
}

function eachSecret(secrets: Buffer | readonly Buffer[]): readonly Buffer[] {
  return Buffer.isBuffer(secrets) ? [secrets] : secrets;
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)));
}

function uuidBytes(id: string): Buffer {
  if (!UUID.test(id)) throw new RangeError('not a UUID in lower case');
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function checkedDomain(domain: string): string {
  const check = checkAddress(`x@${domain}`);
  if (!check.ok) throw new RangeError('not a mail domain');
  return check.address.slice(2);
}
