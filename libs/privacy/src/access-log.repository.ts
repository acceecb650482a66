import { Injectable } from '@nestjs/common';
import { Clock, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, currentTraceId, Database, namedQuery, type AccessRecord } from '@kaiku/platform';

const INSERT = namedQuery('privacy.access-record', `
  INSERT INTO access_log (at, actor_id, purpose, mode, object_kind, object_ids, subject_keys, reason, trace_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`);

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
    await this.database.rows(INSERT, [
      this.clock.now(),
      viewer.actor.kind === 'staff' ? viewer.actor.id : null,
      viewer.purpose,
      viewer.prefetch ? 'prefetch' : record.mode,
      record.objectKind,
      record.objectIds,
      record.subjectKeys,
      record.reason ?? null,
      currentTraceId(),
    ]);
  }
}
