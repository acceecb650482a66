import type { ClockState, Metric } from '../engine';
import { targetFor, type PolicyTarget } from '../policy';
import { isOpenState, type Cycle, type NewEvent, type RecordedEvent } from '../subject/cycle';
import { keptTarget } from '../subject/subject-work';

/** What a new version does to clocks. */
export type ClockChange =
  | { readonly kind: 'retarget'; readonly policyVersionId: string; readonly targets: readonly PolicyTarget[]; readonly calendarFor: (target: PolicyTarget) => string | null; readonly at: number }
  | { readonly kind: 'recalendar' | 'correct'; readonly calendarVersionId: string; readonly at: number };

/** A clock that may be changed, with the targets of the version it was promised by and its priority when it began. */
export interface ChangeableClock {
  readonly cycle: Cycle;
  readonly subjectId: string;
  readonly priority: string;
  readonly promised: readonly PolicyTarget[];
}

export interface ChangeGround {
  fold(events: readonly RecordedEvent[], now: number): ClockState;
  /** Epoch ms. */
  readonly now: number;
  readonly actorId: string | null;
}

/** What becomes of one clock; `added` is empty when nothing does. Times in epoch ms. */
export interface ClockOutcome {
  readonly clock: ChangeableClock;
  readonly cycle: Cycle;
  readonly added: readonly RecordedEvent[];
  readonly before: ClockState;
  readonly after: ClockState;
}

/**
 * Works a change into one clock, for the preview and for the change itself alike. What was used stays used; a limit of the law and a
 * time that was agreed on are moved by no policy.
 */
export function changeClock(clock: ChangeableClock, change: ClockChange, ground: ChangeGround): ClockOutcome {
  const before = ground.fold(clock.cycle.events, ground.now);
  const untouched: ClockOutcome = { clock, cycle: clock.cycle, added: [], before, after: before };
  const planned = change.kind === 'retarget' ? retargeted(clock, before, change) : recalendared(before, change);
  if (!planned) return untouched;
  const last = clock.cycle.events.at(-1)?.seq ?? 0;
  const added = planned.events.map((event, i) => ({ ...event, seq: last + 1 + i, entryId: null, actorId: ground.actorId, recordedAt: ground.now }) as RecordedEvent);
  const cycle = { ...clock.cycle, ...planned.binding, events: [...clock.cycle.events, ...added] };
  return { clock, cycle, added, before, after: ground.fold(cycle.events, ground.now) };
}

interface Planned {
  readonly events: readonly NewEvent[];
  readonly binding?: Pick<Cycle, 'policyVersionId' | 'target'>;
}

function retargeted({ cycle, priority, promised }: ChangeableClock, before: ClockState, change: Extract<ClockChange, { kind: 'retarget' }>): Planned | null {
  if (!isOpenState(before.state) || before.fixed || cycle.target.unit === 'fixed' || cycle.target.legal) return null;
  const old = promisedTarget(cycle, priority, promised);
  const fresh = targetFor(change.targets, cycle.metric, old?.priority ?? priority);
  // No longer promised: what runs, finishes.
  if (!fresh || fresh.unit === 'fixed') return null;
  const target = keptTarget(fresh);
  const calendar = old && old.calendarId === fresh.calendarId ? null : change.calendarFor(fresh);
  const events: NewEvent[] = [];
  if (calendar !== null && calendar !== before.calendar) events.push({ type: 'recalendar', at: change.at, payload: { calendar } });
  if (!same(target, cycle.target)) events.push({ type: 'retarget', at: change.at, payload: { target } });
  if (events.length === 0) return null;
  const stands = before.pauses.findLast((pause) => pause.to === null);
  if (before.state === 'paused' && stands && !target.pauseStatuses.includes(stands.reason)) events.push({ type: 'resume', at: change.at, payload: {} });
  return { events, binding: { policyVersionId: change.policyVersionId, target } };
}

function recalendared(before: ClockState, change: Extract<ClockChange, { kind: 'recalendar' | 'correct' }>): Planned | null {
  const { calendarVersionId: calendar, at } = change;
  if (before.calendar === calendar) return null;
  if (change.kind === 'recalendar') return isOpenState(before.state) ? { events: [{ type: 'recalendar', at, payload: { calendar } }] } : null;
  // What ended before it should have been so stays as it ended.
  if (before.stoppedAt !== null && before.stoppedAt <= at) return null;
  return { events: [{ type: 'correct', at, payload: { voids: [], calendar, note: 'calendar_was_wrong' } }] };
}

const same = (a: object, b: object): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: object): [string, unknown][] => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

/** The target the clock goes by: a priority may have changed since it began, and the target says which one it has now. */
function promisedTarget(cycle: Cycle, priority: string, promised: readonly PolicyTarget[]): PolicyTarget | null {
  const first = targetFor(promised, cycle.metric, priority);
  if (first && same(keptTarget(first), cycle.target)) return first;
  return promised.find((target) => target.metric === cycle.metric && same(keptTarget(target), cycle.target)) ?? first;
}

/** What a change comes to. */
export interface ChangeTally {
  readonly moves: number;
  readonly becomeOverdue: number;
  readonly becomeMetAble: number;
  readonly legalUntouched: number;
  readonly sample: readonly ChangeSample[];
}
export interface ChangeSample {
  readonly subjectId: string;
  readonly metric: Metric;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** An open clock moves when its due time does, or what it has left while it stands; one that has ended, when it ends otherwise. */
function moved({ before, after }: ClockOutcome): boolean {
  if (before.state !== after.state) return true;
  if (!isOpenState(before.state)) return false;
  return before.dueAt !== after.dueAt || before.legalDueAt !== after.legalDueAt || (before.dueAt === null && before.remainingMs !== after.remainingMs);
}

const lost = (state: ClockState, now: number): boolean => state.breachedAt !== null || state.state === 'error' || (state.dueAt !== null && state.stoppedAt === null && (state.legalDueAt ?? state.dueAt) <= now);

/** Counts outcomes; the sample holds the first that move. */
export class Tally {
  private readonly counts = { moves: 0, becomeOverdue: 0, becomeMetAble: 0, legalUntouched: 0 };
  private readonly sample: ChangeSample[] = [];

  constructor(
    private readonly now: number,
    private readonly most: number,
  ) {}

  add(outcome: ClockOutcome): void {
    const { before, after, clock } = outcome;
    if (clock.cycle.target.legal && before.legalDueAt === after.legalDueAt) this.counts.legalUntouched++;
    if (!moved(outcome)) return;
    this.counts.moves++;
    const [was, is] = [lost(before, this.now), lost(after, this.now)];
    if (!was && is) this.counts.becomeOverdue++;
    if (was && !is) this.counts.becomeMetAble++;
    if (this.sample.length < this.most) this.sample.push({ subjectId: clock.subjectId, metric: clock.cycle.metric, from: dateOrNull(before.dueAt), to: dateOrNull(after.dueAt) });
  }

  result(): ChangeTally {
    return { ...this.counts, sample: this.sample };
  }
}

const dateOrNull = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
