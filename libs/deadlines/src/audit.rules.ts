import type { ClockState } from './engine';

/** What a row says that its events must say too. Instants in epoch ms. */
export interface StoredFacts {
  readonly state: string;
  readonly stoppedAt: number | null;
  readonly dueAt: number | null;
  readonly legalDueAt: number | null;
  readonly breachedAt: number | null;
  readonly usedMs: number;
  readonly outcome: string | null;
  readonly fixed: boolean;
  readonly errorCode: string | null;
  /** Timers of its generation that are still to come or being told, and whether it was told that it fell due. */
  readonly timers: number;
  readonly toldDue: boolean;
}

export type Finding = 'differs' | 'no_timer';

/**
 * Whether a row is what its events make of it. A clock that runs counts on by itself, so what it has used is compared once it has
 * ended; that it became late is written down by its timer, which may be about to come.
 */
export function findingOf(stored: StoredFacts, state: ClockState, runsByTimer: boolean): Finding | null {
  const ended = state.stoppedAt !== null;
  const same =
    stored.state === (state.state === 'idle' ? 'cancelled' : state.state) && stored.stoppedAt === state.stoppedAt && stored.dueAt === state.dueAt && stored.legalDueAt === state.legalDueAt && stored.outcome === state.outcome &&
    stored.fixed === state.fixed && stored.errorCode === state.error && (!ended || (stored.usedMs === Math.round(state.usedMs) && stored.breachedAt === state.breachedAt)) &&
    (stored.breachedAt === null || stored.breachedAt === state.breachedAt);
  if (!same) return 'differs';
  return state.state === 'running' && runsByTimer && stored.timers === 0 && !stored.toldDue ? 'no_timer' : null;
}
