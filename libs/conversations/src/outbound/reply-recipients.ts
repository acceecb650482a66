import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { SenderQueries } from '../inbound/sender.queries';
import { TicketDoor } from '../inbound/ticket-door';
import { validAddress } from '../mail/addresses';
import { MailboxQueries } from '../mailbox.queries';
import { MessageRepository, type Address } from '../message.repository';

/** Whom an answer goes to: who wrote last, else the customer's own e-mail address. Never one of our mailboxes. */
@Injectable()
export class ReplyRecipients {
  constructor(
    private readonly tickets: TicketDoor,
    private readonly messages: MessageRepository,
    private readonly senders: SenderQueries,
    private readonly mailboxes: MailboxQueries,
  ) {}

  async of(viewer: Viewer, ticketId: string): Promise<readonly Address[]> {
    const own = new Set((await this.mailboxes.all(viewer)).map((m) => m.address));
    const wrote = (await this.messages.thread(ticketId)).find((m) => m.direction === 'inbound' && m.fromAddress && !own.has(m.fromAddress.toLowerCase()));
    const address = wrote?.fromAddress ? validAddress(wrote.fromAddress) : null;
    if (address) return [{ name: wrote?.fromName ?? '', address }];
    const { customerId } = await this.tickets.facts(ticketId);
    const email = customerId ? await this.senders.emailOf(viewer, customerId) : null;
    return email ? [email] : [];
  }
}
