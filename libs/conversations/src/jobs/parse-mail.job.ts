import { Injectable } from '@nestjs/common';
import { Clock, defineJob, LIMITS, system, viewerOf, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, Handles, isConnectionLoss, log } from '@kaiku/platform';
import { z } from 'zod';
import { FileMail } from '../commands/file-mail';
import { MailReceived } from '../conversations.events';
import { InboundRawRepository } from '../inbound/inbound-raw.repository';
import { MailUnreadable } from '../mail';
import { MailThreads } from '../mail/mail-worker';
import { MailboxQueries } from '../mailbox.queries';

export const ParseMailOnArrival = defineJob({ name: 'conversations.parse-mail', queue: 'intake', schema: MailReceived.schema, on: MailReceived, attempts: 3 });
export const ParseDueMail = defineJob({ name: 'conversations.parse-due-mail', queue: 'intake', schema: z.object({ id: z.uuid(), fence: z.number() }), attempts: 1 });

/** Parses one stored mail in a thread and files it. Three tries, then quarantine with the raw mail; the next mail never waits for it. */
@Injectable()
export class MailReader {
  constructor(
    private readonly raws: InboundRawRepository,
    private readonly threads: MailThreads,
    private readonly file: FileMail,
    private readonly mailboxes: MailboxQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(rawId: string): Promise<JobOutcome> {
    const raw = await this.raws.claim(rawId);
    if (!raw) return 'skipped: filed, quarantined, or being read by another process';
    try {
      const own = await this.mailboxes.all(viewerOf(system('intake'), 'operations'));
      const mail = await this.threads.processMail(raw.bytes, { ownAddresses: own.map((m) => m.address) });
      const { outcome } = await this.file.run(system('intake'), raw, mail);
      return outcome === 'taken_over' ? 'skipped: taken over by another process' : 'done';
    } catch (err) {
      // The database going away, or this process, says nothing about the mail: its lease runs out and it is read again.
      if (isConnectionLoss(err) || (err instanceof MailUnreadable && err.message === 'thread_died: closed')) throw err;
      const code = err instanceof MailUnreadable ? err.reason : 'filing_failed';
      // What the thread could not read it will not read a second later, unless the thread itself was at fault.
      const hopeless = err instanceof MailUnreadable && err.reason !== 'thread_died';
      const quarantine = hopeless || raw.tries >= LIMITS.mail.tries;
      log.error({ err, rawId, code, tries: raw.tries, quarantine }, 'mail could not be filed');
      await this.database.transaction(() => this.raws.failed(raw, code, quarantine, new Date(this.clock.now().getTime() + 30_000 * raw.tries)));
      return quarantine ? 'skipped: quarantined' : 'skipped: will be tried again';
    }
  }
}

@Handles(ParseMailOnArrival)
@Injectable()
export class ParseMailOnArrivalHandler implements JobHandler<{ rawId: string }> {
  constructor(private readonly reader: MailReader) {}
  run({ rawId }: { rawId: string }): Promise<JobOutcome> {
    return this.reader.read(rawId);
  }
}

@Handles(ParseDueMail)
@Injectable()
export class ParseDueMailHandler implements JobHandler<{ id: string }> {
  constructor(private readonly reader: MailReader) {}
  run({ id }: { id: string }): Promise<JobOutcome> {
    return this.reader.read(id);
  }
}
