import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { ReminderPlanEntity } from './reminder-plan.entity';

const NAME_FREE = namedQuery('deadlines.plan-name-free', 'SELECT NOT EXISTS (SELECT FROM reminder_plan WHERE name = $1 AND id <> $2) AS free');

/** Reminder plans for change; inside a transaction. */
@Injectable()
export class ReminderPlanRepository {
  constructor(private readonly database: Database) {}

  lock(id: string): Promise<ReminderPlanEntity | null> {
    return this.database.manager.findOne(ReminderPlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Throws {@link InvalidInput} when another plan has the name. */
  async assertNameFree(name: string, except: string): Promise<void> {
    if (!(await this.database.one<{ free: boolean }>(NAME_FREE, [name, except]))!.free) throw new InvalidInput([{ path: 'name', code: 'setting_name_taken' }]);
  }

  async insert(plan: ReminderPlanEntity): Promise<void> {
    await this.database.manager.insert(ReminderPlanEntity, plan);
  }

  async save(id: string, change: Partial<ReminderPlanEntity>): Promise<void> {
    await this.database.manager.update(ReminderPlanEntity, { id }, change);
  }
}
