import { Global, Injectable, Module } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, type AccessRecord, type NamedQuery, type RecordedRows, type SeenRow } from '@kaiku/platform';

/** The read log of a test that runs below the privacy library: what was recorded stands in a list. */
@Injectable()
export class AccessInMemory extends AccessRecorder {
  readonly records: (AccessRecord & { readonly actorId: string | null })[] = [];

  constructor(private readonly database: Database) {
    super();
  }

  override async rows<R extends SeenRow>(viewer: Viewer, query: NamedQuery, values: readonly unknown[], { first, ...record }: RecordedRows): Promise<R[]> {
    const rows = await this.database.rows<R>(query, values);
    const shown = rows.slice(0, first);
    if (shown.length > 0) await this.record(viewer, { ...record, objectIds: shown.map((row) => row.id), subjectKeys: [...new Set(shown.flatMap((row) => row.logKey ?? []))] });
    return rows;
  }

  override async record({ actor }: Viewer, record: AccessRecord): Promise<void> {
    if (actor.kind !== 'system') this.records.push({ ...record, actorId: actor.kind === 'staff' ? actor.id : null });
  }
}

/** Import beside the library under test. */
@Global()
@Module({ providers: [AccessInMemory, { provide: AccessRecorder, useExisting: AccessInMemory }], exports: [AccessInMemory, AccessRecorder] })
export class AccessInMemoryModule {}
