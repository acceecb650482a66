import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@kaiku/platform';
import { contactPoint, type ContactPointKind } from '../contact-point.rules';

/** Addresses as keyed hashes: 32 bytes, the same for every spelling, of no use without the pepper. */
@Injectable()
export class AddressHashes {
  private readonly keys: readonly Buffer[];

  constructor(config: Config) {
    this.keys = [config.pepper.current, config.pepper.previous].flatMap((pepper) => (pepper ? [Buffer.from(hkdfSync('sha256', pepper, 'kaiku', 'address', 32))] : []));
  }

  /** What is stored. Throws ContactPointInvalid when the text is no address or number. */
  of(kind: ContactPointKind, address: string): Buffer {
    return this.all(kind, address)[0]!;
  }

  /** What stored rows may hold: under today's pepper and, while it is being changed, under the one before. */
  all(kind: ContactPointKind, address: string): readonly Buffer[] {
    const { value } = contactPoint(kind, address);
    return this.keys.map((key) => createHmac('sha256', key).update(`${kind}:${value}`).digest());
  }
}
