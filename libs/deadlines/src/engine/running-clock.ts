import { dueAt } from './business-time';
import type { CompiledCalendar } from './calendar.types';
import type { ClockEvent, IgnoredWhy, Pause, Segment, Target } from './clock.types';
import type { Ignored } from './event-order';
import { add, checkTarget, dueOf, leftOf, NOTHING_USED, usedBetween, type Due, type Used } from './target-due';

export type Calendars = (id: string) => CompiledCalendar;
export interface Ended {
  readonly at: number;
  readonly state: 'met' | 'late' | 'cancelled' | 'waived';
  readonly outcome: string | null;
  readonly reason: string | null;
}

/** The fold's memory between instants. Times in epoch ms. */
export class RunningClock {
  startedAt: number | null = null;
  target: Target | null = null;
  calendar: string | null = null;
  used: Used = NOTHING_USED;
  /** Since when time counts; null while it does not. */
  since: number | null = null;
  due: Due | null = null;
  fixedDue: number | null = null;
  breachedAt: number | null = null;
  breachedByRetarget = false;
  ended: Ended | null = null;
  segments: Segment[] = [];
  pauses: Pause[] = [];
  /** Changes of terms that came in the instant of the start. */
  private early: ClockEvent[] = [];
  private startCalendar: string | null = null;
  /** The terms changed while a pause lasted. */
  private changedInPause = false;

  constructor(private readonly calendars: Calendars, readonly ignored: Ignored[]) {}

  get cal(): CompiledCalendar {
    return this.calendars(this.calendar!);
  }
  get held(): Pause | undefined {
    return this.pauses.findLast((p) => p.to === null && p.kind === 'suspension') ?? this.pauses.findLast((p) => p.to === null);
  }
  /** A due instant set by hand or agreed on: no pause and no change moves it. */
  get fixed(): number | null {
    return this.fixedDue ?? (this.target?.unit === 'fixed' ? this.target.amount : null);
  }
  get dueNow(): number | null {
    return this.fixed ?? this.due?.due ?? null;
  }
  /** The last instant in time. The end of a civil period is exclusive. */
  get lastGood(): number | null {
    if (this.fixed !== null) return this.fixed;
    return this.due && this.due.legal !== null ? this.due.legal - 1 : (this.due?.due ?? null);
  }
  private ignore(event: ClockEvent, why: IgnoredWhy): void {
    this.ignored.push({ seq: event.seq, why });
  }

  /** Lets the time up to `t` pass: counts it, and sees whether the due instant has gone by. */
  advance(t: number): void {
    const [last, running] = [this.lastGood, this.since !== null];
    if (last !== null && t > last && (running || this.fixed !== null)) this.breachedAt ??= this.fixed ?? this.due!.legal ?? this.due!.due;
    if (!running || t <= this.since!) return;
    const gained = usedBetween(this.cal, this.target!.unit, this.startedAt!, this.since!, t);
    this.used = add(this.used, gained);
    const before = this.segments.at(-1);
    const joined = before !== undefined && before.to === this.since && before.calendar === this.calendar;
    const segment = { from: joined ? before.from : this.since!, to: t, calendar: this.calendar!, openMs: gained.ms + (joined ? before.openMs : 0) };
    this.segments = [...(joined ? this.segments.slice(0, -1) : this.segments), segment];
    this.since = t;
  }

  /** Computes the due instant anew at `t`. When nothing is left: a change gives its grace, and what was late stays due when it was. */
  private replan(t: number, now: boolean): void {
    const target = this.target!;
    const changed = now || this.changedInPause;
    this.changedInPause = false;
    checkTarget(target);
    const left = leftOf(this.cal, target, this.startedAt!, this.used);
    if (left > 0) this.due = dueOf(this.cal, target, this.startedAt!, t, left);
    else if (this.breachedAt === null) {
      this.breachedByRetarget ||= changed;
      this.due = { due: changed && target.retargetGraceMs > 0 ? dueAt(this.cal, t, target.retargetGraceMs) : t, legal: null };
    }
  }

  private resumeAt(t: number): void {
    if (this.held) return;
    this.since = t;
    this.replan(t, false);
  }

