import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { businessNow } from '../../data/clock';
import { joinEntries, keys, patchTicket } from '../../data/entities';
import { execute } from '../../data/execute';
import type { OpenedTicket } from '../../data/types';
import { EarlierEntriesDocument, TicketDocument } from '../../graphql/generated/graphql';

const page = 50;

/** A ticket with the newest part of its timeline; null when it does not exist or is not ours to see. */
export function useTicket(number: number) {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.ticket(number),
    staleTime: 0,
    queryFn: async ({ signal }): Promise<OpenedTicket | null> => {
      const { ticket } = await execute(TicketDocument, { number, last: page }, signal);
      if (!ticket) return null;
      const { entries, ...fields } = ticket;
      patchTicket(client, fields);
      const fresh: OpenedTicket = { ticket: fields, clocksAt: businessNow(), entries: entries.nodes, startCursor: entries.startCursor, hasEarlier: entries.hasPreviousPage };
      return joinEntries(client.getQueryData<OpenedTicket | null>(keys.ticket(number)), fresh);
    },
  });
}

/** Reads the page of entries before those on screen. */
export async function readEarlier(client: QueryClient, number: number): Promise<void> {
  const opened = client.getQueryData<OpenedTicket | null>(keys.ticket(number));
  if (!opened?.startCursor) return;
  const { ticket } = await execute(EarlierEntriesDocument, { number, last: page, before: opened.startCursor });
  if (!ticket) return;
  client.setQueryData<OpenedTicket | null>(keys.ticket(number), (old) => old && {
    ...old,
    entries: [...ticket.entries.nodes, ...old.entries],
    startCursor: ticket.entries.startCursor,
    hasEarlier: ticket.entries.hasPreviousPage,
  });
}
