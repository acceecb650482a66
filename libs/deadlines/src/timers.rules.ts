import { reminderInstants, type Calendars, type ClockState } from './engine';
import type { ReminderStep } from './policy';

/** A step of a clock's plan with its instant, epoch ms. */
export interface Timer {
  readonly step: string;
  readonly at: number;
  readonly late: boolean;
}

const WARN: ReminderStep = { step: 'warn', at: { percent: 80 }, to: [], critical: false };
/** Everyone's clock is looked at when it falls due, whatever its plan says: that is when it becomes late. */
export const DUE: ReminderStep = { step: 'due', at: { percent: 100 }, to: [], critical: false };

/** The end of a period of the law, where the working due time lies before it: only then is such a clock late. */
export const LEGAL = 'legal';

export const withDue = (plan: readonly ReminderStep[]): readonly ReminderStep[] => (plan.some((s) => s.step === DUE.step) ? plan : [...plan, DUE]);

/**
 * The timers to write down for a clock that runs. What lies after the due instant is written down when that has come, since most
 * clocks never get there.
 */
export function timersOf(state: ClockState, plan: readonly ReminderStep[], calendars: Calendars, now: number, fired: readonly string[]): readonly Timer[] {
  if (state.state !== 'running' || state.dueAt === null || !state.calendar) return [];
  const due = state.dueAt;
  const all = [...reminderInstants(state, withDue(plan), calendars(state.calendar), now, new Set(fired)), ...legalTimer(state, now, fired)];
  return due <= now ? all : all.filter((timer) => timer.late || timer.at <= due);
}

function legalTimer(state: ClockState, now: number, fired: readonly string[]): readonly Timer[] {
  const at = state.legalDueAt;
  if (at === null || state.fixed || fired.includes(LEGAL)) return [];
  return [{ step: LEGAL, at: Math.max(at, now), late: at < now }];
}

/** When a clock that runs turns to be hurried: at four fifths, whatever its plan says. Null when it does not run. */
export function warnAtOf(state: ClockState, calendars: Calendars, now: number): number | null {
  if (state.state !== 'running' || state.dueAt === null || !state.calendar) return null;
  const [warn] = reminderInstants({ ...state }, [WARN], calendars(state.calendar), now);
  return warn ? Math.min(warn.at, state.dueAt) : null;
}
