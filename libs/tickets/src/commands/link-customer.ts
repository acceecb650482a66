import { Injectable } from '@nestjs/common';
import { parseInput, viewerOf, type Actor } from '@kaiku/kernel';
import { CustomerNotFound, CustomerQueries } from '@kaiku/customers';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { inDomainWords } from '../constraints';
import { FieldConflicts } from '../field-conflicts';
import { TicketRepository } from '../ticket.repository';
import { visible } from '../ticket.rules';
import { changeOf } from '../ticket.state';
import { TicketWriter, tell } from '../ticket.writer';
import { TicketChanged } from '../tickets.events';
import { expectedVersion, ticketId, type Changed } from './change-input';

export const LinkCustomerInput = z.object({ ticketId, expectedVersion, customerId: z.string().max(100).nullish() });

/** Says whose matter a ticket is, or that nobody knows. */
@Injectable()
export class LinkCustomer {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly customers: CustomerQueries,
    private readonly writer: TicketWriter,
    private readonly conflicts: FieldConflicts,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<Changed> {
    const input = parseInput(LinkCustomerInput, raw);
    const to = input.customerId ?? null;
    return this.database.transaction(() =>
      inDomainWords(async () => {
        if (to && !(await this.customers.exists(viewerOf(actor), to))) throw new CustomerNotFound();
        const ticket = visible(actor, await this.tickets.lock(input.ticketId, to));
        if (to === ticket.customerId) return { ticketId: ticket.id, version: ticket.version };
        await this.conflicts.assertNone(actor, ticket, input.expectedVersion, [{ field: 'customer', yours: to, theirs: ticket.customerId }]);
        const change = changeOf('customer', { customerId: to }, 'customer_changed', ticket.customerId, to);
        return { ticketId: ticket.id, version: await this.writer.apply(actor, ticket, change, tell(TicketChanged, {})) };
      }),
    );
  }
}
