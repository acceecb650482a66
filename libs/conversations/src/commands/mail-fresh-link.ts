import { Injectable } from '@nestjs/common';
import { Clock, newId, viewerOf, type SystemActor } from '@kaiku/kernel';
import { Config, currentTraceId, Database, message, Outbox } from '@kaiku/platform';
import { MessageQueued } from '../conversations.events';
import { TicketDoor } from '../inbound/ticket-door';
import { MailSecrets } from '../mail-secrets';
import { MailboxQueries } from '../mailbox.queries';
import { domainOf } from '../outbound/mail-composer';
import { OutboundRepository } from '../outbound/outbound.repository';
import { FormRepository } from '../public/form.repository';
import { PublicLinkRepository } from '../public/public-link.repository';

/** Mails another link to a ticket's page to the address that the matter came from. The old link does not become the new one. */
@Injectable()
export class MailFreshLink {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketDoor,
    private readonly forms: FormRepository,
    private readonly mailboxes: MailboxQueries,
    private readonly outbound: OutboundRepository,
    private readonly links: PublicLinkRepository,
    private readonly secrets: MailSecrets,
    private readonly outbox: Outbox,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Nothing happens when there is no address or no mailbox. */
  async run(actor: SystemActor, ticketId: string): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const ticket = await this.tickets.facts(ticketId);
      const writer = await this.forms.firstWriter(ticketId);
      const mailbox = await this.mailboxes.forTeam(viewerOf(actor), ticket.team.id, ticket.language);
      if (!writer || !mailbox) return;
      const id = newId();
      await this.links.open(ticketId, now, id);
      await this.outbound.insert({
        id, entryId: null, ticketId, kind: 'acknowledgement', mailboxId: mailbox.id, rfcMessageId: this.secrets.messageId(id, domainOf(mailbox.address)),
        releaseAt: now, createdAt: now, traceId: currentTraceId(),
        recipients: [{ ...writer, role: 'to' }],
        content: {
          subject: message(ticket.language, 'public.mail.link_subject'), text: message(ticket.language, 'public.mail.link', { number: ticket.number, organisation: this.config.organisation }),
          from: { name: mailbox.name, address: mailbox.address }, inReplyTo: null, references: [], attachmentIds: [], automatic: true, language: ticket.language, statusLink: true, linkIssue: id,
        },
      });
      await this.outbox.publish(MessageQueued, { outboundId: id, releaseAt: now.toISOString() });
    });
  }
}
