import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { planFor } from '../data/apply-event';
import { DeskLine, type DeskEvent, type LinkState } from '../data/desk-events';
import { keys } from '../data/entities';
import { sessionEnded } from '../data/execute';
import { refreshRow } from '../data/rows';
import type { OpenedTicket, Row } from '../data/types';
import { takeNews } from '../features/notices/unread';
import { setLastChange } from '../data/last-change';

let state: LinkState = 'connecting';
let since = Date.now();
const listeners = new Set<() => void>();
const say = (next: LinkState): void => {
  if (next === state) return;
  if (state === 'live') since = Date.now();
  state = next;
  listeners.forEach((listener) => listener());
};

export function useLinkState(): { state: LinkState; since: number } {
  useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => state);
  return { state, since };
}

let line: DeskLine | null = null;
let startLine: ((cursor: string | null) => void) | null = null;
let resyncing = false;

/** The index says where its events begin; the live line starts there, so that nothing falls in between. */
export function offerCursor(cursor: string): void {
  if (startLine) startLine(cursor);
  else if (resyncing) line?.continueFrom(cursor);
  resyncing = false;
}

/** Keeps everything on the page fresh for as long as somebody is signed in. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = listRefresher(client);
    const mine = new DeskLine((event) => handle(client, event, refresh), say, () => void client.refetchQueries({ queryKey: keys.me }), (news) => takeNews(client, news));
    line = mine;
    // A page without a list has no cursor to offer: then from now on.
    const patience = setTimeout(() => startLine?.(null), 1500);
    startLine = (cursor) => { startLine = null; clearTimeout(patience); mine.start(cursor); };
    return () => { clearTimeout(patience); startLine = null; line = null; refresh.cancel(); mine.stop(); };
  }, [client]);
}

function handle(client: QueryClient, event: DeskEvent, refresh: { soon: () => void }): void {
  const number = event.ticketNumber;
  const row = number ? client.getQueryData<Row | null>(keys.row(number)) : undefined;
  const opened = number ? client.getQueryData<OpenedTicket | null>(keys.ticket(number)) : undefined;
  const plan = planFor(event, { rowVersion: row?.version, openedVersion: opened?.ticket.version });
  if (plan.signOut) return sessionEnded();
  if (plan.resync) {
    resyncing = true;
    say('catching_up');
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' }).then(() => say('live'));
    return;
  }
  if (!number) return;
  setLastChange(number, event.actorId);
  if (plan.refreshRow) refreshRow(client, number);
  if (plan.refreshTicket) void client.invalidateQueries({ queryKey: keys.ticket(number) });
  if (plan.refreshLists) refresh.soon();
}

/** Many events in a burst (an import, a bulk change) read the lists once. */
function listRefresher(client: QueryClient): { soon: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['viewIndex'] });
        void client.invalidateQueries({ queryKey: keys.counts });
      }, 400);
    },
    cancel: () => clearTimeout(timer),
  };
}
