import { defineLoader } from '@kaiku/platform';
import { TicketQueries } from '../ticket.queries';
import { TicketModel } from './ticket.models';

/** A ticket beside something else: `LoggedCall.ticket` and the like. */
export const TicketById = defineLoader(TicketQueries, async (tickets, viewer, ids) => {
  const found = await tickets.byIds(viewer, ids);
  return new Map([...found].map(([id, view]) => [id, TicketModel.of(view)]));
});

export const TicketRefById = defineLoader(TicketQueries, (tickets, viewer, ids) => tickets.refs(viewer, ids));
