import { Injectable } from '@nestjs/common';
import { Clock, newId, type Actor } from '@kaiku/kernel';
import { currentTraceId, Database, log, Outbox } from '@kaiku/platform';
import { MailReceived } from '../conversations.events';
import { InboundRawRepository } from '../inbound/inbound-raw.repository';

export interface MailAtTheDoor {
  /** Which door: `smtp`, later a mailbox. */
  readonly source: string;
  readonly envelopeFrom: string | null;
  readonly envelopeTo: readonly string[];
  readonly bytes: Buffer;
}

/** Stores a mail exactly as it came. Only after this has committed may the door say 250. */
@Injectable()
export class ReceiveMail {
  constructor(
    private readonly database: Database,
    private readonly raws: InboundRawRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the stored mail */
  async run(_actor: Actor, mail: MailAtTheDoor): Promise<string> {
    const id = newId();
    await this.database.transaction(async () => {
      await this.raws.insert({ id, ...mail, envelopeFrom: mail.envelopeFrom?.replaceAll('\0', '') ?? null, receivedAt: this.clock.now(), traceId: currentTraceId() });
      await this.outbox.publish(MailReceived, { rawId: id });
    });
    log.info({ rawId: id, bytes: mail.bytes.length, source: mail.source }, 'mail stored');
    return id;
  }
}
