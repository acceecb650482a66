import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { log } from '../observability/logger';

/** Asks the relay whether it has taken a message: a GET to KAIKU_SMTP_LOOKUP_URL with `mid`, answered by 200 (seen) or 404 (not seen). */
@Injectable()
export class RelayLookup {
  constructor(private readonly config: Config) {}

  /** True seen, false not seen, null when there is no look-up or it did not answer. */
  async seen(rfcMessageId: string): Promise<boolean | null> {
    const { lookupUrl } = this.config.mail;
    if (!lookupUrl) return null;
    const url = new URL(lookupUrl);
    url.searchParams.set('mid', rfcMessageId);
    try {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'error' });
      return status === 200 ? true : status === 404 ? false : null;
    } catch (err) {
      log.warn({ err }, 'relay look-up did not answer');
      return null;
    }
  }

  get available(): boolean {
    return this.config.mail.lookupUrl !== undefined;
  }
}
