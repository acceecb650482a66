import { useSyncExternalStore } from 'react';
import type { DraftMode } from '../../graphql/generated/graphql';
import { DraftKeeper, type DraftSnapshot } from './draft-keeper';

const keepers = new Map<string, DraftKeeper>();

/** One keeper for each ticket and mode, for as long as the page lives: leaving a ticket never interrupts a save. */
export function keeperOf(ticketId: string, mode: DraftMode): DraftKeeper {
  const name = `${ticketId}:${mode}`;
  const keeper = keepers.get(name) ?? new DraftKeeper(ticketId, mode);
  keepers.set(name, keeper);
  return keeper;
}

export function useDraft(keeper: DraftKeeper): DraftSnapshot {
  return useSyncExternalStore(keeper.subscribe, keeper.read);
}

export async function flushDrafts(): Promise<void> {
  await Promise.all([...keepers.values()].map((keeper) => keeper.flush()));
}

/** When the session changes nothing of the old account may stay in memory, nor be sent by the new one. */
export async function forgetDrafts(): Promise<void> {
  const old = [...keepers.values()];
  keepers.clear();
  await Promise.all(old.map((keeper) => keeper.dispose()));
}

addEventListener('pagehide', () => keepers.forEach((keeper) => keeper.leave()));
document.addEventListener('visibilitychange', () => { if (document.hidden) void flushDrafts(); });
