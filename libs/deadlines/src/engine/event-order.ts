import type { ClockEvent, ClockEventType, IgnoredWhy } from './clock.types';

export interface Ignored {
  readonly seq: number;
  readonly why: IgnoredWhy;
}

/** Within one instant: what changes the terms, then what starts or goes on, then what holds it, then what ends it. */
const RANK: Readonly<Record<ClockEventType, number>> = { correct: 0, recalendar: 1, retarget: 2, fix: 3, start: 4, resume: 5, unsuspend: 5, pause: 6, suspend: 6, stop: 7, waive: 8, cancel: 9 };

/**
 * The events without those that a correction takes back. A correction may itself be taken back by a later one, and then
 * what it took back counts again.
 */
function uncorrected(events: readonly ClockEvent[], ignored: Ignored[]): ClockEvent[] {
  const voided = new Set<number>();
  for (const event of events.toSorted((a, b) => b.seq - a.seq)) {
    if (event.type === 'correct' && !voided.has(event.seq)) for (const seq of event.payload.voids) if (seq < event.seq) voided.add(seq);
  }
  for (const event of events) if (voided.has(event.seq)) ignored.push({ seq: event.seq, why: 'voided' });
  return voided.size === 0 ? [...events] : events.filter((event) => !voided.has(event.seq));
}

const opposite = (type: ClockEventType): ClockEventType | null => (type === 'resume' ? 'pause' : type === 'unsuspend' ? 'suspend' : null);
const sameReason = (a: ClockEvent, b: ClockEvent): boolean => a.type !== 'suspend' || b.type !== 'unsuspend' || b.payload.reason === undefined || b.payload.reason === a.payload.reason;

/** A pause and its end in one instant are nothing, whichever of them was written down first. */
function withoutPairs(instant: readonly ClockEvent[], ignored: Ignored[]): readonly ClockEvent[] {
  if (instant.length < 2) return instant;
  const gone = new Set<ClockEvent>();
  for (const end of instant) {
    const begin = instant.find((event) => event.type === opposite(end.type) && sameReason(event, end) && !gone.has(event));
    if (begin) gone.add(begin).add(end);
  }
  for (const event of gone) ignored.push({ seq: event.seq, why: 'same_instant' });
  return gone.size === 0 ? instant : instant.filter((event) => !gone.has(event));
}

/** Events in the order in which they take effect, one group per instant. Does not depend on the order they are given in. */
export function instantsOf(events: readonly ClockEvent[], ignored: Ignored[]): (readonly ClockEvent[])[] {
  const known = events.filter((event) => {
    if (RANK[event.type] === undefined) ignored.push({ seq: event.seq, why: 'unknown' });
    return RANK[event.type] !== undefined;
  });
  const sorted = uncorrected(known, ignored).sort((a, b) => a.at - b.at || RANK[a.type] - RANK[b.type] || a.seq - b.seq);
  const instants: ClockEvent[][] = [];
  for (const event of sorted) {
    const last = instants.at(-1);
    if (last && last[0]!.at === event.at) last.push(event);
    else instants.push([event]);
  }
  return instants.map((instant) => withoutPairs(instant, ignored));
}
