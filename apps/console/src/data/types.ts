import type { EntryFieldsFragment, TicketPageFragment, TicketRowFragment } from '../graphql/generated/graphql';

export type Row = TicketRowFragment;
export type Entry = EntryFieldsFragment;
export type TicketFields = TicketPageFragment;

/** A ticket as it is held in the cache: its fields, and the part of its timeline that has been read. */
export interface OpenedTicket {
  ticket: TicketFields;
  entries: Entry[];
  startCursor: string | null;
  hasEarlier: boolean;
}
