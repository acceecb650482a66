import { Injectable } from '@nestjs/common';
import { Clock, isId, type StaffActor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { MailReceived } from '../conversations.events';
import { QuarantinedMailNotFound } from '../conversations.problems';
import { InboundRawRepository } from '../inbound/inbound-raw.repository';

/** Parses a quarantined mail again, from its raw bytes, with three new tries. */
@Injectable()
export class RetryQuarantinedMail {
  constructor(
    private readonly database: Database,
    private readonly raws: InboundRawRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(_actor: StaffActor, rawId: string): Promise<void> {
    await this.database.transaction(async () => {
      if (!isId(rawId) || !(await this.raws.retry(rawId, this.clock.now()))) throw new QuarantinedMailNotFound();
      await this.outbox.publish(MailReceived, { rawId });
    });
  }
}
