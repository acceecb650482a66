import { createECDH, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@kaiku/platform';

/** Order of the curve P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * The key by which push services know this desk (VAPID, RFC 8292), made from the desk's one secret: api and worker have the same without
 * keeping a file, and it lasts as long as the secret does. Base64url.
 */
@Injectable()
export class PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service may turn to. */
  readonly subject: string;

  constructor(config: Config) {
    // Sixteen bytes more than needed, so that no key is likelier than another.
    const wide = BigInt(`0x${Buffer.from(hkdfSync('sha256', config.secret, 'kaiku', 'web-push', 48)).toString('hex')}`);
    const scalar = Buffer.from(((wide % (ORDER - 1n)) + 1n).toString(16).padStart(64, '0'), 'hex');
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(scalar);
    this.privateKey = scalar.toString('base64url');
    this.publicKey = curve.getPublicKey().toString('base64url');
    const { publicUrl } = config.http;
    this.subject = publicUrl.protocol === 'https:' ? publicUrl.origin : `mailto:postmaster@${config.mail.domain}`;
  }
}
