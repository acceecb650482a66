import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Config } from '@kaiku/platform';
import type { ContactPointKind } from '../contact-point.rules';
import { AddressHashes } from './address-hashes';
import { ConsentPurpose } from './contact-terms';

/** What a link to unsubscribe says: nothing that names anybody. */
export interface UnsubscribeGrant {
  /** The customer the message was for, who may have been erased since; null when nobody was known. */
  readonly customerId: string | null;
  readonly addressHash: Buffer;
  /** What kind of message it stood in. */
  readonly purpose: ConsentPurpose;
}

const PURPOSES = Object.values(ConsentPurpose);
const DAY = 86_400_000;
const BODY = 52;
const MAC = 17;
const SHAPE = /^[A-Za-z0-9_-]{92}$/;

/**
 * Links to unsubscribe: signed, bound to the keyed hash of one address, so that they work without any row, after erasure too.
 * No other token can do it and these can do nothing else.
 */
@Injectable()
export class UnsubscribeTokens {
  private readonly keys: readonly Buffer[];

  constructor(
    config: Config,
    private readonly hashes: AddressHashes,
  ) {
    this.keys = [config.pepper.current, config.pepper.previous].flatMap((pepper) => (pepper ? [Buffer.from(hkdfSync('sha256', pepper, 'kaiku', 'unsubscribe', 32))] : []));
  }

  /** The token of one message to one address: 92 characters of base64url. Throws ContactPointInvalid for what is no address. */
  issue(message: { customerId: string | null; kind: ContactPointKind; address: string; purpose: ConsentPurpose }, at: Date): string {
    const body = Buffer.alloc(BODY);
    body.writeUInt8(1, 0);
    body.writeUInt8(PURPOSES.indexOf(message.purpose), 1);
    body.writeUInt16BE(Math.floor(at.getTime() / DAY), 2);
    if (message.customerId) Buffer.from(message.customerId.replaceAll('-', ''), 'hex').copy(body, 4);
    this.hashes.of(message.kind, message.address).copy(body, 20);
    return Buffer.concat([body, sign(this.keys[0]!, body)]).toString('base64url');
  }

  /** What the token grants at this time, or null: not one of ours, changed, cut, or older than five years. Reads no row. */
  read(token: string, now: Date): UnsubscribeGrant | null {
    if (!SHAPE.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    const [body, mac] = [bytes.subarray(0, BODY), bytes.subarray(BODY)];
    if (!this.keys.some((key) => timingSafeEqual(sign(key, body), mac))) return null;
    const purpose = PURPOSES[body.readUInt8(1)];
    const age = Math.floor(now.getTime() / DAY) - body.readUInt16BE(2);
    if (body.readUInt8(0) !== 1 || !purpose || age > LIMITS.contact.unsubscribeDays) return null;
    const id = body.subarray(4, 20).toString('hex');
    const customerId = /^0+$/.test(id) ? null : id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { customerId, addressHash: Buffer.from(body.subarray(20, 52)), purpose };
  }
}

const sign = (key: Buffer, body: Buffer): Buffer => createHmac('sha256', key).update('kaiku:unsubscribe:v1\0').update(body).digest().subarray(0, MAC);
