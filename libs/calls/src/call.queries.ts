import { Injectable } from '@nestjs/common';
import { can, isId, type Viewer } from '@kaiku/kernel';
import { CUSTOMER_PERMISSIONS } from '@kaiku/customers';
import { AccessRecorder, Database, namedQuery, type NamedQuery } from '@kaiku/platform';
import { sightOf, type Sight } from '@kaiku/tickets';
import type { CallDirection, CallOutcome, CallTopic } from './call.words';

const COLUMNS = `k.id, k.entry_id AS "entryId", k.number, k.direction, k.started_at AS "startedAt", k.ended_at AS "endedAt", k.topic, k.outcome, k.call_back_at AS "callBackAt",
  c.log_key AS "logKey", coalesce(c.flags && '{restricted,safety_ban}', false) AS shielded`;
const JOINS = `LEFT JOIN ticket_entry e ON e.id = k.entry_id LEFT JOIN ticket t ON t.id = e.ticket_id LEFT JOIN customer c ON c.id = k.customer_id`;
// Whoever sees the ticket sees its calls; whoever logged a call sees it, also when it has no ticket.
const SEEN = `($2::boolean OR t.team_id = ANY($3::uuid[]) OR t.assignee_id = $4::uuid OR k.staff_id = $4::uuid)`;
const BY_ENTRIES = namedQuery('calls.by-entries', `SELECT ${COLUMNS} FROM call k ${JOINS} WHERE k.entry_id = ANY($1::uuid[]) AND ${SEEN}`);
const BY_IDS = namedQuery('calls.by-ids', `SELECT ${COLUMNS} FROM call k ${JOINS} WHERE k.id = ANY($1::uuid[]) AND ${SEEN}`);

/** A call as one viewer may see it; instants are ISO text. `number` is null when hidden by the caller or from the viewer. */
export interface CallView {
  readonly id: string;
  readonly entryId: string | null;
  readonly number: string | null;
  readonly direction: CallDirection;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly topic: CallTopic;
  readonly outcome: CallOutcome;
  readonly callBackAt: string | null;
}

type CallRow = CallView & { readonly logKey: string | null; readonly shielded: boolean };

/** Calls for reading; what may not be seen is absent. */
@Injectable()
export class CallQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
  ) {}

  /** Calls of timeline entries, by entry. */
  async callByEntryIds(viewer: Viewer, entryIds: readonly string[]): Promise<ReadonlyMap<string, CallView>> {
    const views = await this.several(viewer, BY_ENTRIES, entryIds);
    return new Map(views.map((view) => [view.entryId!, view]));
  }

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, CallView>> {
    const views = await this.several(viewer, BY_IDS, ids);
    return new Map(views.map((view) => [view.id, view]));
  }

  private async several(viewer: Viewer, query: NamedQuery, ids: readonly string[]): Promise<readonly CallView[]> {
    const sight = sightOf(viewer);
    const known = ids.filter(isId);
    if (!sight || known.length === 0) return [];
    return this.database.recordedRead(async () => {
      const rows = await this.database.rows<CallRow>(query, [known, ...valuesOf(sight)]);
      if (rows.length > 0) await this.recorder.record(viewer, { objectKind: 'call', objectIds: rows.map((r) => r.id), subjectKeys: [...new Set(rows.flatMap((r) => r.logKey ?? []))], mode: 'incidental' });
      return rows.map((row) => viewOf(viewer, row));
    });
  }
}

const valuesOf = (sight: Sight): unknown[] => (sight.all ? [true, [], null] : [false, sight.teamIds, sight.staffId]);

function viewOf(viewer: Viewer, { logKey, shielded, ...row }: CallRow): CallView {
  const shown = can(viewer, CUSTOMER_PERMISSIONS.viewContact) && (!shielded || can(viewer, CUSTOMER_PERMISSIONS.viewProtected));
  return { ...row, number: shown ? row.number : null };
}
