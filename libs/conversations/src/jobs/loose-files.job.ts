import { Injectable } from '@nestjs/common';
import { Clock, defineJob, LIMITS, type JobHandler, type JobOutcome } from '@kaiku/kernel';
import { Database, Handles } from '@kaiku/platform';
import { z } from 'zod';
import { AttachmentRepository } from '../files/attachment.repository';
import { FileStore } from '../files/file-store';

const HOUR = 3_600_000;
const BATCH = 100;
export const LooseFiles = defineJob({ name: 'conversations.loose-files', queue: 'upkeep', schema: z.object({}), everyMs: HOUR, attempts: 1 });

/** Throws away files of forms that were never taken, and of replies that nobody wrote to the end. */
@Handles(LooseFiles)
@Injectable()
export class LooseFilesHandler implements JobHandler<object> {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentRepository,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<JobOutcome> {
    const now = this.clock.now().getTime();
    const [fromForms, ofStaff] = [new Date(now - LIMITS.form.looseFileHours * HOUR), new Date(now - LIMITS.draft.looseFileDays * 24 * HOUR)];
    let gone = 0;
    for (let batch = BATCH; batch === BATCH; gone += batch) {
      batch = await this.database.transaction(async () => {
        const files = await this.attachments.loose(fromForms, ofStaff, BATCH);
        // The bytes first: of a row without bytes the next run is rid, of bytes without a row nobody is.
        for (const { storedAs } of files) await this.store.remove(storedAs);
        await this.attachments.remove(files.map(({ id }) => id));
        return files.length;
      });
    }
    return gone > 0 ? 'done' : 'skipped: no file is loose long enough';
  }
}
