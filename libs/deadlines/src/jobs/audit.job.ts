import { Injectable } from '@nestjs/common';
import { Clock, defineJob, LIMITS, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, Handles, log, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { AuditRepository } from '../audit.repository';
import { findingOf, type Finding } from '../audit.rules';
import { DeadlineRepository } from '../deadline.repository';
import type { StoredCycle } from '../deadline.rows';
import { DeadlinesMoved } from '../deadlines.events';
import { Desks } from '../desk';
import type { ClockState } from '../engine';
import { timersOf } from '../timers.rules';
import { writingOfClocks } from '../writing.rules';

const HOUR = 3_600_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

export const AuditDeadlines = defineJob({ name: 'deadlines.audit', queue: 'upkeep', schema: z.object({}), everyMs: 24 * HOUR });

/**
 * Looks whether clocks are what their events make of them, and whether each that runs has a timer: those touched lately, those in error
 * and one in a hundred of the others each night. What is wrong is made right and said; it should never be.
 */
@Handles(AuditDeadlines)
@Injectable()
export class AuditDeadlinesHandler implements JobHandler<object> {
  constructor(
    private readonly audit: AuditRepository,
    private readonly deadlines: DeadlineRepository,
    private readonly desks: Desks,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<JobOutcome> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - LIMITS.deadline.auditHours * HOUR);
    const stray = await this.database.transaction(() => this.audit.cancelStray());
    if (stray > 0) log.error({ stray }, 'timers of clocks that do not run were cancelled');
    let mended = 0;
    for (let after = FIRST; ; ) {
      const ids = await this.audit.candidates(after, since, LIMITS.deadline.auditSample, Math.floor(now.getTime() / (24 * HOUR)));
      if (ids.length === 0) break;
      mended += await this.database.transaction(() => this.page(ids));
      after = ids.at(-1)!;
    }
    return stray + mended > 0 ? 'done' : 'skipped: everything is as it should be';
  }

  private async page(ids: readonly string[]): Promise<number> {
    const desk = await this.desks.for(system(AuditDeadlines.name));
    const cycles = await this.deadlines.byIds(ids);
    const facts = await this.audit.facts(ids);
    const wrong: { cycle: StoredCycle; state: ClockState; finding: Finding }[] = [];
    for (const cycle of cycles) {
      const state = desk.fold(cycle.events, desk.now.getTime());
      const timers = timersOf(state, cycle.plan, desk.calendars, desk.now.getTime(), cycle.fired);
      const finding = findingOf(facts.get(cycle.id)!, state, timers.length > 0);
      if (finding) wrong.push({ cycle, state, finding });
    }
    if (wrong.length === 0) return 0;
    await this.deadlines.change(writingOfClocks(wrong.map(({ cycle, state }) => ({ cycle, state, added: [], subject: { id: cycle.subjectId, kind: 'ticket' }, origin: cycle.origin, fired: cycle.fired })), desk));
    await this.outbox.publish(DeadlinesMoved, { subjectIds: [...new Set(wrong.map((w) => w.cycle.subjectId))] });
    for (const { cycle, finding } of wrong) log.error({ deadlineId: cycle.id, finding }, 'a clock was not what its events make of it, and was made right');
    return wrong.length;
  }
}
