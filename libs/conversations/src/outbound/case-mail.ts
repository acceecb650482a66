import { Injectable } from '@nestjs/common';
import { system, viewerOf } from '@kaiku/kernel';
import { CaseMail, type CaseSender } from '@kaiku/tickets';
import { MailSecrets } from '../mail-secrets';
import { MailboxQueries } from '../mailbox.queries';
import { domainOf } from './mail-composer';

/** Mails about a ticket come from its team's mailbox; answers to them come back to the ticket. */
@Injectable()
export class CaseMailOfConversations extends CaseMail {
  constructor(
    private readonly mailboxes: MailboxQueries,
    private readonly secrets: MailSecrets,
  ) {
    super();
  }

  async senderOf(ticketId: string, teamId: string, language: string): Promise<CaseSender | null> {
    const box = await this.mailboxes.forTeam(viewerOf(system('outbound')), teamId, language);
    return box && { name: box.name, address: box.address, replyTo: this.secrets.replyAddress(ticketId, domainOf(box.address)) };
  }
}
