import type { QueryClient } from '@tanstack/react-query';
import type { Entry, OpenedTicket, Row } from './types';

export const keys = {
  me: ['me'] as const,
  setup: ['setup'] as const,
  staff: ['staff'] as const,
  people: ['people'] as const,
  counts: ['viewCounts'] as const,
  index: (view: string) => ['viewIndex', view] as const,
  row: (number: number) => ['row', number] as const,
  ticket: (number: number) => ['ticket', number] as const,
  customer: (id: string) => ['customer', id] as const,
};

/**
 * Writes what is now known of a ticket to every place that shows it. Lists hold numbers only, so nothing else needs to change.
 * An answer older than what is shown (a slow request overtaken by an event) is ignored.
 */
export function patchTicket(client: QueryClient, row: Row): void {
  client.setQueryData<Row | null>(keys.row(row.number), (old) => (old && old.version > row.version ? old : row));
  client.setQueryData<OpenedTicket | null>(keys.ticket(row.number), (old) =>
    old && old.ticket.version <= row.version ? { ...old, ticket: { ...old.ticket, ...row } } : old,
  );
}

/** Shows a change before the server has answered. Returns what puts the old state back. */
export function patchOptimistically(client: QueryClient, number: number, changes: Partial<Row>): () => void {
  const row = client.getQueryData<Row | null>(keys.row(number));
  const opened = client.getQueryData<OpenedTicket | null>(keys.ticket(number));
  if (row) client.setQueryData(keys.row(number), { ...row, ...changes });
  if (opened) client.setQueryData(keys.ticket(number), { ...opened, ticket: { ...opened.ticket, ...changes } });
  return () => {
    // Only the touched fields go back: an event may have brought newer values for the others meanwhile.
    const fields = Object.keys(changes) as (keyof Row)[];
    const back = <T extends Partial<Row>>(now: T, before: Partial<Row>): T => ({ ...now, ...Object.fromEntries(fields.map((f) => [f, before[f]])) });
    client.setQueryData<Row | null>(keys.row(number), (now) => (now && row ? back(now, row) : now));
    client.setQueryData<OpenedTicket | null>(keys.ticket(number), (now) => (now && opened ? { ...now, ticket: back(now.ticket, opened.ticket) } : now));
  };
}

/** Puts an entry that we wrote ourselves on the timeline, or replaces it when it is already there. */
export function putEntry(client: QueryClient, number: number, entry: Entry): void {
  client.setQueryData<OpenedTicket | null>(keys.ticket(number), (old) =>
    old
      ? { ...old, entries: old.entries.some((e) => e.id === entry.id) ? old.entries.map((e) => (e.id === entry.id ? entry : e)) : [...old.entries, entry] }
      : old,
  );
}

export function dropEntry(client: QueryClient, number: number, entryId: string): void {
  client.setQueryData<OpenedTicket | null>(keys.ticket(number), (old) =>
    old ? { ...old, entries: old.entries.filter((entry) => entry.id !== entryId) } : old,
  );
}

/** A fresh read of the newest entries joined to the earlier ones that had been unfolded before. */
export function joinEntries(earlier: OpenedTicket | null | undefined, fresh: OpenedTicket): OpenedTicket {
  const first = fresh.entries[0];
  if (!earlier || !first) return fresh;
  const at = earlier.entries.findIndex((entry) => entry.id === first.id);
  if (at <= 0) return fresh;
  return { ...fresh, entries: [...earlier.entries.slice(0, at), ...fresh.entries], startCursor: earlier.startCursor, hasEarlier: earlier.hasEarlier };
}
