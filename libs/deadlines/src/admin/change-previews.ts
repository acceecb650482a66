import { Injectable } from '@nestjs/common';
import { can, Clock, id, instant, LIMITS, parseInput, staffIdOf, type Viewer } from '@kaiku/kernel';
import { z } from 'zod';
import { DeadlineError, fold, type CompiledCalendar, type Target } from '../engine';
import { DeadlineUnit } from '../policy';
import { calendarFaults, tidy } from './calendar.rules';
import { ClockChangeRepository } from './clock-change.repository';
import { changeClock, Tally, type ChangeTally, type ClockChange } from './clock-change.rules';
import { effectiveTime } from './commands/save-calendar';
import { PolicyChecks } from './policy-checks';
import { compileFor, type StoredPolicySheet } from './policy-sheet';
import { calendarDefinition, policyConditions, policyTargets } from './settings.inputs';
import { DEADLINE_SETTINGS } from './settings.permissions';
import { PolicyInvalid, type DefinitionFault } from './settings.problems';
import { StoredPolicyBook } from './stored-policy-book';

const PreviewCalendarInput = z.object({ definition: calendarDefinition, start: instant, amount: z.number(), unit: z.enum(DeadlineUnit) });
const PreviewCalendarChangeInput = z.object({ calendarId: id, definition: calendarDefinition, apply: z.enum(['keep', 'recalendar', 'correct']), effectiveFrom: instant.nullish() });
const PreviewPolicyChangeInput = z.object({ policyId: id, conditions: policyConditions, targets: policyTargets });

export interface CalendarPreview {
  readonly dueAt: Date | null;
  readonly legalDueAt: Date | null;
  readonly faults: readonly DefinitionFault[];
  readonly warnings: readonly DefinitionFault[];
}
/** With faults nothing is counted. */
export type ChangePreview = ChangeTally & { readonly faults: readonly DefinitionFault[] };

/** Stands for a version that is not saved yet. */
const UNSAVED = 'unsaved';
const BATCH = 2000;
const nothing = (faults: readonly DefinitionFault[]): ChangePreview => ({ moves: 0, becomeOverdue: 0, becomeMetAble: 0, legalUntouched: 0, sample: [], faults });
const dateOrNull = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/** Says what a change would do, by the very code that does it. Writes nothing. */
@Injectable()
export class ChangePreviews {
  constructor(
    private readonly clocks: ClockChangeRepository,
    private readonly checks: PolicyChecks,
    private readonly book: StoredPolicyBook,
    private readonly clock: Clock,
  ) {}

  /** When a clock that starts at an instant would be due by a calendar as it is written. */
  calendar(_viewer: Viewer, raw: unknown): CalendarPreview {
    const { definition, start, amount, unit } = parseInput(PreviewCalendarInput, raw);
    const now = this.clock.now();
    const { faults, warnings } = calendarFaults(definition, now);
    if (faults.length > 0) return { dueAt: null, legalDueAt: null, faults, warnings };
    const cal = compileFor(tidy(definition), now);
    const fault = (path: string, code: string): CalendarPreview => ({ dueAt: null, legalDueAt: null, faults: [{ path, code }], warnings });
    if (unit === 'fixed') return fault('amount', 'target.fixed_has_no_amount');
    if (start.getTime() < cal.from || start.getTime() > cal.to) return fault('start', 'calendar.horizon_exceeded');
    const target: Target = { unit, amount, roll: 'none', retargetGraceMs: 0, pauseStatuses: [], bufferBusinessDays: 0 };
    const at = start.getTime();
    const state = fold([{ seq: 1, at, type: 'start', payload: { target, calendar: UNSAVED } }], () => cal, at);
    return state.error ? fault(state.error === 'calendar.never_open' ? 'weekly' : 'amount', state.error) : { dueAt: dateOrNull(state.dueAt), legalDueAt: dateOrNull(state.legalDueAt), faults: [], warnings };
  }

  async calendarChange(viewer: Viewer, raw: unknown): Promise<ChangePreview> {
    const input = parseInput(PreviewCalendarChangeInput, raw);
    const now = this.clock.now();
    const at = effectiveTime(input.apply, input.effectiveFrom ?? null, now);
    const { faults } = calendarFaults(input.definition, now);
    if (faults.length > 0 || input.apply === 'keep' || !can(viewer, DEADLINE_SETTINGS.view)) return nothing(faults);
    const ids = input.apply === 'correct' ? await this.clocks.ofCalendarSince(input.calendarId, null, at) : await this.clocks.ofCalendar(input.calendarId, null);
    const cal = compileFor(tidy(input.definition), now);
    return this.tally(viewer, ids, () => ({ kind: input.apply as 'recalendar' | 'correct', calendarVersionId: UNSAVED, at: at.getTime() }), cal);
  }

  async policyChange(viewer: Viewer, raw: unknown): Promise<ChangePreview> {
    const { policyId, conditions, targets } = parseInput(PreviewPolicyChangeInput, raw);
    if (!can(viewer, DEADLINE_SETTINGS.view)) return nothing([]);
    try {
      await this.checks.assertSound(conditions, targets);
    } catch (error) {
      if (error instanceof PolicyInvalid) return nothing(error.faults);
      throw error;
    }
    const at = this.clock.now().getTime();
    return this.tally(viewer, await this.clocks.ofPolicy(policyId, null), (sheet) => ({ kind: 'retarget', policyVersionId: UNSAVED, targets, at, calendarFor: (target) => sheet.calendarVersionFor(target) }));
  }

  private async tally(viewer: Viewer, ids: readonly string[], changeBy: (sheet: StoredPolicySheet) => ClockChange, unsaved?: CompiledCalendar): Promise<ChangePreview> {
    const now = this.clock.now().getTime();
    const sheet = await this.book.sheet();
    const change = changeBy(sheet);
    const calendars = (calendarId: string): CompiledCalendar => {
      const found = calendarId === UNSAVED ? unsaved : sheet.calendar(calendarId);
      if (!found) throw new DeadlineError('calendar.never_open', { calendar: calendarId });
      return found;
    };
    const ground = { fold: (events: Parameters<typeof fold>[0], when: number) => fold(events, calendars, when), now, actorId: staffIdOf(viewer.actor) };
    const tally = new Tally(now, LIMITS.deadline.sample);
    for (let i = 0; i < ids.length; i += BATCH) {
      for (const { subjectId, priority, ...cycle } of await this.clocks.read(ids.slice(i, i + BATCH))) {
        tally.add(changeClock({ cycle, subjectId, priority, promised: sheet.targetsOf(cycle.policyVersionId) }, change, ground));
      }
    }
    return { ...tally.result(), faults: [] };
  }
}
