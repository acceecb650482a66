import { LIMITS } from './limits';

/** What one attempt to send a mail came to. */
export type Attempt =
  | { readonly result: 'accepted'; readonly refused: ReadonlyMap<string, string> }
  | { readonly result: 'refused'; readonly code: string; readonly permanent: boolean; readonly refused?: ReadonlyMap<string, string> }
  | { readonly result: 'no_answer'; readonly dotSent: boolean; readonly code: string };

/** 30 s, 2 min, 10 min, 30 min, then hourly, each with jitter between half and the whole. `jitter` is in [0, 1). */
export function retryDelayMs(tries: number, jitter: number): number {
  const steps = LIMITS.outbound.retrySeconds;
  const seconds = steps[Math.min(Math.max(tries, 1), steps.length) - 1]!;
  return Math.round(seconds * 1000 * (0.5 + jitter / 2));
}
