import { Injectable } from '@nestjs/common';
import { Clock, defineJob, LIMITS, system, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, DueRows, Handles, Outbox, type DueBatchSource, type DueRow } from '@kaiku/platform';
import { z } from 'zod';
import { DeadlineRepository } from '../deadline.repository';
import { DeadlineBreached, ReminderFired } from '../deadlines.events';
import { Desks } from '../desk';
import type { DeadlineMetric, ReminderStep } from '../policy';
import { ReminderRepository, type FiredRow } from '../reminder.repository';
import { ReminderMetrics } from './reminder-metrics';
import { LEGAL, timersOf, DUE } from '../timers.rules';
import { timerRow, type TimerRow } from '../writing.rules';

/** What the sweep makes of reminders whose time has come. */
export const FireReminder = defineJob({ name: 'deadlines.fire-reminder', queue: 'deadline-reminders', schema: z.object({ due: z.array(z.object({ id: z.uuid(), fence: z.int() })).min(1).max(LIMITS.sweep.batch) }) });

/** Reminders whose time has come, and those whose claimer died. */
@DueRows()
@Injectable()
export class DueReminders implements DueBatchSource {
  readonly job = FireReminder;
  readonly together = LIMITS.deadline.toldTogether;
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
 * Tells of each reminder once: that it is told and the news of it are one transaction. A clock that has stopped, stands or was changed
 * since has nothing to tell. Those that came together are told together; one that cannot be told keeps back no other.
 */
@Handles(FireReminder)
@Injectable()
export class FireReminderHandler implements JobHandler<{ due: DueRow[] }> {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderRepository,
    private readonly deadlines: DeadlineRepository,
    private readonly desks: Desks,
    private readonly outbox: Outbox,
    private readonly metrics: ReminderMetrics,
    private readonly clock: Clock,
  ) {}

  async run({ due }: { due: DueRow[] }): Promise<JobOutcome> {
    try {
      return await this.tell(due);
    } catch (error) {
      if (due.length === 1) throw error;
    }
    const failures: unknown[] = [];
    for (const row of due) await this.tell([row]).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
    return 'done';
  }

  private async tell(due: readonly DueRow[]): Promise<JobOutcome> {
    const now = this.clock.now();
    const rows = await this.database.transaction(async () => {
      const changed = await this.reminders.fire(due, now);
      const fired = changed.filter((row) => row.state === 'fired');
      await this.outbox.publishAll(ReminderFired, fired.flatMap(newsOf));
      await this.fellDue(fired.filter((row) => row.step === DUE.step || row.step === LEGAL), now);
      return changed;
    });
    const fired = rows.filter((row) => row.state === 'fired');
    for (const row of fired) this.metrics.told(new Date(row.fireAt), now);
    if (fired.length > 0) return 'done';
    if (rows.length === 0) return 'skipped: told already, or taken by another worker';
    return rows.some((row) => row.state === 'skipped') ? 'skipped: a later step is told instead' : 'skipped: obsolete';
  }

  /** Clocks are late from their due instant on; what their plans have for after that is written down now. */
  private async fellDue(rows: readonly FiredRow[], now: Date): Promise<void> {
    if (rows.length === 0) return;
    const desk = await this.desks.for(system(FireReminder.name));
    const cycles = new Map((await this.deadlines.byIds(rows.map((row) => row.deadlineId))).map((cycle) => [cycle.id, cycle]));
    const breaches: { deadlineId: string; at: Date }[] = [];
    const news: z.input<typeof DeadlineBreached.schema>[] = [];
    const next: TimerRow[] = [];
    for (const row of rows) {
      const cycle = cycles.get(row.deadlineId);
      if (!cycle) continue;
      const state = desk.fold(cycle.events, now.getTime() + 1);
      const timers = timersOf(state, cycle.plan, desk.calendars, now.getTime() + 1, [...cycle.fired, row.step]).filter((timer) => timer.step !== row.step);
      next.push(...timers.map((timer) => timerRow(cycle.id, row.generation, timer)));
      if (state.breachedAt === null) continue;
      const at = new Date(state.breachedAt);
      breaches.push({ deadlineId: cycle.id, at });
      // A clock that was moved may fall due again; it is late once.
      const first = cycle.fired.filter((name) => name === row.step).length === 1;
      if (first) news.push({ deadlineId: cycle.id, subjectId: cycle.subjectId, metric: row.metric as DeadlineMetric, cycle: row.cycleNo, breachedAt: at.toISOString() });
    }
    await this.reminders.fellDue(breaches, next, now);
    await this.outbox.publishAll(DeadlineBreached, news);
  }
}

/** A step that names nobody is there for its clock's own sake. */
function newsOf({ id, deadlineId, subjectId, step: name, metric, late, plan }: FiredRow): ReminderFired[] {
  const step = stepOf(plan, name);
  return step && step.to.length > 0 ? [{ reminderId: id, deadlineId, subjectId, step: name, metric: metric as DeadlineMetric, late, critical: step.critical, to: [...step.to] }] : [];
}
