import type { ClockState } from './engine';
import type { SubjectFacts } from './signals';
import { siteDay } from './site-day';
import { standing, type Cycle, type RecordedEvent } from './subject/cycle';

/** What a cycle keeps from its beginning, for reports; and who had the matter when it fell due. */
export interface CycleOrigin {
  readonly kind: string;
  readonly channel: string;
  readonly priority: string;
  readonly teamId: string;
  readonly language: string;
  readonly holderAtDue: string | null;
  readonly holderTeamAtDue: string | null;
  readonly createdAt: number;
}

/** A cycle as the database has it. */
export interface StoredCycle extends Cycle {
  readonly subjectId: string;
  /** Steps that were told already, by any plan the clock had. */
  readonly fired: readonly string[];
  readonly origin: CycleOrigin;
}

/** One row of `deadline`, under the names of its columns, as JSON can carry it. */
export type DeadlineRow = Readonly<Record<(typeof DEADLINE_COLUMNS)[number], unknown>>;

export const DEADLINE_COLUMNS = [
  'id', 'subject_id', 'subject_kind', 'metric', 'cycle_no', 'policy_version_id', 'calendar_version_id', 'target', 'plan', 'state', 'started_at', 'stopped_at', 'due_at', 'warn_at',
  'legal_due_at', 'used_ms', 'target_ms', 'paused_since', 'pause_reason', 'breached_at', 'breached_by_retarget', 'corrected', 'fixed', 'outcome', 'outcome_reason', 'error_code', 'generation',
  'start_entry_id', 'stop_entry_id', 'stopped_by', 'holder_at_due', 'holder_team_at_due', 'kind', 'channel', 'priority', 'team_id', 'language', 'start_day', 'due_day', 'stop_day', 'created_at', 'updated_at',
] as const;

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const day = (ms: number | null, zone: string): string | null => (ms === null ? null : siteDay(ms, zone));

/** What ended the clock: the last standing event of its kind that the fold did not pass over. */
function endOf(cycle: Cycle, state: ClockState): RecordedEvent | undefined {
  if (state.stoppedAt === null) return undefined;
  const ignored = new Set(state.ignored.map((i) => i.seq));
  return standing(cycle.events).find((e) => (e.type === 'stop' || e.type === 'cancel' || e.type === 'waive') && e.at === state.stoppedAt && !ignored.has(e.seq));
}

export interface RowContext {
  readonly subject: { readonly id: string; readonly kind: string };
  readonly origin: CycleOrigin;
  readonly generation: number;
  readonly warnAt: number | null;
  readonly zone: string;
  readonly now: Date;
}

/** Everything but the key follows from the events: the auditor rebuilds rows by this and compares. */
export function rowOf(cycle: Cycle, state: ClockState, { subject, origin, generation, warnAt, zone, now }: RowContext): DeadlineRow {
  const start = cycle.events.find((e) => e.type === 'start');
  const end = endOf(cycle, state);
  const pause = state.state === 'paused' || state.state === 'suspended' ? state.pauses.findLast((p) => p.to === null) : undefined;
  return {
    id: cycle.id, subject_id: subject.id, subject_kind: subject.kind, metric: cycle.metric, cycle_no: cycle.cycleNo,
    policy_version_id: cycle.policyVersionId, calendar_version_id: state.calendar || null, target: cycle.target, plan: cycle.plan,
    state: state.state === 'idle' ? 'cancelled' : state.state, started_at: iso(state.startedAt ?? start?.at ?? now.getTime()), stopped_at: iso(state.stoppedAt), due_at: iso(state.dueAt), warn_at: iso(warnAt), legal_due_at: iso(state.legalDueAt),
    used_ms: Math.round(state.usedMs), target_ms: state.targetMs === null ? null : Math.round(state.targetMs),
    paused_since: iso(pause?.from ?? null), pause_reason: pause?.reason ?? null,
    breached_at: iso(state.breachedAt), breached_by_retarget: state.breachedByRetarget, corrected: cycle.events.some((e) => e.type === 'correct'), fixed: state.fixed,
    outcome: state.outcome, outcome_reason: state.outcomeReason, error_code: state.error, generation,
    start_entry_id: start?.entryId ?? null, stop_entry_id: end?.entryId ?? null, stopped_by: end?.actorId ?? null,
    holder_at_due: origin.holderAtDue, holder_team_at_due: origin.holderTeamAtDue, kind: origin.kind, channel: origin.channel, priority: origin.priority, team_id: origin.teamId, language: origin.language,
    start_day: day(state.startedAt ?? start?.at ?? now.getTime(), zone), due_day: day(state.dueAt, zone), stop_day: day(state.stoppedAt, zone), created_at: iso(origin.createdAt), updated_at: now.toISOString(),
  };
}

/** Who has the matter is kept once: when it became late, else when it ended. */
export function originOf(facts: SubjectFacts, before: CycleOrigin | null, state: ClockState, now: Date): CycleOrigin {
  const origin = before ?? {
    kind: facts.kind, channel: facts.channel, priority: facts.priority, teamId: facts.teamId, language: facts.language, holderAtDue: null, holderTeamAtDue: null, createdAt: now.getTime(),
  };
  const kept = origin.holderTeamAtDue !== null && state.breachedAt !== null;
  const counts = state.breachedAt !== null || state.stoppedAt !== null;
  return kept ? origin : { ...origin, holderAtDue: counts ? facts.assigneeId : null, holderTeamAtDue: counts ? facts.teamId : null };
}
