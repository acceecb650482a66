import { Injectable } from '@nestjs/common';
import { can, newId, viewerOf, type StaffActor } from '@kaiku/kernel';
import { CreateCustomer, CustomerCandidates } from '@kaiku/customers';
import { LinkCustomer, type TicketState } from '@kaiku/tickets';
import { MessageRepository } from '../message.repository';
import { splitName } from '../inbound/name.rules';

/**
 * A ticket from somebody nobody knows gets a customer record when it is kept, that is, when it is first answered; not before.
 * Nothing is made when somebody with that address exists already: then the agent chooses.
 */
@Injectable()
export class KeepStranger {
  constructor(
    private readonly link: LinkCustomer,
    private readonly messages: MessageRepository,
    private readonly candidates: CustomerCandidates,
    private readonly create: CreateCustomer,
  ) {}

  /** @returns the new customer's id, or null when there was nobody to keep */
  async run(actor: StaffActor, ticket: Pick<TicketState, 'id' | 'customerId' | 'language' | 'version'>): Promise<string | null> {
    const viewer = viewerOf(actor);
    if (ticket.customerId || !can(actor, 'customer.edit')) return null;
    const sender = (await this.messages.thread(ticket.id)).find((m) => m.direction === 'inbound' && m.fromAddress);
    if (!sender?.fromAddress) return null;
    if ((await this.candidates.byContact(viewer, 'email', sender.fromAddress)).length > 0) return null;
    const { firstName, lastName } = splitName(sender.fromName, sender.fromAddress);
    const { customerId } = await this.create.run(actor, { idempotencyKey: newId(), firstName, lastName, language: ticket.language, email: sender.fromAddress, reason: 'answered' });
    await this.link.run(actor, { ticketId: ticket.id, expectedVersion: ticket.version, customerId });
    return customerId;
  }
}
