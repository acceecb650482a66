import type { ClockEvent, ClockState, Metric, Target } from '../engine';
import type { ReminderStep } from '../policy';

/** An event with who and what caused it. Instants in epoch ms. */
export type RecordedEvent = ClockEvent & {
  readonly entryId: string | null;
  readonly actorId: string | null;
  readonly recordedAt: number;
};

/** An event about to be recorded. */
export type NewEvent = ClockEvent extends infer E ? (E extends ClockEvent ? Omit<E, 'seq'> : never) : never;

/** A target with what the coordinator, not the fold, needs of it. */
export interface KeptTarget extends Target {
  readonly automaticAck: boolean;
  readonly legal: boolean;
}

/** One run of one clock: its key, what it was started with, and its events in the order they were recorded. */
export interface Cycle {
  readonly id: string;
  readonly metric: Metric;
  readonly cycleNo: number;
  readonly policyVersionId: string | null;
  readonly target: KeptTarget;
  readonly plan: readonly ReminderStep[];
  readonly events: readonly RecordedEvent[];
  readonly generation: number;
}

export type OpenState = 'running' | 'paused' | 'suspended' | 'error';
const OPEN: readonly string[] = ['running', 'paused', 'suspended', 'error'];
export const isOpenState = (state: ClockState['state'] | string): state is OpenState => OPEN.includes(state);

/** Numbers of the events that a later one took back. */
export function voidedSeqs(events: readonly RecordedEvent[]): ReadonlySet<number> {
  return new Set(events.flatMap((e) => (e.type === 'correct' ? e.payload.voids : [])));
}

/** Events that still stand, in the order they were recorded. */
export function standing(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const gone = voidedSeqs(events);
  return events.filter((e) => !gone.has(e.seq));
}
