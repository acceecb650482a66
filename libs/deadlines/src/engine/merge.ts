import { openMs } from './business-time';
import type { ClockEvent, ClockState, Pause, Target } from './clock.types';
import { fold } from './fold';
import type { Calendars } from './running-clock';

type Bare = ClockEvent extends infer E ? (E extends ClockEvent ? Omit<E, 'seq'> : never) : never;

/** The terms by which the policy of the remaining subject measures the merged clock. */
export interface Merge {
  /** Epoch ms. */
  readonly at: number;
  readonly target: Target;
  readonly calendar: string;
  readonly calendars: Calendars;
  /** Kept as the reason for which the other clock was cancelled. */
  readonly reason: string;
}
/** New events of both clocks; what was there stays as it was, so that they can be taken back. */
export interface Merged {
  readonly from: readonly ClockEvent[];
  readonly into: readonly ClockEvent[];
}

const OPEN: readonly ClockState['state'][] = ['running', 'paused', 'suspended'];
const numbered = (events: readonly ClockEvent[], added: readonly Bare[]): ClockEvent[] => {
  const last = Math.max(0, ...events.map((e) => e.seq));
  return added.map((event, i) => ({ ...event, seq: last + 1 + i }) as ClockEvent);
};
const earliest = (...times: (number | null)[]): number | null => times.reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null);

/** Times in which both clocks were held: a customer who waits in one of the two waits. */
function heldInBoth(a: readonly Pause[], b: readonly Pause[]): Pause[] {
  const both: Pause[] = [];
  for (const x of a) {
    for (const y of b) {
      const [from, to] = [Math.max(x.from, y.from), earliest(x.to, y.to)];
      if (to === null || from < to) both.push({ from, to, reason: y.reason, kind: x.kind === 'suspension' && y.kind === 'suspension' ? 'suspension' : 'pause' });
    }
  }
  return both.sort((x, y) => x.from - y.from);
}

const held = ({ from, to, reason, kind }: Pause): Bare[] => {
  const begin: Bare = kind === 'pause' ? { type: 'pause', at: from, payload: { reason } } : { type: 'suspend', at: from, payload: { reason } };
  if (to === null) return [begin];
  return [begin, kind === 'pause' ? { type: 'resume', at: to, payload: {} } : { type: 'unsuspend', at: to, payload: { reason } }];
};

/** The same clock, due no later than it was promised before: a shorter target where it is one of time, else a date. */
function dueBy(events: readonly Bare[], due: number, merge: Merge, pauses: readonly Pause[], start: number): Bare[] {
  const { target, calendar, calendars } = merge;
  if (target.unit === 'business_seconds' || target.unit === 'business_days') {
    const cal = calendars(calendar);
    const paused = pauses.reduce((sum, p) => sum + openMs(cal, Math.min(p.from, due), Math.min(p.to ?? due, due)), 0);
    const ms = openMs(cal, start, Math.max(start, due)) - paused;
    if (ms > 0) return events.map((e) => (e.type === 'start' ? { ...e, payload: { ...e.payload, target: { ...target, unit: 'business_seconds', amount: ms / 1000 } } } : e));
  }
  return [...events, { type: 'fix', at: merge.at, payload: { due, reason: merge.reason } }];
}

/**
 * Merges one clock into another of the same metric: the earliest start, only the pauses that both had, and never due later
 * than either was. The first is cancelled; without an open clock there, nothing changes. `into` may have no events yet.
 * Statutory clocks are not merged: refusing that is the caller's.
 */
export function mergeClocks(from: readonly ClockEvent[], into: readonly ClockEvent[], merge: Merge): Merged {
  const [a, b] = [fold(from, merge.calendars, merge.at), fold(into, merge.calendars, merge.at)];
  if (!OPEN.includes(a.state)) return { from: [], into: [] };
  const cancelled = numbered(from, [{ type: 'cancel', at: merge.at, payload: { reason: merge.reason } }]);
  if (into.length > 0 && b.startedAt !== null && !OPEN.includes(b.state)) return { from: cancelled, into: [] };
  const start = earliest(a.startedAt, b.startedAt)!;
  const pauses = b.startedAt === null ? [...a.pauses] : heldInBoth(a.pauses, b.pauses);
  const events: Bare[] = [{ type: 'start', at: start, payload: { target: merge.target, calendar: merge.calendar } }, ...pauses.flatMap(held)];
  const promised = earliest(a.dueAt, b.dueAt);
  const plain = fold(numbered([], events), merge.calendars, merge.at);
  const fixed = a.fixed || b.fixed;
  const late = promised !== null && plain.dueAt !== null && (fixed || plain.dueAt > promised);
  const terms = fixed && promised !== null ? [...events, { type: 'fix', at: merge.at, payload: { due: Math.min(promised, plain.dueAt ?? promised), reason: merge.reason } } as const] : late ? dueBy(events, promised, merge, pauses, start) : events;
  const taken: Bare[] = into.length > 0 ? [{ type: 'correct', at: merge.at, payload: { voids: into.map((e) => e.seq), note: merge.reason } }] : [];
  return { from: cancelled, into: numbered(into, [...taken, ...terms]) };
}

/** The one event that takes a merge (or anything else) back: of each clock, with the events that the merge had added to it. */
export function unmergeClock(events: readonly ClockEvent[], added: readonly ClockEvent[], at: number, note: string): ClockEvent[] {
  return added.length === 0 ? [] : numbered(events, [{ type: 'correct', at, payload: { voids: added.map((e) => e.seq), note } }]);
}

/** The first event of a subject that was split off: its clock starts with the message, not with the click. */
export function splitClock(messageAt: number, target: Target, calendar: string): ClockEvent[] {
  return numbered([], [{ type: 'start', at: messageAt, payload: { target, calendar } }]);
}
