import { Global, Injectable, Module } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { AccessRecorder, type AccessRecord } from '@kaiku/platform';

/** The read log of a test that runs below the privacy library: what was recorded stands in a list. */
@Injectable()
export class AccessInMemory extends AccessRecorder {
  readonly records: (AccessRecord & { readonly actorId: string | null })[] = [];

  override async record({ actor }: Viewer, record: AccessRecord): Promise<void> {
    if (actor.kind !== 'system') this.records.push({ ...record, actorId: actor.kind === 'staff' ? actor.id : null });
  }
}

/** Import beside the library under test. */
@Global()
@Module({ providers: [AccessInMemory, { provide: AccessRecorder, useExisting: AccessInMemory }], exports: [AccessInMemory, AccessRecorder] })
export class AccessInMemoryModule {}
