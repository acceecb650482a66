import { Injectable } from '@nestjs/common';
import { Clock, defineJob, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Config, DueRows, FenceLost, gatedBody, Handles, log, SmtpSender, type DueRow, type DueSource } from '@kaiku/platform';
import { z } from 'zod';
import { DeliveryRepository } from '../delivery/delivery.repository';
import { reasonToSkip, settled, type Delivery, type Outcome } from '../delivery/delivery.rules';
import { NoticeMail } from '../delivery/notice-mail';
import { PushSender } from '../delivery/push-sender';

export const DeliverNotice = defineJob({ name: 'notifications.deliver', queue: 'notice-delivery', schema: z.object({ id: z.uuid(), fence: z.number() }) });

/** Notices to mail or push whose time has come, and those whose sender died. */
@DueRows()
@Injectable()
export class DueDeliveries implements DueSource {
  readonly job = DeliverNotice;
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly smtp: SmtpSender,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}
  claim(limit: number): Promise<readonly DueRow[]> {
    return this.deliveries.claimDue(this.clock.now(), limit, this.config.mail.leaseSeconds, this.smtp.configured);
  }
}

/** Delivers one notice by one channel: claimed, looked at once more, sent; at least once, and recognisable when twice. */
@Handles(DeliverNotice)
@Injectable()
export class DeliverNoticeHandler implements JobHandler<{ id: string }> {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly mail: NoticeMail,
    private readonly push: PushSender,
    private readonly smtp: SmtpSender,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async run({ id }: { id: string }): Promise<JobOutcome> {
    const lease = this.config.mail.leaseSeconds;
    const delivery = await this.deliveries.claim(id, this.clock.now(), lease);
    if (!delivery) return 'skipped: not due, delivered, or taken by another sender';
    // As long as this process lives the lease is renewed; a frozen or dead one is taken over.
    const renewal = setInterval(() => void this.deliveries.renew(delivery, lease).catch(() => undefined), (lease * 1000) / 3);
    try {
      const skip = reasonToSkip(delivery, this.clock.now());
      const outcome = skip ? ({ result: 'skipped', code: skip } as const) : await this.attempt(delivery, lease);
      if (!outcome) return 'skipped: taken over by another sender';
      const next = settled(delivery, outcome, this.clock.now(), Math.random());
      const ours = await this.deliveries.finish(delivery, next, this.clock.now());
      log.info({ deliveryId: id, channel: delivery.channel, state: next.state, code: next.errorCode, tries: delivery.tries }, 'notice');
      return ours ? 'done' : 'skipped: taken over by another sender';
    } finally {
      clearInterval(renewal);
    }
  }

  /** Null when somebody else has taken over. */
  private async attempt(delivery: Delivery, lease: number): Promise<Outcome | null> {
    if (delivery.channel === 'push') return (await this.deliveries.renew(delivery, lease)) ? this.push.send(delivery) : null;
    if (!this.smtp.configured) return { result: 'later', code: 'no_smtp' };
    const ours = () => this.deliveries.renew(delivery, lease);
    try {
      // From nobody: what goes wrong with automatic mail must not come back as a ticket.
      const attempt = await this.smtp.send({ from: '', to: [delivery.email] }, gatedBody(await this.mail.compose(delivery), ours, ours), () => false);
      if (attempt.result === 'accepted') return attempt.refused.size > 0 ? { result: 'refused', code: [...attempt.refused.values()][0]! } : { result: 'sent' };
      return attempt.result === 'refused' && attempt.permanent ? { result: 'refused', code: attempt.code } : { result: 'later', code: attempt.code };
    } catch (error) {
      if (error instanceof FenceLost) return null;
      throw error;
    }
  }
}
