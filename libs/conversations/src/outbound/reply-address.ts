import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { TicketDoor } from '../inbound/ticket-door';
import { MailboxQueries } from '../mailbox.queries';
import type { Address } from '../message.repository';
import { ReplyRecipients } from './reply-recipients';

/** From and to of an answer, for the line above the composer. */
@Injectable()
export class ReplyAddress {
  constructor(
    private readonly tickets: TicketDoor,
    private readonly recipients: ReplyRecipients,
    private readonly mailboxes: MailboxQueries,
  ) {}

  async of(viewer: Viewer, ticketId: string): Promise<{ to: readonly Address[]; from: Address | null }> {
    const ticket = await this.tickets.facts(ticketId);
    const mailbox = await this.mailboxes.forTeam(viewer, ticket.team.id, ticket.language);
    return { to: await this.recipients.of(viewer, ticketId), from: mailbox && { name: mailbox.name, address: mailbox.address } };
  }
}
