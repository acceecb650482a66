import { Injectable } from '@nestjs/common';
import { can, isId, LIMITS, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { CalendarDefinition, Hours } from '../engine';
import type { PolicyConditions, PolicyTarget, ReminderStep } from '../policy';
import { DEADLINE_SETTINGS } from './settings.permissions';

export interface CalendarRow {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly active: boolean;
  readonly version: number;
  readonly definition: CalendarDefinition;
}
export interface VersionRow {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly note: string | null;
  readonly createdById: string | null;
  readonly createdAt: string;
}
export interface CalendarVersionRow extends VersionRow {
  readonly definition: CalendarDefinition;
}
export interface ProposalRow {
  readonly id: string;
  readonly date: string;
  readonly kind: 'closed' | 'hours';
  readonly intervals: readonly Hours[];
  readonly label: string | null;
  readonly source: 'law' | 'feed';
}
export interface PolicyRow {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly active: boolean;
  readonly version: number;
  readonly conditions: PolicyConditions;
  readonly targets: readonly PolicyTarget[];
}
export interface ReminderPlanRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly steps: readonly ReminderStep[];
}

const CALENDAR = `SELECT c.id, c.name, c.is_default AS "isDefault", c.active, c.version, v.definition
  FROM business_calendar c JOIN business_calendar_version v ON v.calendar_id = c.id AND v.version = c.version`;
const CALENDARS = namedQuery('deadlines.calendars', `${CALENDAR} ORDER BY c.is_default DESC, c.name COLLATE "fi-x-icu", c.id`);
const CALENDARS_BY_IDS = namedQuery('deadlines.calendars-by-ids', `${CALENDAR} WHERE c.id = ANY($1)`);
const VERSION = `json_build_object('version', v.version, 'effectiveFrom', to_char(v.effective_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'note', v.note,
  'createdById', v.created_by, 'createdAt', to_char(v.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const CALENDAR_VERSIONS = namedQuery('deadlines.calendar-versions', `
  SELECT v.calendar_id AS id, json_agg(${VERSION}, 'definition', v.definition) ORDER BY v.version DESC) AS list FROM business_calendar_version v WHERE v.calendar_id = ANY($1) GROUP BY v.calendar_id`);
const PROPOSALS = namedQuery('deadlines.proposals', `
  SELECT p.calendar_id AS id, json_agg(json_build_object('id', p.id, 'date', p.date, 'kind', p.kind, 'intervals', p.intervals, 'label', p.label, 'source', p.source) ORDER BY p.date, p.source) AS list
  FROM (SELECT q.*, row_number() OVER (PARTITION BY q.calendar_id ORDER BY q.date, q.source) AS n FROM calendar_day_proposal q WHERE q.calendar_id = ANY($1) AND q.state = 'proposed') p
  WHERE p.n <= ${LIMITS.deadline.proposals} GROUP BY p.calendar_id`);
const POLICY = `SELECT p.id, p.name, p.rank, p.active, p.version, v.conditions, v.targets
  FROM deadline_policy p JOIN deadline_policy_version v ON v.policy_id = p.id AND v.version = p.version`;
const POLICIES = namedQuery('deadlines.policies', `${POLICY} ORDER BY p.rank, p.id`);
const POLICIES_BY_IDS = namedQuery('deadlines.policies-by-ids', `${POLICY} WHERE p.id = ANY($1)`);
const POLICY_VERSIONS = namedQuery('deadlines.policy-versions', `
  SELECT v.policy_id AS id, json_agg(${VERSION}) ORDER BY v.version DESC) AS list FROM deadline_policy_version v WHERE v.policy_id = ANY($1) GROUP BY v.policy_id`);
const PLANS = namedQuery('deadlines.plans', 'SELECT id, name, version, steps FROM reminder_plan ORDER BY name COLLATE "fi-x-icu", id');
const PLANS_BY_IDS = namedQuery('deadlines.plans-by-ids', 'SELECT id, name, version, steps FROM reminder_plan WHERE id = ANY($1)');

const byId = <R extends { readonly id: string }>(rows: readonly R[]): Map<string, R> => new Map(rows.map((row) => [row.id, row]));
const lists = <T>(rows: readonly { readonly id: string; readonly list: readonly T[] }[]): Map<string, readonly T[]> => new Map(rows.map((row) => [row.id, row.list]));

/** Reading calendars, policies and plans, for those who may see the settings. */
@Injectable()
export class SettingsQueries {
  constructor(private readonly database: Database) {}

  async calendars(viewer: Viewer): Promise<CalendarRow[]> {
    return may(viewer) ? this.database.rows<CalendarRow>(CALENDARS) : [];
  }

  async calendarsByIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, CalendarRow>> {
    return byId(may(viewer) ? await this.database.rows<CalendarRow>(CALENDARS_BY_IDS, [ids.filter(isId)]) : []);
  }

  /** Newest first. */
  async calendarVersions(viewer: Viewer, ids: readonly string[]): Promise<Map<string, readonly CalendarVersionRow[]>> {
    return lists(may(viewer) ? await this.database.rows<{ id: string; list: CalendarVersionRow[] }>(CALENDAR_VERSIONS, [ids]) : []);
  }

  /** Days that wait for a decision, the nearest first. */
  async proposals(viewer: Viewer, calendarIds: readonly string[]): Promise<Map<string, readonly ProposalRow[]>> {
    return lists(may(viewer) ? await this.database.rows<{ id: string; list: ProposalRow[] }>(PROPOSALS, [calendarIds]) : []);
  }

  /** In the order in which they are tried. */
  async policies(viewer: Viewer): Promise<PolicyRow[]> {
    return may(viewer) ? this.database.rows<PolicyRow>(POLICIES) : [];
  }

  async policiesByIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, PolicyRow>> {
    return byId(may(viewer) ? await this.database.rows<PolicyRow>(POLICIES_BY_IDS, [ids]) : []);
  }

  async policyVersions(viewer: Viewer, ids: readonly string[]): Promise<Map<string, readonly VersionRow[]>> {
    return lists(may(viewer) ? await this.database.rows<{ id: string; list: VersionRow[] }>(POLICY_VERSIONS, [ids]) : []);
  }

  async plans(viewer: Viewer): Promise<ReminderPlanRow[]> {
    return may(viewer) ? this.database.rows<ReminderPlanRow>(PLANS) : [];
  }

  async plansByIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ReminderPlanRow>> {
    return byId(may(viewer) ? await this.database.rows<ReminderPlanRow>(PLANS_BY_IDS, [ids]) : []);
  }
}

const may = (viewer: Viewer): boolean => can(viewer, DEADLINE_SETTINGS.view);
