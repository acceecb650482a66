import { nextOpen, openMs, type CompiledCalendar, type Metric, type TargetUnit } from './engine';
import type { PolicySheet } from './policy-book';

/** The row behind a view, of `deadline d`; instants are ISO text of whatever spelling. */
export interface DeadlineFacts {
  readonly id: string;
  readonly subjectId: string;
  readonly metric: Metric;
  readonly cycle: number;
  readonly state: string;
  readonly unit: TargetUnit;
  readonly calendarVersionId: string | null;
  readonly startedAt: string;
  readonly stoppedAt: string | null;
  readonly dueAt: string | null;
  readonly warnAt: string | null;
  readonly legalDueAt: string | null;
  readonly breachedAt: string | null;
  readonly usedMs: number;
  readonly targetMs: number | null;
  readonly updatedAt: string;
  readonly pausedSince: string | null;
  readonly pausedReason: string | null;
  readonly outcomeReason: string | null;
  readonly errorCode: string | null;
  readonly fixed: boolean;
  readonly breachedByRetarget: boolean;
  readonly corrected: boolean;
}

/** A joined `deadline d` as JSON, so that a list of its subjects brings it in its own statement. Null where there is none. */
export const DEADLINE_JSON = `json_build_object('id', d.id, 'subjectId', d.subject_id, 'metric', d.metric, 'cycle', d.cycle_no, 'state', d.state, 'unit', d.target->>'unit', 'calendarVersionId', d.calendar_version_id,
  'startedAt', d.started_at, 'stoppedAt', d.stopped_at, 'dueAt', d.due_at, 'warnAt', d.warn_at, 'legalDueAt', d.legal_due_at, 'breachedAt', d.breached_at, 'usedMs', d.used_ms, 'targetMs', d.target_ms, 'updatedAt', d.updated_at,
  'pausedSince', d.paused_since, 'pausedReason', d.pause_reason, 'outcomeReason', coalesce(d.outcome_reason, d.outcome), 'errorCode', d.error_code, 'fixed', d.fixed,
  'breachedByRetarget', d.breached_by_retarget, 'corrected', d.corrected)`;

/** All clocks of a subject as JSON, oldest first; null when it never had one. */
export const DEADLINES_JSON = (subject: string): string =>
  `(SELECT json_agg(${DEADLINE_JSON} ORDER BY d.started_at, d.metric, d.cycle_no) FROM deadline d WHERE d.subject_id = ${subject})`;

/** A deadline as people see it at one moment. Work times in milliseconds of working time. */
export interface DeadlineView extends Omit<DeadlineFacts, 'usedMs' | 'targetMs' | 'updatedAt' | 'startedAt'> {
  readonly startedAt: string;
  /** When work time goes on; null while the calendar is open, or nothing runs. */
  readonly nextOpenAt: string | null;
  readonly consumedWorkMs: number;
  readonly targetWorkMs: number | null;
  /** Negative when overdue. */
  readonly remainingWorkMs: number | null;
}

const iso = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

/** Working time between two instants, negative when the second comes first. Beyond what the calendar knows, plain time. */
function between(calendar: CompiledCalendar | null, unit: TargetUnit, from: number, to: number): number {
  if (!calendar || unit === 'calendar_seconds') return to - from;
  const within = (t: number): number => Math.min(Math.max(t, calendar.from), calendar.to);
  return from <= to ? openMs(calendar, within(from), within(to)) : -openMs(calendar, within(to), within(from));
}

function opensAt(calendar: CompiledCalendar | null, unit: TargetUnit, now: number): string | null {
  if (!calendar || calendar.always || unit === 'calendar_seconds' || now < calendar.from || now >= calendar.to) return null;
  const opens = nextOpen(calendar, now);
  return opens !== null && opens > now ? new Date(opens).toISOString() : null;
}

/** What a row means now: the numbers of a clock that runs go on with the working time. */
export function deadlineView(facts: DeadlineFacts, sheet: PolicySheet, now: number): DeadlineView {
  const { usedMs, targetMs, updatedAt, ...rest } = facts;
  const running = facts.state === 'running';
  const calendar = facts.calendarVersionId ? sheet.calendar(facts.calendarVersionId) : null;
  const since = Math.max(Date.parse(updatedAt), Date.parse(facts.startedAt));
  const left = running && facts.dueAt !== null ? between(calendar, facts.unit, now, Date.parse(facts.dueAt)) : null;
  const consumed = running ? usedMs + Math.max(0, between(calendar, facts.unit, since, now)) : usedMs;
  // A due time set by hand or agreed on: what it allows is the working time up to it.
  const allowed = facts.fixed || facts.unit === 'fixed' ? (left === null ? null : consumed + left) : targetMs;
  const open = running || facts.state === 'paused' || facts.state === 'suspended';
  return {
    ...rest, startedAt: iso(facts.startedAt)!, stoppedAt: iso(facts.stoppedAt), dueAt: iso(facts.dueAt), warnAt: iso(facts.warnAt), legalDueAt: iso(facts.legalDueAt), breachedAt: iso(facts.breachedAt), pausedSince: iso(facts.pausedSince),
    nextOpenAt: running ? opensAt(calendar, facts.unit, now) : null, consumedWorkMs: consumed, targetWorkMs: allowed, remainingWorkMs: left ?? (open && targetMs !== null ? targetMs - usedMs : null),
  };
}
