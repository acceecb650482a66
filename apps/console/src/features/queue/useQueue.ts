import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { keys } from '../../data/entities';
import { execute } from '../../data/execute';
import { ViewIndexDocument, type View } from '../../graphql/generated/graphql';
import { compare, freeze, readEntries, type Frozen, type IndexEntry } from './frozen-order';

interface Index { entries: IndexEntry[]; total: number; capped: boolean; cursor: string }

/** One view's list: frozen when first seen, renewed when the person asks for it. */
export function useQueue(view: View, offerCursor: (cursor: string) => void) {
  const query = useQuery({
    queryKey: keys.index(view),
    staleTime: 0,
    queryFn: async ({ signal }): Promise<Index> => {
      const { viewIndex } = await execute(ViewIndexDocument, { view }, signal);
      offerCursor(viewIndex.cursor);
      return { entries: readEntries(viewIndex.entries), total: viewIndex.total, capped: viewIndex.totalCapped, cursor: viewIndex.cursor };
    },
  });
  const latest = query.data?.entries;
  const [frozen, setFrozen] = useState<{ view: View; order: Frozen; from: IndexEntry[] } | null>(null);

  // What came from memory was only a first sight: the answer of the first read replaces it.
  const firstRead = query.isFetchedAfterMount;
  let order = frozen?.view === view ? frozen.order : null;
  if (latest && (order === null || frozen?.from !== latest)) {
    order = order === null || !firstRead ? freeze(latest) : compare(order, latest);
    setFrozen({ view, order, from: latest });
  }

  const showLatest = useCallback(() => {
    if (latest) setFrozen({ view, order: freeze(latest), from: latest });
  }, [latest, view]);

  return useMemo(() => ({ query, order, showLatest, total: query.data?.total ?? 0, capped: query.data?.capped ?? false }), [query, order, showLatest]);
}

export type Queue = ReturnType<typeof useQueue>;
