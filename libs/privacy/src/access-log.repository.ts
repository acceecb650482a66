import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, askedTogether, currentTraceId, Database, namedQuery, type AccessRecord, type NamedQuery, type RecordedRows, type SeenRow } from '@kaiku/platform';

const INSERT = namedQuery('privacy.access-records', `
  INSERT INTO access_log (at, actor_id, purpose, mode, object_kind, object_ids, subject_keys, reason, trace_id)
  SELECT at, actor, purpose, mode, kind, objects, subjects, reason, trace
  FROM json_to_recordset($1) AS r(at timestamptz, actor uuid, purpose text, mode text, kind text, objects uuid[], subjects uuid[], reason text, trace text)`);

/** The read log: one row per page of a list or opened thing, there before anybody is shown what it tells of. */
@Injectable()
export class AccessLogRepository extends AccessRecorder {
  /** Readers who wait for their records at the same time wait for one commit. */
  private readonly written = askedTogether(LIMITS.accessLog.together, async (records: readonly object[]): Promise<undefined[]> => {
    await this.database.rows(INSERT, [JSON.stringify(records)]);
    return [];
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async record(viewer: Viewer, { mode, objectKind: kind, objectIds: objects, subjectKeys: subjects, reason }: AccessRecord): Promise<void> {
    // A job shows nothing to anybody; whoever later looks at what it made is recorded then.
    if (viewer.actor.kind === 'system') return;
    const actor = viewer.actor.kind === 'staff' ? viewer.actor.id : null;
    const record = { at: this.clock.now(), actor, purpose: viewer.purpose, mode: viewer.prefetch ? 'prefetch' : mode, kind, objects, subjects, reason: reason ?? null, trace: currentTraceId() };
    if (this.database.inScope) await this.database.rows(INSERT, [JSON.stringify([record])]);
    else await this.written(record);
  }

  async rows<R extends SeenRow>(viewer: Viewer, query: NamedQuery, values: readonly unknown[], { first, ...record }: RecordedRows): Promise<R[]> {
    const rows = await this.database.rows<R>(query, values);
    const shown = rows.slice(0, first);
    if (shown.length > 0) await this.record(viewer, { ...record, objectIds: shown.map(({ id }) => id), subjectKeys: [...new Set(shown.flatMap(({ logKey }) => logKey ?? []))] });
    return rows;
  }
}
