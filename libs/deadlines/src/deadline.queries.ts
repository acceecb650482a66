import { Injectable } from '@nestjs/common';
import { Clock, isId, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { DEADLINE_JSON, deadlineView, type DeadlineFacts, type DeadlineView } from './deadline.views';
import { fold, openSlices } from './engine';
import { calendarsOf } from './desk';
import { PolicyBook } from './policy-book';
import type { RecordedEvent } from './subject/cycle';

const OF_SUBJECTS = namedQuery('deadlines.of-subjects', `SELECT ${DEADLINE_JSON} AS facts FROM deadline d WHERE d.subject_id = ANY($1) ORDER BY d.started_at, d.metric, d.cycle_no`);
const BY_IDS = namedQuery('deadlines.by-ids', `SELECT ${DEADLINE_JSON} AS facts FROM deadline d WHERE d.id = ANY($1)`);
const EXPLAINED = namedQuery('deadlines.explained', `
  SELECT ${DEADLINE_JSON} AS facts, d.target, d.start_entry_id AS "startEntryId", p.name AS "policyName", pv.version AS "policyVersion", c.name AS "calendarName", cv.version AS "calendarVersion", cv.definition->>'zone' AS zone,
    (SELECT json_agg(json_build_object('seq', e.seq, 'type', e.type, 'at', round(extract(epoch FROM e.at) * 1000), 'recordedAt', round(extract(epoch FROM e.recorded_at) * 1000),
      'actorId', e.actor_id, 'entryId', e.entry_id, 'payload', e.payload) ORDER BY e.seq) FROM deadline_event e WHERE e.deadline_id = d.id) AS events,
    (SELECT coalesce(json_agg(json_build_object('step', r.step, 'fireAt', r.fire_at, 'state', r.state, 'firedAt', r.fired_at, 'late', r.late) ORDER BY r.fire_at, r.generation), '[]')
      FROM deadline_reminder r WHERE r.deadline_id = d.id AND (r.generation = d.generation OR r.state = 'fired')) AS reminders
  FROM deadline d LEFT JOIN deadline_policy_version pv ON pv.id = d.policy_version_id LEFT JOIN deadline_policy p ON p.id = pv.policy_id
    LEFT JOIN business_calendar_version cv ON cv.id = d.calendar_version_id LEFT JOIN business_calendar c ON c.id = cv.calendar_id
  WHERE d.id = $1`);
const CALENDARS = namedQuery('deadlines.calendar-versions-named', `SELECT v.id, c.name, v.version FROM business_calendar_version v JOIN business_calendar c ON c.id = v.calendar_id WHERE v.id = ANY($1)`);

export interface ExplainedEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly actorId: string | null;
  readonly params: unknown;
  readonly ignored: boolean;
}
export interface Explanation {
  readonly deadline: DeadlineView;
  readonly policyName: string | null;
  readonly policyVersion: number | null;
  readonly calendarName: string | null;
  readonly calendarVersion: number | null;
  readonly zone: string | null;
  readonly unit: DeadlineFacts['unit'];
  readonly amount: number;
  /** Working days between the due time and the last day; null where there is no last day. */
  readonly bufferBusinessDays: number | null;
  readonly startEntryId: string | null;
  readonly events: readonly ExplainedEvent[];
  readonly slices: readonly { readonly from: Date; readonly to: Date; readonly openMs: number; readonly calendarName: string; readonly calendarVersion: number }[];
  readonly pauses: readonly { readonly from: Date; readonly to: Date | null; readonly reason: string | null }[];
  readonly reminders: readonly { readonly step: string; readonly fireAt: Date; readonly state: string; readonly firedAt: Date | null; readonly late: boolean }[];
}
interface ExplainedRow extends Record<string, unknown> {
  facts: DeadlineFacts;
  target: { unit: DeadlineFacts['unit']; amount: number; bufferBusinessDays?: number };
  startEntryId: string | null;
  policyName: string | null;
  policyVersion: number | null;
  calendarName: string | null;
  calendarVersion: number | null;
  zone: string | null;
  events: RecordedEvent[];
  reminders: { step: string; fireAt: string; state: string; firedAt: string | null; late: boolean }[];
}

/** Reading deadlines. Whether their subject may be seen is the caller's to ask, who knows it. */
@Injectable()
export class DeadlineQueries {
  constructor(
    private readonly database: Database,
    private readonly book: PolicyBook,
    private readonly clock: Clock,
  ) {}

  /** All clocks of each subject, oldest first. */
  async bySubjects(_viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, readonly DeadlineView[]>> {
    const found = new Map<string, DeadlineView[]>();
    for (const view of await this.views(OF_SUBJECTS, ids)) found.set(view.subjectId, [...(found.get(view.subjectId) ?? []), view]);
    return found;
  }

  async byIds(_viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, DeadlineView>> {
    return new Map((await this.views(BY_IDS, ids)).map((view) => [view.id, view]));
  }

  /** How a clock was counted: its events, each open slice, pauses, what it goes by and who is told when. */
  async explain(_viewer: Viewer, id: string): Promise<Explanation | null> {
    const row = isId(id) ? await this.database.one<ExplainedRow>(EXPLAINED, [id]) : null;
    if (!row) return null;
    const sheet = await this.book.sheet();
    const now = this.clock.now().getTime();
    const state = fold(row.events, calendarsOf(sheet), now);
    const ignored = new Set(state.ignored.map((i) => i.seq));
    const named = await this.database.rows<{ id: string; name: string; version: number }>(CALENDARS, [[...new Set(state.segments.map((s) => s.calendar).filter(isId))]]);
    const slices = state.segments.flatMap((segment) => {
      const calendar = sheet.calendar(segment.calendar);
      const name = named.find((n) => n.id === segment.calendar);
      const by = { calendarName: name?.name ?? '', calendarVersion: name?.version ?? 0 };
      if (!calendar || row.target.unit === 'calendar_seconds') return [{ from: new Date(segment.from), to: new Date(segment.to), openMs: segment.openMs, ...by }];
      return openSlices(calendar, segment.from, segment.to).map(({ from, to }) => ({ from: new Date(from), to: new Date(to), openMs: to - from, ...by }));
    });
    return {
      deadline: deadlineView(row.facts, sheet, now), policyName: row.policyName, policyVersion: row.policyVersion, calendarName: row.calendarName, calendarVersion: row.calendarVersion, zone: row.zone,
      unit: row.target.unit, amount: row.target.amount, bufferBusinessDays: row.facts.legalDueAt && !row.facts.fixed ? (row.target.bufferBusinessDays ?? 1) : null, startEntryId: row.startEntryId,
      events: row.events.map((e) => ({ seq: e.seq, type: e.type, at: new Date(e.at), recordedAt: new Date(e.recordedAt), actorId: e.actorId, params: e.payload, ignored: ignored.has(e.seq) })),
      slices, pauses: state.pauses.map((p) => ({ from: new Date(p.from), to: p.to === null ? null : new Date(p.to), reason: p.reason })),
      reminders: row.reminders.map((r) => ({ ...r, fireAt: new Date(r.fireAt), firedAt: r.firedAt === null ? null : new Date(r.firedAt) })),
    };
  }

  private async views(query: typeof BY_IDS, ids: readonly string[]): Promise<DeadlineView[]> {
    const known = ids.filter(isId);
    if (known.length === 0) return [];
    const rows = await this.database.rows<{ facts: DeadlineFacts }>(query, [known]);
    const sheet = await this.book.sheet();
    const now = this.clock.now().getTime();
    return rows.map(({ facts }) => deadlineView(facts, sheet, now));
  }
}
