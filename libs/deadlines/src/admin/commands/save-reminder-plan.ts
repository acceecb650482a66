import { Injectable } from '@nestjs/common';
import { id, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PolicyBook } from '../../policy-book';
import { planOf } from '../policy.rules';
import { ReminderPlanRepository } from '../reminder-plan.repository';
import { expectedVersion, reminderSteps, settingName } from '../settings.inputs';
import { ReminderPlanConflict, ReminderPlanInvalid, ReminderPlanNotFound } from '../settings.problems';
import { storedName } from '../shipped-names';

export const SaveReminderPlanInput = z.object({ planId: id, expectedVersion, name: settingName, steps: reminderSteps });

/** Changes a plan for clocks that start from now on; those that run keep the steps they were given. @returns its id */
@Injectable()
export class SaveReminderPlan {
  constructor(
    private readonly plans: ReminderPlanRepository,
    private readonly book: PolicyBook,
    private readonly database: Database,
  ) {}

  async run(_actor: Actor, raw: unknown): Promise<string> {
    const input = parseInput(SaveReminderPlanInput, raw);
    const { steps, faults } = planOf(input.steps);
    if (faults.length > 0) throw new ReminderPlanInvalid(faults);
    await this.database.transaction(async () => {
      const plan = await this.plans.lock(input.planId);
      if (!plan) throw new ReminderPlanNotFound();
      if (plan.version !== input.expectedVersion) throw new ReminderPlanConflict(plan.version);
      const name = storedName(input.name, plan.name);
      await this.plans.assertNameFree(name, plan.id);
      await this.plans.save(plan.id, { name, steps, version: plan.version + 1 });
    });
    this.book.forget();
    return input.planId;
  }
}
