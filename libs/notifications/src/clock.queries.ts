import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import type { DeadlineUnit, ReminderStep } from '@kaiku/deadlines';
import { Database, namedQuery } from '@kaiku/platform';

/** What a reminder needs of its clock. Times as text, lengths in milliseconds. */
export interface ClockRow {
  readonly state: string;
  readonly dueAt: string | null;
  readonly targetMs: number | null;
  readonly unit: DeadlineUnit;
  readonly calendarVersionId: string | null;
  /** The plan as it was when the clock was last written. */
  readonly plan: readonly ReminderStep[];
}

const CLOCK = namedQuery('notifications.clock', `
  SELECT d.state, d.due_at AS "dueAt", d.target_ms::double precision AS "targetMs", d.target ->> 'unit' AS unit, d.calendar_version_id AS "calendarVersionId", d.plan FROM deadline d WHERE d.id = $1`);

/** The clock behind a reminder, as it is when somebody is told. For jobs only. */
@Injectable()
export class ClockQueries {
  constructor(private readonly database: Database) {}

  async byId({ actor }: Viewer, deadlineId: string): Promise<ClockRow | null> {
    return actor.kind === 'system' ? this.database.one<ClockRow & Record<string, unknown>>(CLOCK, [deadlineId]) : null;
  }
}
