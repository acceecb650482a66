import type { Calendars, ClockEvent, ClockState, Metric } from '../engine';
import type { PolicySheet } from '../policy-book';
import { targetFor, type MatchedPolicy, type PolicyAttributes, type PolicyTarget } from '../policy';
import type { SubjectFacts } from '../signals';
import { isOpenState, standing, type Cycle, type KeptTarget, type NewEvent, type RecordedEvent } from './cycle';

/** What decisions are made with; nothing here asks the database. */
export interface Desk {
  readonly sheet: PolicySheet;
  readonly calendars: Calendars;
  /** The engine's fold, over the calendars of the sheet. */
  fold(events: readonly RecordedEvent[], now: number): ClockState;
  /** IANA name of the zone whose days reports count by. */
  readonly zone: string;
  readonly newId: () => string;
  readonly now: Date;
  readonly actorId: string | null;
}

/** Clocks that stand while the matter waits; all others run on whatever the status is. */
const PAUSING: readonly Metric[] = ['resolution', 'progress_update', 'remedy'];

/** The cycles of one subject while signals are worked in: what was added is kept apart from what was there. */
export class SubjectWork {
  private readonly cycles: Cycle[];
  private readonly states = new Map<string, ClockState>();
  private readonly counts = new Map<string, number>();
  status: string;
  attributes: PolicyAttributes;

  constructor(
    cycles: readonly Cycle[],
    readonly facts: SubjectFacts,
    private readonly desk: Desk,
  ) {
    this.cycles = [...cycles];
    for (const cycle of cycles) this.counts.set(cycle.id, cycle.events.length);
    this.status = facts.status;
    this.attributes = facts;
  }

  all(...metrics: readonly Metric[]): readonly Cycle[] {
    return this.cycles.filter((c) => metrics.length === 0 || metrics.includes(c.metric));
  }

  state(cycle: Cycle): ClockState {
    let state = this.states.get(cycle.id);
    if (!state) this.states.set(cycle.id, (state = this.desk.fold(cycle.events, this.desk.now.getTime())));
    return state;
  }

  isOpen(cycle: Cycle): boolean {
    return isOpenState(this.state(cycle).state);
  }

  open(metric: Metric): Cycle | undefined {
    return this.cycles.find((c) => c.metric === metric && this.isOpen(c));
  }

  /** Cycles as they have become, with how many of their events are new. */
  changed(): readonly { readonly cycle: Cycle; readonly state: ClockState; readonly added: readonly RecordedEvent[]; readonly isNew: boolean }[] {
    return this.cycles
      .filter((c) => c.events.length > (this.counts.get(c.id) ?? 0))
      .map((cycle) => ({ cycle, state: this.state(cycle), added: cycle.events.slice(this.counts.get(cycle.id) ?? 0), isNew: !this.counts.has(cycle.id) }));
  }

  append(cycle: Cycle, event: NewEvent, entryId: string | null = null, actorId: string | null = this.desk.actorId): Cycle {
    const last = cycle.events.at(-1)?.seq ?? 0;
    const recorded = { ...event, seq: last + 1, entryId, actorId, recordedAt: this.desk.now.getTime() } as RecordedEvent;
    return this.replace({ ...cycle, events: [...cycle.events, recorded] });
  }

  /** Adds events that the engine has numbered. */
  adopt(cycle: Cycle, events: readonly ClockEvent[], entryId: string): Cycle {
    if (events.length === 0) return cycle;
    const recorded = events.map((event): RecordedEvent => ({ ...event, entryId, actorId: this.desk.actorId, recordedAt: this.desk.now.getTime() }));
    return this.replace({ ...cycle, events: [...cycle.events, ...recorded] });
  }

