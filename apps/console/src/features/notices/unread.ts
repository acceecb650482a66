import { useQuery, type QueryClient } from '@tanstack/react-query';
import { execute } from '../../data/execute';
import { MarkNoticesReadDocument, UnreadNoticesDocument, type MyNoticesSubscription } from '../../graphql/generated/graphql';

export const unreadKey = ['notices', 'unread'] as const;
export const listKey = ['notices', 'list'] as const;
export type News = MyNoticesSubscription['myNotices'];
interface Unread { count: number; newest: News['newest'] }

/** How many notices are unread. The live line says it at once and whenever it changes; without the line it is asked now and then. */
export function useUnread(): Unread {
  const { data } = useQuery({ queryKey: unreadKey, staleTime: 60_000, refetchInterval: 5 * 60_000, queryFn: async ({ signal }): Promise<Unread> => ({ count: (await execute(UnreadNoticesDocument, {}, signal)).unreadNotices, newest: null }) });
  return data ?? { count: 0, newest: null };
}

export function takeNews(client: QueryClient, news: News): void {
  client.setQueryData<Unread>(unreadKey, { count: news.unread, newest: news.newest });
  void client.invalidateQueries({ queryKey: listKey });
}

/** What was looked at is read; of what failed the next look tells. */
export async function markRead(client: QueryClient, which: { ids?: string[]; ticketId?: string; all?: boolean }): Promise<void> {
  await execute(MarkNoticesReadDocument, { ids: null, ticketId: null, all: null, ...which });
  await Promise.all([client.invalidateQueries({ queryKey: unreadKey }), client.invalidateQueries({ queryKey: listKey })]);
}
