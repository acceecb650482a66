import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { CalendarDefinition } from '../engine';

const CALENDARS = namedQuery('deadlines.ground-calendars', `
  SELECT c.id, c.is_default AS "isDefault", v.definition FROM business_calendar c JOIN business_calendar_version v ON v.calendar_id = c.id AND v.version = c.version WHERE c.active`);
const PLANS = namedQuery('deadlines.ground-plans', 'SELECT id FROM reminder_plan');

/** What a policy may name. */
@Injectable()
export class PolicyGroundRepository {
  constructor(private readonly database: Database) {}

  /** Those in use. */
  calendars(): Promise<{ id: string; isDefault: boolean; definition: CalendarDefinition }[]> {
    return this.database.rows(CALENDARS);
  }
  async planIds(): Promise<string[]> {
    return (await this.database.rows<{ id: string }>(PLANS)).map((row) => row.id);
  }
}
