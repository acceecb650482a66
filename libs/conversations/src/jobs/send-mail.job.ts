import { Injectable } from '@nestjs/common';
import { Clock, defineJob, system, type Attempt, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Config, FenceLost, gatedBody, Handles, log, SmtpSender } from '@kaiku/platform';
import { z } from 'zod';
import { MessageQueued } from '../conversations.events';
import { SettleOutbound } from '../commands/settle-outbound';
import { MailComposer } from '../outbound/mail-composer';
import { afterAttempt } from '../outbound/outbound.rules';
import { OutboundRepository, type OutboundRow } from '../outbound/outbound.repository';

/** Wakes a sender when a message's undo window is over. */
export const SendMailOnRelease = defineJob({
  name: 'conversations.send-mail-on-release',
  queue: 'replies',
  schema: MessageQueued.schema,
  on: MessageQueued,
  notBefore: ({ releaseAt }) => new Date(releaseAt),
});

/** What the sweep makes of a due row. */
export const SendDueMail = defineJob({ name: 'conversations.send-due-mail', queue: 'replies', schema: z.object({ id: z.uuid(), fence: z.number() }) });

/** Sends one message once: claims it, speaks SMTP, commits `data_started` and `dot_sent` at their points of the protocol. */
@Injectable()
export class MailSender {
  constructor(
    private readonly outbound: OutboundRepository,
    private readonly composer: MailComposer,
    private readonly smtp: SmtpSender,
    private readonly settle: SettleOutbound,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async send(id: string): Promise<JobOutcome> {
    if (!this.smtp.configured) return 'skipped: outbound mail is paused';
    const lease = this.config.mail.leaseSeconds;
    const row = await this.outbound.claim(id, this.clock.now(), lease);
    if (!row) return 'skipped: not due, undone, or taken by another sender';
    // As long as this process lives the lease is renewed; a frozen or dead one is taken over.
    const renewal = setInterval(() => void this.outbound.renew(row, lease).catch(() => undefined), (lease * 1000) / 3);
    try {
      const attempt = await this.attempt(row, lease);
      if (!attempt) return 'skipped: taken over by another sender';
      const next = afterAttempt({ tries: row.tries, createdAt: new Date(row.createdAt), recipients: row.recipients }, attempt, this.clock.now(), Math.random());
      const ours = await this.settle.run(system('outbound'), row, next);
      log.info({ outboundId: row.id, state: next.state, code: next.errorCode, tries: row.tries }, 'outbound mail');
      return ours ? 'done' : 'skipped: taken over by another sender';
    } finally {
      clearInterval(renewal);
    }
  }

  private async attempt(row: OutboundRow, lease: number): Promise<Attempt | null> {
    const mail = await this.composer.compose(row);
    let dotSent = false;
    const body = gatedBody(
      mail.bytes,
      () => this.outbound.advance(row, 'claimed', 'data_started', lease),
      async () => (dotSent = await this.outbound.advance(row, 'data_started', 'dot_sent', lease)),
    );
    // Those whom an earlier attempt reached are not written to again.
    const to = row.recipients.filter((r) => r.outcome !== 'sent').map((r) => r.address);
    try {
      return await this.smtp.send({ from: mail.envelopeFrom, to }, body, () => dotSent);
    } catch (error) {
      if (error instanceof FenceLost) return null;
      throw error;
    }
  }
}

@Handles(SendMailOnRelease)
@Injectable()
export class SendMailOnReleaseHandler implements JobHandler<{ outboundId: string }> {
  constructor(private readonly sender: MailSender) {}
  run({ outboundId }: { outboundId: string }): Promise<JobOutcome> {
    return this.sender.send(outboundId);
  }
}

@Handles(SendDueMail)
@Injectable()
export class SendDueMailHandler implements JobHandler<{ id: string }> {
  constructor(private readonly sender: MailSender) {}
  run({ id }: { id: string }): Promise<JobOutcome> {
    return this.sender.send(id);
  }
}
