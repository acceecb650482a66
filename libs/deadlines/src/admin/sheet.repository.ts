import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { CalendarDefinition } from '../engine';
import type { PolicyConditions, PolicyTarget, ReminderStep } from '../policy';

export interface SheetPolicy {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly versionId: string;
}
export interface SheetPolicyVersion {
  readonly id: string;
  readonly policyId: string;
  readonly version: number;
  readonly conditions: PolicyConditions;
  readonly targets: readonly PolicyTarget[];
}
export interface SheetCalendar {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly versionId: string;
}
export interface SheetCalendarVersion {
  readonly id: string;
  readonly calendarId: string;
  readonly version: number;
  /** Hex. */
  readonly hash: string;
  readonly definition: CalendarDefinition;
}
export interface SheetPlan {
  readonly id: string;
  readonly steps: readonly ReminderStep[];
}

// Some dozens of rows; every change of any of them changes the text.
const FINGERPRINT = namedQuery('deadlines.sheet-fingerprint', `
  SELECT concat_ws('|', (SELECT string_agg(concat_ws(':', id, version, rank, active, name), ',' ORDER BY id) FROM deadline_policy),
    (SELECT string_agg(concat_ws(':', id, version, is_default, name), ',' ORDER BY id) FROM business_calendar), (SELECT string_agg(concat_ws(':', id, version), ',' ORDER BY id) FROM reminder_plan)) AS fingerprint`);
const POLICIES = namedQuery('deadlines.sheet-policies', `
  SELECT p.id, p.name, p.active, v.id AS "versionId" FROM deadline_policy p JOIN deadline_policy_version v ON v.policy_id = p.id AND v.version = p.version ORDER BY p.rank, p.id`);
const CALENDARS = namedQuery('deadlines.sheet-calendars', `
  SELECT c.id, c.name, c.is_default AS "isDefault", v.id AS "versionId" FROM business_calendar c JOIN business_calendar_version v ON v.calendar_id = c.id AND v.version = c.version`);
const PLANS = namedQuery('deadlines.sheet-plans', 'SELECT id, steps FROM reminder_plan');
// A version never changes: what is known need not be asked for again.
const POLICY_VERSIONS = namedQuery('deadlines.sheet-policy-versions', 'SELECT id, policy_id AS "policyId", version, conditions, targets FROM deadline_policy_version WHERE id <> ALL($1)');
const CALENDAR_VERSIONS = namedQuery('deadlines.sheet-calendar-versions', `SELECT id, calendar_id AS "calendarId", version, encode(sha256, 'hex') AS hash, definition FROM business_calendar_version WHERE id <> ALL($1)`);

/** Everything promises are made by, for the policy book. */
@Injectable()
export class SheetRepository {
  constructor(private readonly database: Database) {}

  /** Changes with whatever is changed; the one statement that is asked again and again. */
  async fingerprint(): Promise<string> {
    return (await this.database.one<{ fingerprint: string }>(FINGERPRINT))!.fingerprint;
  }
  /** In the order in which they are tried. */
  policies(): Promise<SheetPolicy[]> {
    return this.database.rows(POLICIES);
  }
  calendars(): Promise<SheetCalendar[]> {
    return this.database.rows(CALENDARS);
  }
  plans(): Promise<SheetPlan[]> {
    return this.database.rows(PLANS);
  }
  policyVersionsExcept(known: readonly string[]): Promise<SheetPolicyVersion[]> {
    return this.database.rows(POLICY_VERSIONS, [known]);
  }
  calendarVersionsExcept(known: readonly string[]): Promise<SheetCalendarVersion[]> {
    return this.database.rows(CALENDAR_VERSIONS, [known]);
  }
}
