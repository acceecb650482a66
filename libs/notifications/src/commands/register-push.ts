import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, line, parseInput, Unauthenticated, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PushNetwork } from '../delivery/push-network';
import { PushEndpointNotAllowed } from '../notifications.problems';
import { PushSubscriptionRepository } from '../settings/push-subscription.repository';

/** Base64url of so many bytes. */
const bytes = (count: number) => line(200).refine((text) => /^[A-Za-z0-9_-]+={0,2}$/.test(text) && Buffer.from(text, 'base64url').length === count, { message: 'malformed_key' });
/** An uncompressed point of P-256, and 16 bytes both sides know. */
export const RegisterPushInput = z.object({ endpoint: line(2000), p256dh: bytes(65), auth: bytes(16) });

/** A browser of the reader's takes pushes from now on. */
@Injectable()
export class RegisterPush {
  constructor(
    private readonly database: Database,
    private readonly browsers: PushSubscriptionRepository,
    private readonly network: PushNetwork,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<string> {
    if (actor.kind !== 'staff') throw new Unauthenticated();
    const browser = parseInput(RegisterPushInput, raw);
    if (!this.network.allows(browser.endpoint)) throw new PushEndpointNotAllowed();
    await this.database.transaction(() => this.browsers.keep(actor.id, browser, this.clock.now(), LIMITS.notice.browsers));
    return browser.endpoint;
  }
}
