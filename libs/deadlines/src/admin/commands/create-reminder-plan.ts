import { Injectable } from '@nestjs/common';
import { Clock, newId, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { PolicyBook } from '../../policy-book';
import { planOf } from '../policy.rules';
import { ReminderPlanRepository } from '../reminder-plan.repository';
import { reminderSteps, settingName } from '../settings.inputs';
import { ReminderPlanInvalid } from '../settings.problems';

export const CreateReminderPlanInput = z.object({ name: settingName, steps: reminderSteps });

/** Makes a plan that targets can name. @returns its id */
@Injectable()
export class CreateReminderPlan {
  constructor(
    private readonly plans: ReminderPlanRepository,
    private readonly book: PolicyBook,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(_actor: Actor, raw: unknown): Promise<string> {
    const input = parseInput(CreateReminderPlanInput, raw);
    const { steps, faults } = planOf(input.steps);
    if (faults.length > 0) throw new ReminderPlanInvalid(faults);
    const id = newId();
    await this.database.transaction(async () => {
      await this.plans.assertNameFree(input.name, id);
      await this.plans.insert({ id, name: input.name, version: 1, steps, createdAt: this.clock.now() });
    });
    this.book.forget();
    return id;
  }
}
