import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, newId, type Actor } from '@kaiku/kernel';
import { Config, currentTraceId, Outbox } from '@kaiku/platform';
import { MessageQueued } from '../conversations.events';
import { AcknowledgementRepository } from '../outbound/acknowledgement.repository';
import { decideAcknowledgement } from '../inbound/threading.rules';
import { MailSecrets } from '../mail-secrets';
import type { MailboxRow } from '../mailbox.queries';
import type { Address } from '../message.repository';
import { PublicLinkRepository } from '../public/public-link.repository';
import { mailTexts } from '../outbound/mail-texts';
import { domainOf } from '../outbound/mail-composer';
import { OutboundRepository } from '../outbound/outbound.repository';
import { TicketDoor } from '../inbound/ticket-door';

export interface ToAcknowledge {
  readonly ticketId: string;
  readonly newTicket: boolean;
  readonly human: boolean;
  readonly to: Address;
  readonly known: boolean;
  readonly mailbox: MailboxRow;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly ageHours: number;
  /** Instead of the ticket's own, where that was made from the sender's words and the address is not proved to be the sender's. */
  readonly subject?: string;
}

/** Says that the matter has arrived: number, what happens next, a link; never the sender's own words. */
@Injectable()
export class Acknowledge {
  constructor(
    private readonly outbound: OutboundRepository,
    private readonly acknowledgements: AcknowledgementRepository,
    private readonly tickets: TicketDoor,
    private readonly links: PublicLinkRepository,
    private readonly secrets: MailSecrets,
    private readonly outbox: Outbox,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Inside the transaction that files the matter. @returns whether one was queued */
  async run(_actor: Actor, a: ToAcknowledge): Promise<boolean> {
    const now = this.clock.now();
    const sentToday = await this.acknowledgements.countSince(a.to.address, new Date(now.getTime() - 24 * 3_600_000));
    if (!decideAcknowledgement({ human: a.human, newTicket: a.newTicket, hasAddress: true, known: a.known, sentToday, ageHours: a.ageHours }, LIMITS.acknowledgement)) return false;
    if (!(await this.acknowledgements.add(a.ticketId, a.to.address, now))) return false;
    const ticket = await this.tickets.facts(a.ticketId);
    await this.links.open(a.ticketId, now);
    const id = newId();
    await this.outbound.insert({
      id, entryId: null, ticketId: a.ticketId, kind: 'acknowledgement', mailboxId: a.mailbox.id, rfcMessageId: this.secrets.messageId(id, domainOf(a.mailbox.address)),
      releaseAt: now, createdAt: now, traceId: currentTraceId(),
      recipients: [{ ...a.to, role: 'to' }],
      content: {
        subject: a.subject ?? ticket.subject ?? '', text: mailTexts.acknowledgement(ticket.language, { number: ticket.number, organisation: this.config.organisation }),
        from: { name: a.mailbox.name, address: a.mailbox.address }, inReplyTo: a.inReplyTo, references: a.references, attachmentIds: [], automatic: true, language: ticket.language, statusLink: true,
      },
    });
    await this.outbox.publish(MessageQueued, { outboundId: id, releaseAt: now.toISOString() });
    return true;
  }
}
