import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { TicketRowsDocument } from '../graphql/generated/graphql';
import { keys } from './entities';
import { execute } from './execute';
import type { Row } from './types';

/** Rows asked for in the same frame travel in one request, at most 100 to each (the page limit of the contract). */
const limit = 100;
let waiting = new Map<number, { resolve: (row: Row | null) => void; reject: (error: unknown) => void }[]>();
let scheduled = false;

export function loadRow(number: number): Promise<Row | null> {
  return new Promise((resolve, reject) => {
    waiting.set(number, [...(waiting.get(number) ?? []), { resolve, reject }]);
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => void send());
  });
}

async function send(): Promise<void> {
  const batch = waiting;
  waiting = new Map();
  scheduled = false;
  const numbers = [...batch.keys()];
  for (let at = 0; at < numbers.length; at += limit) {
    const part = numbers.slice(at, at + limit);
    try {
      const { tickets } = await execute(TicketRowsDocument, { numbers: part });
      const found = new Map(tickets.nodes.map((row) => [row.number, row]));
      part.forEach((number) => batch.get(number)?.forEach((ask) => ask.resolve(found.get(number) ?? null)));
    } catch (error) {
      part.forEach((number) => batch.get(number)?.forEach((ask) => ask.reject(error)));
    }
  }
}

export function rowQuery(number: number) {
  return { queryKey: keys.row(number), queryFn: () => loadRow(number), staleTime: Infinity };
}

/**
 * One ticket of a list; null when it is gone or not ours to see.
 * `version` is what the index said: a row in memory that is older is read again while the old one stays on screen.
 */
export function useRow(number: number, version?: number): Row | null | undefined {
  const client = useQueryClient();
  const { data } = useQuery(rowQuery(number));
  const asked = useRef(0);
  if (version !== undefined && data && data.version < version && asked.current < version) {
    asked.current = version;
    queueMicrotask(() => refreshRow(client, number));
  }
  return data;
}

export function refreshRow(client: QueryClient, number: number): void {
  if (client.getQueryState(keys.row(number))) void client.refetchQueries({ queryKey: keys.row(number), exact: true });
}
