import { Injectable } from '@nestjs/common';
import type { RequestScope } from '@kaiku/platform';
import { TicketQueries } from '../ticket.queries';
import { TicketConflict, TicketNotFound } from '../tickets.problems';
import { TicketModel } from './ticket.models';

/** What a command on a ticket answers with: the ticket as it is now, with a conflict too. */
@Injectable()
export class TicketAnswers {
  constructor(private readonly tickets: TicketQueries) {}

  async ticket(scope: RequestScope, work: Promise<{ readonly ticketId: string }>): Promise<TicketModel> {
    try {
      return await this.show(scope, (await work).ticketId);
    } catch (error) {
      if (error instanceof TicketConflict) error.ticket = await this.show(scope, error.conflict.ticketId);
      throw error;
    }
  }

  private async show(scope: RequestScope, ticketId: string): Promise<TicketModel> {
    const view = await this.tickets.actedOn(scope.viewer, ticketId);
    if (!view) throw new TicketNotFound();
    return TicketModel.of(view);
  }
}
