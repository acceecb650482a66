import { countUpTo, dueAt, openMs } from './business-time';
import type { CompiledCalendar } from './calendar.types';
import type { ClockState } from './clock.types';
import { DeadlineError } from './errors';
import { HOUR } from './local-date';

/** When a step comes, seen from its deadline. */
export type StepAt =
  /** Share of the target that is used up; one of half or less only for targets of four hours up. */
  | { readonly percent: number }
  | { readonly afterDueBusinessHours: number }
  /** At the opening after one more open day, then at each day's opening, `max` times; named `step_1`, `step_2` … */
  | { readonly dailyAfterDue: true; readonly max: number }
  /** At an opening, so many open days before the working due time of a legal period. */
  | { readonly beforeLegalBusinessDays: number };

export interface PlanStep {
  readonly step: string;
  readonly at: StepAt;
}

/** The shipped plan; a step that does not apply to a clock gives no instant. */
export const DEFAULT_STEPS: readonly PlanStep[] = [
  { step: 'half', at: { percent: 50 } }, { step: 'warn', at: { percent: 80 } }, { step: 'due', at: { percent: 100 } },
  { step: 'over_1', at: { afterDueBusinessHours: 4 } }, { step: 'over_2', at: { afterDueBusinessHours: 8 } }, { step: 'over_3', at: { afterDueBusinessHours: 12 } },
  { step: 'over_day', at: { dailyAfterDue: true, max: 10 } },
  { step: 'pre_legal_5', at: { beforeLegalBusinessDays: 5 } }, { step: 'pre_legal_2', at: { beforeLegalBusinessDays: 2 } }, { step: 'pre_legal_1', at: { beforeLegalBusinessDays: 1 } },
];

export interface Reminder {
  readonly step: string;
  /** Epoch ms. For one that is late: now. */
  readonly at: number;
  /** Its instant had passed when it was planned: after a change of target, an import, a long outage. */
  readonly late: boolean;
}

interface Planned {
  readonly step: string;
  readonly at: number;
}
const LEAST_FOR_HALF = 4 * HOUR;

/** The instant at which so much of the used time was reached, in what has passed already. */
function reachedAt(state: ClockState, cal: CompiledCalendar, used: number): number {
  let before = 0;
  for (const { from, to, openMs: counted } of state.segments) {
    if (before + counted >= used && counted > 0) return used <= before ? from : Math.min(to, state.target?.unit === 'calendar_seconds' ? from + used - before : dueAt(cal, from, used - before));
    before += counted;
  }
  return state.startedAt!;
}

function share(state: ClockState, cal: CompiledCalendar, percent: number, now: number): number | null {
  const { dueAt: due, target, startedAt } = state;
  if (percent >= 100) return due;
  // A due time set by hand or agreed on says nothing about work: open time from the start to it, or plain time when there is none.
  const byHand = state.fixed || target!.unit === 'fixed';
  const open = byHand ? openMs(cal, startedAt!, Math.max(due!, startedAt!)) : 0;
  const whole = byHand ? open || due! - startedAt! : (state.targetMs ?? 0);
  if (whole <= 0 || (percent <= 50 && whole < LEAST_FOR_HALF)) return null;
  const part = Math.round((whole * percent) / 100);
  if (byHand) return open > 0 ? dueAt(cal, startedAt!, part) : startedAt! + part;
  const left = part - state.usedMs;
  if (left <= 0) return reachedAt(state, cal, part);
  return target!.unit === 'calendar_seconds' ? now + left : dueAt(cal, now, left);
}

function instants(state: ClockState, { step, at }: PlanStep, cal: CompiledCalendar, now: number): Planned[] {
  const due = state.dueAt!;
  const one = (t: number | null | undefined): Planned[] => (t === null || t === undefined ? [] : [{ step, at: t }]);
  if ('percent' in at) return one(share(state, cal, at.percent, now));
  if ('afterDueBusinessHours' in at) return one(dueAt(cal, due, at.afterDueBusinessHours * HOUR));
  if ('dailyAfterDue' in at) {
    // The open day after that of the due time passes; the openings after it are the ones.
    const first = countUpTo(cal.openDays, cal.firstDay + countUpTo(cal.dayStarts, due) - 1) + 1;
    return [...cal.dayOpens.subarray(first, first + at.max)].map((t, i) => ({ step: `${step}_${i + 1}`, at: t }));
  }
  if (state.legalDueAt === null) return [];
  const before = cal.dayOpens[countUpTo(cal.dayOpens, due - 1) - 1 - at.beforeLegalBusinessDays];
  return before !== undefined && before > state.startedAt! ? one(before) : [];
}

/** Beyond what the calendar was compiled for, far after the due time, nobody is reminded. */
function known(work: () => Planned[]): Planned[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof DeadlineError && error.code === 'calendar.horizon_exceeded') return [];
    throw error;
  }
}

/**
 * When somebody is to be told about a clock that runs, soonest first; `state` is as of `now`. Of the steps that have passed
 * only the last is given, as late, and not when it is among `fired`: those that an earlier plan of this clock has told.
 */
export function reminderInstants(state: ClockState, plan: readonly PlanStep[], cal: CompiledCalendar, now: number, fired: ReadonlySet<string> = new Set()): Reminder[] {
  const open = state.state === 'running' || ((state.state === 'paused' || state.state === 'suspended') && state.dueAt !== null);
  if (!open || state.dueAt === null || state.startedAt === null) return [];
  const planned = plan.flatMap((step) => known(() => instants(state, step, cal, now)));
  const sorted = planned.map((p, order) => ({ ...p, order })).sort((a, b) => a.at - b.at || a.order - b.order);
  const passed = sorted.filter((p) => p.at <= now).at(-1);
  const late = passed && !fired.has(passed.step) ? [{ step: passed.step, at: now, late: passed.at < now }] : [];
  return [...late, ...sorted.filter((p) => p.at > now).map(({ step, at }) => ({ step, at, late: false }))];
}
