import type { ClockFieldsFragment, EntryFieldsFragment, TicketPageFragment, TicketRowFragment } from '../graphql/generated/graphql';

export type Row = TicketRowFragment;
export type Entry = EntryFieldsFragment;
export type Clock = ClockFieldsFragment;
export type TicketFields = TicketPageFragment;

/** A ticket as it is held in the cache: its fields, and the part of its timeline that has been read. */
export interface OpenedTicket {
  ticket: TicketFields;
  /** Business time at which its clocks were read, epoch milliseconds. */
  clocksAt: number;
  entries: Entry[];
  startCursor: string | null;
  hasEarlier: boolean;
}
