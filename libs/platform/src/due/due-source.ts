import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { JobDefinition } from '@kaiku/kernel';

/** A row whose time has come; its job re-reads it and stops if the fence has moved on. */
export interface DueRow {
  readonly id: string;
  /** Part of the job id, so that a row claimed again makes a new job. */
  readonly fence: number;
  readonly traceId?: string;
}

/**
 * A library's rows with a time on them. `claim` takes due rows with FOR UPDATE SKIP LOCKED, sets a lease and raises the fence;
 * rows whose lease ran out are due again.
 */
export interface DueSource {
  readonly job: JobDefinition<{ id: string; fence: number }>;
  claim(limit: number): Promise<readonly DueRow[]>;
  /** Gives back what was claimed when no jobs could be made of it, so that it need not wait for its lease. */
  release?(rows: readonly DueRow[]): Promise<void>;
}

/** The same, with as many as `together` rows in one job: what takes a moment each is a job's worth in numbers. */
export interface DueBatchSource extends Omit<DueSource, 'job'> {
  readonly job: JobDefinition<{ due: { id: string; fence: number }[] }>;
  readonly together: number;
}

export const DUE_SOURCE = 'kaiku:due-source';
export const DueRows = (): CustomDecorator => SetMetadata(DUE_SOURCE, true);
