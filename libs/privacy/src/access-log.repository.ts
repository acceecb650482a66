import { Injectable } from '@nestjs/common';
import { Clock, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, currentTraceId, Database, namedQuery, type AccessRecord, type NamedQuery, type RecordedRows, type SeenRow } from '@kaiku/platform';

const INSERT = namedQuery('privacy.access-record', `
  INSERT INTO access_log (at, actor_id, purpose, mode, object_kind, object_ids, subject_keys, reason, trace_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`);

const reading = new Map<string, NamedQuery>();

/** The statement with its record beside it; `n` is how many parameters it has of its own. One without a name is planned anew each time. */
function recording({ name, text }: NamedQuery, n: number): NamedQuery {
  const known = reading.get(name);
  if (known) return known;
  const both = `
    WITH seen AS MATERIALIZED (${text}),
      shown AS (SELECT id, "logKey" FROM seen LIMIT $${n + 8}::integer),
      recorded AS (INSERT INTO access_log (at, actor_id, purpose, mode, object_kind, object_ids, subject_keys, reason, trace_id)
        SELECT $${n + 1}::timestamptz, $${n + 2}::uuid, $${n + 3}::text, $${n + 4}::text, $${n + 5}::text, array_agg(id),
          coalesce(array_agg(DISTINCT "logKey") FILTER (WHERE "logKey" IS NOT NULL), '{}'), $${n + 6}::text, $${n + 7}::text FROM shown HAVING count(*) > 0)
    SELECT * FROM seen`;
  if (name === '') return { name, text: both };
  const query = namedQuery(`${name}+log`, both);
  reading.set(name, query);
  return query;
}

/** The read log: one row per page of a list or opened thing, in the transaction of the reading. */
@Injectable()
export class AccessLogRepository extends AccessRecorder {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async record(viewer: Viewer, record: AccessRecord): Promise<void> {
    // A job shows nothing to anybody; whoever later looks at what it made is recorded then.
    if (viewer.actor.kind === 'system') return;
    const [at, actor, purpose, mode, kind, reason, trace] = this.facts(viewer, record);
    await this.database.rows(INSERT, [at, actor, purpose, mode, kind, record.objectIds, record.subjectKeys, reason, trace]);
  }

  async rows<R extends SeenRow>(viewer: Viewer, query: NamedQuery, values: readonly unknown[], record: RecordedRows): Promise<R[]> {
    if (viewer.actor.kind === 'system') return this.database.rows<R>(query, values);
    return this.database.rows<R>(recording(query, values.length), [...values, ...this.facts(viewer, record), record.first ?? null]);
  }

  private facts(viewer: Viewer, { mode, objectKind, reason }: Pick<AccessRecord, 'mode' | 'objectKind' | 'reason'>): unknown[] {
    return [this.clock.now(), viewer.actor.kind === 'staff' ? viewer.actor.id : null, viewer.purpose, viewer.prefetch ? 'prefetch' : mode, objectKind, reason ?? null, currentTraceId()];
  }
}
