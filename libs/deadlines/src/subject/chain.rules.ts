import type { Metric } from '../engine';
import { standing, type Cycle, type RecordedEvent } from './cycle';
import type { SubjectWork } from './subject-work';

/** Clocks that follow one another, each ended by an answer. */
export const REPLY_CHAIN: readonly Metric[] = ['first_reply', 'next_reply'];
export const PROGRESS_CHAIN: readonly Metric[] = ['progress_update'];
const CHAINS: readonly (readonly Metric[])[] = [REPLY_CHAIN, PROGRESS_CHAIN];

type Stop = Extract<RecordedEvent, { type: 'stop' }>;

const startOf = (cycle: Cycle): number => cycle.events.find((e) => e.type === 'start')?.at ?? 0;
const inOrder = (cycles: readonly Cycle[]): readonly Cycle[] => [...cycles].sort((a, b) => startOf(a) - startOf(b) || (a.metric < b.metric ? -1 : 1));

export const chain = (work: SubjectWork, metrics: readonly Metric[]): readonly Cycle[] => inOrder(work.all(...metrics));

/**
 * A person's answer. It ends the open clock of the chain. When none is open it is kept on the newest one, where it counts
 * should the answer before it turn out never to have arrived.
 */
export function answerChain(work: SubjectWork, metrics: readonly Metric[], at: number, entryId: string, outcome: string): void {
  const cycles = chain(work, metrics);
  const cycle = cycles.find((c) => work.isOpen(c)) ?? cycles.at(-1);
  if (cycle) work.append(cycle, { type: 'stop', at, payload: { outcome } }, entryId);
}

/**
 * An answer never arrived: its stop is taken back, the clock runs from its original start, and what was opened since is folded back
 * into it. Another answer that stands ends it instead.
 */
export function voidInChains(work: SubjectWork, entryId: string): void {
  for (const metrics of CHAINS) {
    for (const cycle of chain(work, metrics)) {
      const fresh = work.all(cycle.metric).find((c) => c.id === cycle.id)!;
      work.takeBack(fresh, (e) => e.type === 'stop' && e.entryId === entryId, 'reply_void', entryId);
    }
    // A series that the void answer began is no series of its own.
    for (const begun of chain(work, metrics)) if (metrics === PROGRESS_CHAIN && startEntry(begun) === entryId) foldBack(work, begun);
    mend(work, metrics);
  }
}

const startEntry = (cycle: Cycle): string | null => cycle.events.find((e) => e.type === 'start')?.entryId ?? null;

/** Puts the chain right from its first open or re-opened clock on. */
function mend(work: SubjectWork, metrics: readonly Metric[]): void {
  const cycles = chain(work, metrics);
  for (const [i, { id }] of cycles.entries()) {
    const cycle = work.all(...metrics).find((c) => c.id === id)!;
    if (!work.isOpen(cycle)) continue;
    const later = cycles.slice(i + 1).map((c) => work.all(...metrics).find((other) => other.id === c.id)!);
    const next = earliestStop(later, startOf(cycle));
    if (next) work.append(cycle, { type: 'stop', at: next.at, payload: next.payload }, next.entryId, next.actorId);
    const end = next?.at ?? Infinity;
    for (const other of later) if (startOf(other) < end && !isFoldedBack(other)) foldBack(work, other);
    if (!next) return;
  }
}

function earliestStop(cycles: readonly Cycle[], from: number): Stop | undefined {
  return cycles
    .flatMap((c) => standing(c.events))
    .filter((e): e is Stop => e.type === 'stop' && e.at >= from && e.entryId !== null)
    .sort((a, b) => a.at - b.at)[0];
}

const FOLDED_BACK = 'folded_back';
const isFoldedBack = (cycle: Cycle): boolean => standing(cycle.events).some((e) => e.type === 'cancel' && e.payload.reason === FOLDED_BACK);

/** The time belongs to the clock before it: this one was never a promise. */
function foldBack(work: SubjectWork, cycle: Cycle): void {
  const bare = work.takeBack(cycle, (e) => e.type === 'stop' || e.type === 'waive' || e.type === 'cancel', FOLDED_BACK);
  work.append(bare, { type: 'cancel', at: startOf(cycle), payload: { reason: FOLDED_BACK } });
}
