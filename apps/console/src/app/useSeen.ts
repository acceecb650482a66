import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys } from '../data/entities';
import { execute } from '../data/execute';
import type { OpenedTicket, Row } from '../data/types';
import { MarkTicketSeenDocument } from '../graphql/generated/graphql';

/** Tells the server what has been looked at; remembers where the line "New since you looked" stood when the ticket was opened. */
export function useSeen(opened: OpenedTicket | null): string | null {
  const client = useQueryClient();
  const first = useRef<string | null | undefined>(undefined);
  if (opened && first.current === undefined) first.current = opened.ticket.lastSeenEntryId;
  const newest = opened?.entries.at(-1)?.id;
  const ticketId = opened?.ticket.id;
  const unseen = opened ? opened.ticket.unread || opened.ticket.lastSeenEntryId !== newest : false;
  const number = opened?.ticket.number;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!newest || !ticketId || !number || !unseen || document.hidden || told.current === newest) return;
    told.current = newest;
    void execute(MarkTicketSeenDocument, { ticketId, entryId: newest }).then(() => {
      client.setQueryData<Row | null>(keys.row(number), (row) => row && { ...row, unread: false });
      client.setQueryData<OpenedTicket | null>(keys.ticket(number), (old) => old && { ...old, ticket: { ...old.ticket, unread: false, lastSeenEntryId: newest } });
    }).catch(() => { told.current = null; });
  }, [client, newest, ticketId, number, unseen]);
  return first.current ?? null;
}
