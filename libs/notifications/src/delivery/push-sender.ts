import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Config, Database, log } from '@kaiku/platform';
import { generateRequestDetails } from 'web-push';
import { PushSubscriptionRepository, type Browser } from '../settings/push-subscription.repository';
import type { Delivery, Outcome } from './delivery.rules';
import { textOf } from './notice-texts';
import { PushKeys } from './push-keys';
import { PushNetwork } from './push-network';

/** Pushes one notice to the browsers of its person, sealed for each of them. A browser that is gone is forgotten. */
@Injectable()
export class PushSender {
  constructor(
    private readonly database: Database,
    private readonly browsers: PushSubscriptionRepository,
    private readonly keys: PushKeys,
    private readonly network: PushNetwork,
    private readonly config: Config,
  ) {}

  async send(delivery: Delivery): Promise<Outcome> {
    const browsers = await this.browsers.of(delivery.staffId);
    if (browsers.length === 0) return { result: 'skipped', code: 'no_browser' };
    const outcomes = await Promise.all(browsers.map((browser) => this.one(delivery, browser)));
    // One device that shows it is enough; the others would show it a second time.
    return outcomes.find((o) => o.result === 'sent') ?? outcomes.find((o) => o.result === 'later') ?? outcomes.find((o) => o.result === 'refused') ?? { result: 'skipped', code: 'no_browser' };
  }

  private async one(delivery: Delivery, browser: Browser): Promise<Outcome> {
    try {
      const { endpoint, headers, body } = generateRequestDetails({ endpoint: browser.endpoint, keys: { p256dh: browser.p256dh, auth: browser.auth } }, payloadOf(delivery, this.config.timeZone), {
        vapidDetails: this.keys, TTL: LIMITS.notice.pushTtlSeconds, urgency: 'normal', topic: topicOf(delivery),
      });
      const { status, retryAfter } = await this.network.post(endpoint, headers as Record<string, string | number>, body);
      if (status >= 200 && status < 300) return { result: 'sent' };
      if (status === 404 || status === 410) {
        await this.database.transaction(() => this.browsers.gone(browser));
        return { result: 'skipped', code: 'gone' };
      }
      log.warn({ deliveryId: delivery.id, status }, 'a push service did not take a push');
      return status === 429 || status >= 500 ? { result: 'later', code: String(status), afterSeconds: retryAfter ?? undefined } : { result: 'refused', code: String(status) };
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      log.warn({ deliveryId: delivery.id, code }, 'a push could not be handed over');
      // Without a code it is the sealing that failed: these keys will never do.
      return typeof code === 'string' && code.startsWith('E') && code !== 'EHOST' && code !== 'EINNER' || code === 'ABORT_ERR' ? { result: 'later', code: String(code) } : { result: 'refused', code: typeof code === 'string' ? code : 'keys' };
    }
  }
}

/** Number and cause, in the person's language; no name and no word of the matter. A repeat has the same tag, so it shows once. */
const payloadOf = (delivery: Delivery, zone: string): string => {
  const { title, detail } = textOf(delivery, zone);
  return JSON.stringify({ id: delivery.noticeId, tag: topicOf(delivery), cause: delivery.cause.toUpperCase(), number: delivery.ticketNumber, title, body: detail, path: delivery.ticketNumber === null ? '/' : `/t/${delivery.ticketNumber}` });
};

/** The same notice has the same topic: a push service keeps one of them, and a browser shows one. At most 32 characters. */
const topicOf = ({ noticeId }: Delivery): string => createHash('sha256').update(noticeId).digest('base64url').slice(0, 32);