  private hold(t: number, reason: string, kind: Pause['kind']): void {
    this.pauses = [...this.pauses, { from: t, to: null, reason, kind }];
    this.since = null;
  }

  private release(event: ClockEvent, of: (pause: Pause) => boolean): void {
    if (!this.pauses.some((p) => p.to === null && of(p))) return this.ignore(event, 'not_paused');
    this.pauses = this.pauses.map((p) => (p.to === null && of(p) ? { ...p, to: event.at } : p));
    this.resumeAt(event.at);
  }

  private change(event: ClockEvent): void {
    if (event.type === 'retarget') this.target = event.payload.target;
    if (event.type === 'recalendar') this.calendar = event.payload.calendar;
    if (event.type === 'correct') this.calendar = event.payload.calendar ?? this.calendar;
    if (event.type === 'fix') {
      const legal = this.due?.legal ?? null;
      if (legal !== null && event.payload.due > legal) return this.ignore(event, 'after_legal');
      this.fixedDue = event.payload.due;
    } else if (this.since !== null) this.replan(event.at, true);
    else this.changedInPause = true;
  }

  private start(event: ClockEvent & { type: 'start' }): void {
    this.startedAt = event.at;
    this.target = event.payload.target;
    this.calendar = this.startCalendar ?? event.payload.calendar;
    const now = this.early.filter((e) => e.at === event.at).sort((a, b) => a.seq - b.seq);
    for (const early of this.early) if (early.at !== event.at) this.ignore(early, 'not_started');
    for (const early of now) if (early.type !== 'fix') this.change(early);
    this.changedInPause = false;
    this.since = event.at;
    this.replan(event.at, false);
    for (const early of now) if (early.type === 'fix') this.change(early);
  }

  private end(at: number, state: Ended['state'] | null, outcome: string | null, reason: string | null): void {
    // An end while a pause lasts is due when it would have been, had it gone on at that instant.
    if (this.since === null) this.replan(at, false);
    this.since = null;
    this.pauses = this.pauses.map((p) => (p.to === null ? { ...p, to: at } : p));
    this.ended = { at, state: state ?? (this.breachedAt === null ? 'met' : 'late'), outcome, reason };
  }

  /** One event whose instant has been advanced to. */
  apply(event: ClockEvent): void {
    if (this.ended) return event.type === 'correct' && event.payload.calendar === undefined ? undefined : this.ignore(event, 'closed');
    if (event.type === 'start') return this.startedAt === null ? this.start(event) : this.ignore(event, 'already_started');
    if (this.startedAt === null) return this.beforeStart(event);
    switch (event.type) {
      case 'retarget': case 'recalendar': case 'fix': return this.change(event);
      case 'correct': return event.payload.calendar === undefined ? undefined : this.change(event);
      case 'pause': return this.pauses.some((p) => p.to === null && p.kind === 'pause') ? this.ignore(event, 'already_paused') : this.hold(event.at, event.payload.reason, 'pause');
      case 'suspend': return this.pauses.some((p) => p.to === null && p.reason === event.payload.reason) ? this.ignore(event, 'already_paused') : this.hold(event.at, event.payload.reason, 'suspension');
      case 'resume': return this.release(event, (p) => p.kind === 'pause');
      case 'unsuspend': return this.release(event, (p) => p.kind === 'suspension' && (event.payload.reason === undefined || event.payload.reason === p.reason));
      case 'stop': return this.end(event.at, null, event.payload.outcome, null);
      case 'cancel': return this.end(event.at, 'cancelled', null, event.payload.reason);
      case 'waive': return this.end(event.at, 'waived', null, event.payload.reason);
    }
  }

  /** Terms that change in the very instant of the start hold from it; a corrected calendar holds from wherever the clock starts. */
  private beforeStart(event: ClockEvent): void {
    if (event.type === 'correct') this.startCalendar = event.payload.calendar ?? this.startCalendar;
    else if (event.type === 'retarget' || event.type === 'recalendar' || event.type === 'fix') this.early.push(event);
    else this.ignore(event, 'not_started');
  }
}
