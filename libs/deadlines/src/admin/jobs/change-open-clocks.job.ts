import { Injectable } from '@nestjs/common';
import { Clock, defineJob, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, DueRows, Handles, Outbox, type DueRow, type DueSource } from '@kaiku/platform';
import { z } from 'zod';
import { DeadlineRepository } from '../../deadline.repository';
import type { StoredCycle } from '../../deadline.rows';
import { Desks } from '../../desk';
import { writingOfClocks } from '../../writing.rules';
import { DeadlinesMoved } from '../../deadlines.events';
import { ClockChangeRepository } from '../clock-change.repository';
import { changeClock, type ClockChange, type ClockOutcome } from '../clock-change.rules';
import { OpenClockChangeRepository, type OpenClockChangeRow } from '../open-clock-change.repository';
import { StoredPolicyBook } from '../stored-policy-book';

export const ChangeOpenClocks = defineJob({ name: 'deadlines.change-open-clocks', queue: 'upkeep', schema: z.object({ id: z.uuid(), fence: z.int() }) });

/** Clocks that are changed in one transaction. */
const STEP = 1000;
/** Steps under way at once: while the database writes one, the next is worked out. */
const LANES = 2;

/** Claims changes that new versions made. */
@Injectable()
@DueRows()
export class OpenClockChanges implements DueSource {
  readonly job = ChangeOpenClocks;
  constructor(private readonly changes: OpenClockChangeRepository) {}

  claim(limit: number): Promise<readonly DueRow[]> {
    return this.changes.claim(limit);
  }
}

/** Does to clocks what the preview said, step by step; what a step has changed is not changed again. */
@Injectable()
@Handles(ChangeOpenClocks)
export class ChangeOpenClocksHandler implements JobHandler<{ id: string; fence: number }> {
  constructor(
    private readonly changes: OpenClockChangeRepository,
    private readonly clocks: ClockChangeRepository,
    private readonly deadlines: DeadlineRepository,
    private readonly desks: Desks,
    private readonly book: StoredPolicyBook,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ id, fence }: { id: string; fence: number }): Promise<JobOutcome> {
    const row = await this.changes.held(id, fence);
    if (!row) return 'skipped: done, or somebody else does it';
    // This process may not know the new version yet.
    this.book.forget();
    const ids = await this.concerned(row);
    const steps = Array.from({ length: Math.ceil(ids.length / STEP) }, (_, i) => ids.slice(i * STEP, (i + 1) * STEP));
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => this.lane(row, fence, steps)));
    const failed = lanes.find((lane) => lane.status === 'rejected');
    if (failed) throw failed.reason;
    if (lanes.some((lane) => lane.status === 'fulfilled' && !lane.value)) return 'skipped: somebody else does it';
    await this.changes.done(id, fence, this.clock.now());
    return ids.length > 0 ? 'done' : 'skipped: no clock goes by it';
  }

  /** Takes steps until none is left. @returns false when somebody else has the work now */
  private async lane(row: OpenClockChangeRow, fence: number, steps: (readonly string[])[]): Promise<boolean> {
    let done = false;
    try {
      for (let ids = steps.shift(); ids; ids = steps.shift()) {
        const now = ids;
        if (!(await this.database.transaction(async () => this.changes.goOn(row.id, fence, await this.step(row, now))))) return false;
      }
      done = true;
      return true;
    } finally {
      // The other lane finishes its step and takes no further one.
      if (!done) steps.length = 0;
    }
  }

  private async concerned(row: OpenClockChangeRow): Promise<readonly string[]> {
    if (row.kind === 'retarget') return this.clocks.ofPolicy((await this.clocks.policyOf(row.policyVersionId!))!, row.policyVersionId);
    const calendarId = (await this.clocks.calendarOf(row.calendarVersionId!))!;
    return row.kind === 'correct' ? this.clocks.ofCalendarSince(calendarId, row.calendarVersionId, new Date(row.at)) : this.clocks.ofCalendar(calendarId, row.calendarVersionId);
  }

  /** @returns how many clocks it changed */
  private async step(row: OpenClockChangeRow, ids: readonly string[]): Promise<number> {
    const desk = await this.desks.for(system(ChangeOpenClocks.name));
    const sheet = await this.book.sheet();
    const at = Date.parse(row.at);
    const change: ClockChange =
      row.kind === 'retarget'
        ? { kind: row.kind, at, policyVersionId: row.policyVersionId!, targets: sheet.targetsOf(row.policyVersionId), calendarFor: (target) => sheet.calendarVersionFor(target) }
        : { kind: row.kind, at, calendarVersionId: row.calendarVersionId! };
    const ground = { fold: desk.fold, now: desk.now.getTime(), actorId: row.requestedBy };
    const outcomes: (ClockOutcome & { readonly stored: StoredCycle })[] = [];
    for (const stored of await this.deadlines.byIds(ids)) {
      const outcome = changeClock({ cycle: stored, subjectId: stored.subjectId, priority: stored.origin.priority, promised: sheet.targetsOf(stored.policyVersionId) }, change, ground);
      if (outcome.added.length > 0) outcomes.push({ ...outcome, stored });
    }
    if (outcomes.length === 0) return 0;
    await this.deadlines.move(writingOfClocks(outcomes.map(({ stored, cycle, after, added }) => ({ cycle, state: after, added, subject: { id: stored.subjectId, kind: 'ticket' }, origin: stored.origin, fired: stored.fired })), desk));
    await this.outbox.publish(DeadlinesMoved, { subjectIds: [...new Set(outcomes.map((outcome) => outcome.stored.subjectId))] });
    return outcomes.length;
  }
}
