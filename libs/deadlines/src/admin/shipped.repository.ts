import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import { calendarHash, type CalendarDefinition } from '../engine';
import { SHIPPED_CALENDAR, shippedPlans, shippedPolicies } from './shipped';

const ANYTHING = namedQuery('deadlines.shipped-anything', 'SELECT EXISTS (SELECT FROM business_calendar) OR EXISTS (SELECT FROM deadline_policy) OR EXISTS (SELECT FROM reminder_plan) AS "some"');
const CALENDAR = namedQuery('deadlines.shipped-calendar', `
  INSERT INTO business_calendar (id, name, is_default, created_at) VALUES ($1, $2, true, $3) ON CONFLICT DO NOTHING`);
const CALENDAR_VERSION = namedQuery('deadlines.shipped-calendar-version', `
  INSERT INTO business_calendar_version (id, calendar_id, version, definition, sha256, effective_from, created_at) VALUES ($1, $2, 1, $3, $4, $5, $5) ON CONFLICT DO NOTHING`);
const PLANS = namedQuery('deadlines.shipped-plans', `
  INSERT INTO reminder_plan (id, name, steps, created_at) SELECT p.id, p.name, p.steps, $2::timestamptz FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, name text, steps jsonb) ON CONFLICT DO NOTHING`);
const POLICIES = namedQuery('deadlines.shipped-policies', `
  INSERT INTO deadline_policy (id, name, rank, created_at) SELECT p.id, p.name, p.rank, $2::timestamptz FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, name text, rank integer) ON CONFLICT DO NOTHING`);
const POLICY_VERSIONS = namedQuery('deadlines.shipped-policy-versions', `
  INSERT INTO deadline_policy_version (id, policy_id, version, conditions, targets, effective_from, created_at)
  SELECT p."versionId", p.id, 1, p.conditions, p.targets, $2::timestamptz, $2::timestamptz FROM jsonb_to_recordset($1::jsonb) AS p("versionId" uuid, id uuid, conditions jsonb, targets jsonb) ON CONFLICT DO NOTHING`);

/** Writes what the desk comes with. */
@Injectable()
export class ShippedRepository {
  constructor(private readonly database: Database) {}

  /** Whether anything was ever set up: then nothing of ours is put beside it. */
  async anything(): Promise<boolean> {
    return (await this.database.one<{ some: boolean }>(ANYTHING))!.some;
  }

  /** All or nothing; what another process wrote in the same moment stays. */
  async write(office: CalendarDefinition, at: Date): Promise<void> {
    const { id, versionId, name } = SHIPPED_CALENDAR;
    await this.database.transaction(async () => {
      await this.database.rows(CALENDAR, [id, name, at]);
      await this.database.rows(CALENDAR_VERSION, [versionId, id, JSON.stringify(office), Buffer.from(calendarHash(office), 'hex'), at]);
      await this.database.rows(PLANS, [JSON.stringify(shippedPlans), at]);
      await this.database.rows(POLICIES, [JSON.stringify(shippedPolicies), at]);
      await this.database.rows(POLICY_VERSIONS, [JSON.stringify(shippedPolicies), at]);
    });
  }
}
