import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { Cycle } from '../subject/cycle';

const OPEN = `d.state IN ('running', 'paused', 'suspended', 'error')`;
const OF_POLICY = namedQuery('deadlines.clocks-of-policy', `
  SELECT d.id FROM deadline d WHERE ${OPEN} AND d.policy_version_id IN (SELECT id FROM deadline_policy_version WHERE policy_id = $1 AND id IS DISTINCT FROM $2) ORDER BY d.id`);
const OF_CALENDAR = namedQuery('deadlines.clocks-of-calendar', `
  SELECT d.id FROM deadline d WHERE ${OPEN} AND d.calendar_version_id IN (SELECT id FROM business_calendar_version WHERE calendar_id = $1 AND id IS DISTINCT FROM $2) ORDER BY d.id`);
const SINCE = namedQuery('deadlines.clocks-of-calendar-since', `
  SELECT d.id FROM deadline d WHERE (${OPEN} OR d.stopped_at > $3) AND d.calendar_version_id IN (SELECT id FROM business_calendar_version WHERE calendar_id = $1 AND id IS DISTINCT FROM $2) ORDER BY d.id`);
const CYCLES = namedQuery('deadlines.clocks-read', `
  SELECT d.id, d.subject_id AS "subjectId", d.metric, d.cycle_no AS "cycleNo", d.policy_version_id AS "policyVersionId", d.target, d.plan, d.generation, d.priority,
    (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'at', round(extract(epoch FROM e.at) * 1000), 'recordedAt', round(extract(epoch FROM e.recorded_at) * 1000),
      'actorId', e.actor_id, 'entryId', e.entry_id, 'payload', e.payload) ORDER BY e.seq) FROM deadline_event e WHERE e.deadline_id = d.id) AS events
  FROM deadline d WHERE d.id = ANY($1) ORDER BY d.id`);
const POLICY_VERSION = namedQuery('deadlines.change-policy-version', 'SELECT policy_id AS "policyId" FROM deadline_policy_version WHERE id = $1');
const CALENDAR_VERSION = namedQuery('deadlines.change-calendar-version', 'SELECT calendar_id AS "calendarId" FROM business_calendar_version WHERE id = $1');

export type ReadCycle = Cycle & { readonly subjectId: string; readonly priority: string };

/** Which clocks a new version concerns, and what they are. */
@Injectable()
export class ClockChangeRepository {
  constructor(private readonly database: Database) {}

  /** Open clocks promised by any version of the policy but this one. */
  ofPolicy(policyId: string, except: string | null): Promise<string[]> {
    return this.ids(OF_POLICY, [policyId, except]);
  }

  /** Open clocks that go by any version of the calendar but this one. */
  ofCalendar(calendarId: string, except: string | null): Promise<string[]> {
    return this.ids(OF_CALENDAR, [calendarId, except]);
  }

  /** The same, and those that ended after an instant. */
  ofCalendarSince(calendarId: string, except: string | null, since: Date): Promise<string[]> {
    return this.ids(SINCE, [calendarId, except, since]);
  }

  /** Without a lock. */
  read(ids: readonly string[]): Promise<ReadCycle[]> {
    return this.database.rows<ReadCycle & Record<string, unknown>>(CYCLES, [ids]);
  }

  async policyOf(policyVersionId: string): Promise<string | null> {
    return (await this.database.one<{ policyId: string }>(POLICY_VERSION, [policyVersionId]))?.policyId ?? null;
  }

  async calendarOf(calendarVersionId: string): Promise<string | null> {
    return (await this.database.one<{ calendarId: string }>(CALENDAR_VERSION, [calendarVersionId]))?.calendarId ?? null;
  }

  private async ids(query: typeof OF_POLICY, values: readonly unknown[]): Promise<string[]> {
    return (await this.database.rows<{ id: string }>(query, values)).map((row) => row.id);
  }
}
