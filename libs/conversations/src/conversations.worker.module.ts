import { Module, type OnModuleDestroy } from '@nestjs/common';
import { newId } from '@kaiku/kernel';
import { RelayLookup, SmtpSender } from '@kaiku/platform';
import { ConversationsModule } from './conversations.module';
import { SmtpDoor } from './inbound/smtp-door';
import { DueOutbound, DueRawMail, DueUnknown } from './jobs/due-rows';
import { LooseFilesHandler } from './jobs/loose-files.job';
import { MailReader, ParseDueMailHandler, ParseMailOnArrivalHandler } from './jobs/parse-mail.job';
import { ResolveUnknownHandler } from './jobs/resolve-unknown.job';
import { MailSender, SendDueMailHandler, SendMailOnReleaseHandler } from './jobs/send-mail.job';
import { UpkeepHandler } from './jobs/upkeep.job';
import { MailThreads } from './mail/mail-worker';

/** The SMTP door, the mail threads and the jobs. */
@Module({
  imports: [ConversationsModule],
  providers: [
    { provide: MailThreads, useFactory: () => new MailThreads({ threads: 2, newFileId: newId }) },
    SmtpDoor, SmtpSender, RelayLookup, MailReader, MailSender, ParseMailOnArrivalHandler, ParseDueMailHandler, SendMailOnReleaseHandler, SendDueMailHandler, ResolveUnknownHandler, UpkeepHandler, LooseFilesHandler,
    DueRawMail, DueOutbound, DueUnknown,
  ],
  exports: [SmtpDoor, MailThreads, MailReader, MailSender],
})
export class ConversationsWorkerModule implements OnModuleDestroy {
  constructor(private readonly threads: MailThreads) {}
  async onModuleDestroy(): Promise<void> {
    await this.threads.close();
  }
}
