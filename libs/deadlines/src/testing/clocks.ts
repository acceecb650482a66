import type { ClockEvent, Target } from '../engine/clock.types';

/** A target in open seconds unless said otherwise. */
export const targetOf = (amount: number, change: Partial<Target> = {}): Target => ({ unit: 'business_seconds', amount, roll: 'none', retargetGraceMs: 1_800_000, pauseStatuses: [], ...change });

export type Written = { [K in ClockEvent['type']]: readonly [at: number | string, type: K, payload?: Extract<ClockEvent, { type: K }>['payload']] }[ClockEvent['type']];

/** Events as they would be recorded, numbered from 1 in the order they are written; times in epoch ms or ISO. */
export function eventsOf(...written: readonly Written[]): ClockEvent[] {
  return written.map(([at, type, payload], i) => ({ seq: i + 1, at: typeof at === 'number' ? at : Date.parse(at), type, payload: payload ?? (type === 'pause' ? { reason: 'waiting_customer' } : {}) }) as ClockEvent);
}
