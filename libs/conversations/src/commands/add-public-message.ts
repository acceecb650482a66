import { Injectable } from '@nestjs/common';
import { Clock, type SystemActor } from '@kaiku/kernel';
import { Database, log } from '@kaiku/platform';
import { TicketDoor } from '../inbound/ticket-door';
import { MessageRepository } from '../message.repository';
import { FormRepository } from '../public/form.repository';
import { subjectOf } from '../public/form.rules';
import { FORM_LINK, PublicLinkRepository } from '../public/public-link.repository';

export interface PublicMessage {
  readonly ticketId: string;
  readonly token: string;
  /** It came by the form's own link, which proves no address. */
  readonly byFormLink: boolean;
  readonly nonceHash: Buffer;
  readonly text: string;
}

/** The customer goes on writing on their page: on the same ticket, or on one that follows it when that has ended too long ago. */
@Injectable()
export class AddPublicMessage {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketDoor,
    private readonly messages: MessageRepository,
    private readonly forms: FormRepository,
    private readonly links: PublicLinkRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the token of the page on which it stands now */
  async run(actor: SystemActor, m: PublicMessage): Promise<string> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const issue = m.byFormLink ? FORM_LINK : undefined;
      const first = await this.forms.submission(m.nonceHash);
      if (first && (await this.forms.said(first.ticketId, m.text))) return first.ticketId === m.ticketId ? m.token : this.links.open(first.ticketId, now, issue);
      const ticket = await this.tickets.facts(m.ticketId);
      const from = await this.forms.firstWriter(ticket.id);
      const filed = await this.tickets.deliver(actor, {
        into: ticket.id,
        possiblyBelongsTo: null,
        entry: { kind: 'customer_message', visibility: 'public', authorKind: 'customer', authorName: from?.name || from?.address || null, channel: 'form', at: now, body: m.text, isCustomerContact: true },
        opening: { kind: ticket.kind, channel: 'form', subject: ticket.subject ?? subjectOf(m.text), language: ticket.language, teamId: ticket.team.id, receivedAt: now, customerId: ticket.customerId },
      });
      await this.messages.insert({
        entryId: filed.entryId, ticketId: filed.ticketId, direction: 'inbound', rfcMessageId: null, inReplyTo: null, referenceIds: [], from, to: [], cc: [],
        subject: null, html: null, quoted: null, simple: true, remoteImages: false, sanitiserVersion: 0, automatic: 'none', suspicion: null, contentKey: null, rawId: null,
      });
      await this.forms.add({ nonceHash: m.nonceHash, ticketId: filed.ticketId, address: from?.address ?? null, held: false, at: now });
      log.info({ ticketId: filed.ticketId, entryId: filed.entryId, opened: filed.opened }, 'message of a public page filed');
      if (!filed.opened) {
        await this.links.used(m.token, now);
        return m.token;
      }
      if (from) await this.messages.addParticipant(filed.ticketId, from.address, null, now);
      return this.links.open(filed.ticketId, now, issue);
    });
  }
}
