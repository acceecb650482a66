import { Injectable } from '@nestjs/common';
import { Clock, defineJob, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, DueRows, Handles, Outbox, type DueRow, type DueSource } from '@kaiku/platform';
import { z } from 'zod';
import { DeadlineRepository } from '../deadline.repository';
import { DeadlineBreached, ReminderFired } from '../deadlines.events';
import { Desks } from '../desk';
import type { DeadlineMetric, ReminderStep } from '../policy';
import { ReminderRepository, type FiredRow } from '../reminder.repository';
import { ReminderMetrics } from './reminder-metrics';
import { LEGAL, timersOf, DUE } from '../timers.rules';
import { timerRow } from '../writing.rules';

/** What the sweep makes of a reminder whose time has come. */
export const FireReminder = defineJob({ name: 'deadlines.fire-reminder', queue: 'deadline-reminders', schema: z.object({ id: z.uuid(), fence: z.number().int() }) });

/** Reminders whose time has come, and those whose claimer died. */
@DueRows()
@Injectable()
export class DueReminders implements DueSource {
  readonly job = FireReminder;
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly clock: Clock,
  ) {}

  claim(limit: number): Promise<readonly DueRow[]> {
    return this.reminders.claim(this.clock.now(), limit);
  }

  release(rows: readonly DueRow[]): Promise<void> {
    return this.reminders.release(rows);
  }
}

/** The step of a plan that a timer is of; one that comes daily is written down as `step_1`, `step_2` …. */
export const stepOf = (plan: readonly ReminderStep[], name: string): ReminderStep | undefined =>
  plan.find((s) => s.step === name) ?? plan.find((s) => 'dailyAfterDue' in s.at && name.startsWith(`${s.step}_`)) ?? (name === LEGAL ? plan.find((s) => s.step === DUE.step) : undefined);

/**
 * Tells of one reminder, once: that it is told and the news of it are one transaction. A clock that has stopped, stands or was changed
 * since has nothing to tell.
 */
@Handles(FireReminder)
@Injectable()
export class FireReminderHandler implements JobHandler<{ id: string; fence: number }> {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderRepository,
    private readonly deadlines: DeadlineRepository,
    private readonly desks: Desks,
    private readonly outbox: Outbox,
    private readonly metrics: ReminderMetrics,
    private readonly clock: Clock,
  ) {}

  run({ id, fence }: { id: string; fence: number }): Promise<JobOutcome> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const row = await this.reminders.fire(id, fence, now);
      if (!row) return 'skipped: told already, or taken by another worker';
      if (row.state === 'obsolete') return 'skipped: obsolete';
      if (row.state === 'skipped') return 'skipped: a later step is told instead';
      this.metrics.told(new Date(row.fireAt), now);
      const step = stepOf(row.plan, row.step);
      const metric = row.metric as DeadlineMetric;
      if (step && step.to.length > 0) {
        await this.outbox.publish(ReminderFired, { reminderId: id, deadlineId: row.deadlineId, subjectId: row.subjectId, step: row.step, metric, late: row.late, critical: step.critical, to: [...step.to] });
      }
      if (row.step === DUE.step || row.step === LEGAL) await this.fellDue(row, metric, now);
      return 'done';
    });
  }

  /** The clock is late from its due instant on; what its plan has for after that is written down now. */
  private async fellDue(row: FiredRow, metric: DeadlineMetric, now: Date): Promise<void> {
    const [cycle] = await this.deadlines.byIds([row.deadlineId]);
    if (!cycle) return;
    const desk = await this.desks.for(system(FireReminder.name));
    const state = desk.fold(cycle.events, now.getTime() + 1);
    const timers = timersOf(state, cycle.plan, desk.calendars, now.getTime() + 1, [...cycle.fired, row.step]).filter((timer) => timer.step !== row.step);
    const breachedAt = state.breachedAt === null ? null : new Date(state.breachedAt);
    await this.reminders.fellDue(cycle.id, breachedAt, timers.map((timer) => timerRow(cycle.id, row.generation, timer)), now);
    // A clock that was moved may fall due again; it is late once.
    const first = cycle.fired.filter((name) => name === row.step).length === 1;
    if (breachedAt && first) await this.outbox.publish(DeadlineBreached, { deadlineId: cycle.id, subjectId: cycle.subjectId, metric, cycle: row.cycleNo, breachedAt: breachedAt.toISOString() });
  }
}

