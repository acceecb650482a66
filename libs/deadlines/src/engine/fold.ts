import type { ClockEvent, ClockState } from './clock.types';
import { DeadlineError } from './errors';
import { instantsOf, type Ignored } from './event-order';
import { RunningClock, type Calendars } from './running-clock';
import { countedMs } from './target-due';

const stateOf = (clock: RunningClock): ClockState['state'] => {
  if (clock.ended) return clock.ended.state;
  if (clock.startedAt === null) return 'idle';
  if (clock.since !== null) return 'running';
  return clock.held?.kind === 'suspension' ? 'suspended' : 'paused';
};

/** Counted time from `now` to the due instant; negative when it has gone by. */
function remaining(clock: RunningClock, now: number): number | null {
  const [target, due] = [clock.target, clock.dueNow];
  if (!target || clock.startedAt === null) return null;
  const seconds = target.unit === 'business_seconds' || target.unit === 'calendar_seconds';
  if (seconds && clock.fixedDue === null && !clock.breachedByRetarget) return Math.round(target.amount * 1000) - clock.used.ms;
  if (due === null || (clock.since === null && !clock.ended && clock.fixed === null)) return null;
  return clock.fixed !== null ? due - now : countedMs(clock.cal, target.unit, now, due);
}

function snapshot(clock: RunningClock, now: number, error: string | null): ClockState {
  const open = clock.ended === null && clock.since === null && clock.fixed === null;
  const left = error === null ? remaining(clock, now) : null;
  return {
    state: error === null ? stateOf(clock) : 'error',
    startedAt: clock.startedAt, stoppedAt: clock.ended?.at ?? null,
    dueAt: error !== null || open ? null : clock.dueNow, legalDueAt: error !== null || (open && clock.startedAt !== null) ? null : (clock.due?.legal ?? null),
    usedMs: clock.used.ms, targetMs: left === null ? null : clock.used.ms + left, remainingMs: left,
    breachedAt: clock.breachedAt, breachedByRetarget: clock.breachedByRetarget, outcome: clock.ended?.outcome ?? null, outcomeReason: clock.ended?.reason ?? null,
    segments: clock.segments, pauses: clock.pauses, ignored: clock.ignored.toSorted((a, b) => a.seq - b.seq), error,
    target: clock.target, calendar: clock.calendar, fixed: clock.fixedDue !== null,
  };
}

/**
 * What a clock is at `now` (epoch ms), from its events alone and in whatever order they are given. Events that make no sense
 * where they stand are listed as ignored; a clock that cannot be computed has the state `error` and the code of why. Never
 * throws for content.
 */
export function fold(events: readonly ClockEvent[], calendars: Calendars, now: number): ClockState {
  const ignored: Ignored[] = [];
  const clock = new RunningClock(calendars, ignored);
  let at = now;
  try {
    for (const instant of instantsOf(events, ignored)) {
      at = instant[0]?.at ?? at;
      for (const event of instant) {
        clock.advance(event.at);
        clock.apply(event);
      }
    }
    // What has happened is never later than now.
    at = clock.ended?.at ?? Math.max(now, at, clock.since ?? now);
    if (!clock.ended) clock.advance(at);
    return snapshot(clock, at, null);
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    return snapshot(clock, at, error.code);
  }
}