  /** A cycle without events yet, for a clock that comes from another subject. */
  begin(like: Cycle, target: KeptTarget): Cycle {
    const cycleNo = 1 + Math.max(0, ...this.all(like.metric).map((c) => c.cycleNo));
    const begun: Cycle = { id: this.desk.newId(), metric: like.metric, cycleNo, policyVersionId: this.policy()?.policyVersionId ?? like.policyVersionId, target, plan: like.plan, events: [], generation: 0 };
    this.cycles.push(begun);
    return begun;
  }

  get calendars(): Calendars {
    return this.desk.calendars;
  }

  /** The cycle is promised under another policy or with another target from now on. */
  rebind(cycle: Cycle, policyVersionId: string | null, target: KeptTarget): Cycle {
    return this.replace({ ...cycle, policyVersionId, target });
  }

  private replace(cycle: Cycle): Cycle {
    const i = this.cycles.findIndex((c) => c.id === cycle.id);
    this.cycles[i] = cycle;
    this.states.delete(cycle.id);
    return cycle;
  }

  policy(attributes: PolicyAttributes = this.attributes): MatchedPolicy | null {
    return this.desk.sheet.policyFor(attributes);
  }

  target(metric: Metric, attributes: PolicyAttributes = this.attributes): PolicyTarget | null {
    const policy = this.policy(attributes);
    return policy && targetFor(policy.targets, metric, attributes.priority);
  }

  calendarOf(target: PolicyTarget): string {
    return this.desk.sheet.calendarVersionFor(target) ?? '';
  }

  /** Starts a cycle when the policy promises one, standing at once where the status says so. */
  start(metric: Metric, at: number, entryId: string | null, dueAt: Date | null = null): Cycle | null {
    const policy = this.policy();
    const promised = this.target(metric);
    if (!promised && !dueAt) return null;
    const target = dueAt ? fixedTarget(dueAt) : keptTarget(promised!);
    const calendar = promised ? this.calendarOf(promised) : (this.desk.sheet.defaultCalendarVersionId() ?? '');
    const cycleNo = 1 + Math.max(0, ...this.all(metric).map((c) => c.cycleNo));
    const begun: Cycle = {
      id: this.desk.newId(), metric, cycleNo, policyVersionId: policy?.policyVersionId ?? null, target, events: [], generation: 0,
      plan: this.desk.sheet.plan(promised?.reminderPlanId ?? policy?.targets.find((t) => t.reminderPlanId)?.reminderPlanId ?? null),
    };
    this.cycles.push(begun);
    const running = this.append(begun, { type: 'start', at, payload: { target, calendar } }, entryId);
    return this.pausesIn(running, this.status) ? this.append(running, { type: 'pause', at, payload: { reason: this.status } }) : running;
  }

  pausesIn(cycle: Cycle, status: string): boolean {
    return PAUSING.includes(cycle.metric) && cycle.target.pauseStatuses.includes(status);
  }

  /** Takes events back; nothing to take back: nothing is written. */
  takeBack(cycle: Cycle, which: (event: RecordedEvent) => boolean, note: string, entryId: string | null = null): Cycle {
    const voids = standing(cycle.events).filter((e) => e.type !== 'correct' && e.type !== 'start' && which(e)).map((e) => e.seq);
    return voids.length > 0 ? this.append(cycle, { type: 'correct', at: this.desk.now.getTime(), payload: { voids, note } }, entryId) : cycle;
  }
}

export const keptTarget = (t: PolicyTarget): KeptTarget => ({
  unit: t.unit, amount: t.amount, roll: t.roll, retargetGraceMs: t.retargetGraceMs, pauseStatuses: t.pauseStatuses, bufferBusinessDays: t.bufferBusinessDays,
  automaticAck: t.automaticAck, legal: t.legal,
});

export const fixedTarget = (dueAt: Date): KeptTarget => ({
  unit: 'fixed', amount: dueAt.getTime(), roll: 'none', retargetGraceMs: 0, pauseStatuses: [], bufferBusinessDays: 0, automaticAck: false, legal: false,
});
