import type { Viewer } from '@kaiku/kernel';
import type { NamedQuery } from '../database/named-query';

/** One reading of personal data. */
export interface AccessRecord {
  /** What was shown: `ticket`, `customer`, `ticket_list`, `receipts`, `raw_mail` … */
  readonly objectKind: string;
  readonly objectIds: readonly string[];
  /** Pseudonyms of the persons shown (`customer.log_key`), never their ids. */
  readonly subjectKeys: readonly string[];
  /** A list is incidental; opening one thing is deliberate. */
  readonly mode: 'incidental' | 'deliberate';
  readonly reason?: string;
}

/** What {@link AccessRecorder.rows} records of its rows. */
export interface RecordedRows extends Pick<AccessRecord, 'objectKind' | 'mode' | 'reason'> {
  /** So many of the rows are shown; those after them only tell that there is more. */
  readonly first?: number;
}
export interface SeenRow {
  readonly id: string;
  readonly logKey: string | null;
  [column: string]: unknown;
}

/**
 * Port: the read log. Inside `database.recordedRead` or a transaction the log and the reading share one fate; outside, the
 * record is there to stay when `record` returns, and what was read may be shown.
 * Implemented by the privacy library. Readings by system actors are not recorded: they show nobody anything.
 */
export abstract class AccessRecorder {
  abstract record(viewer: Viewer, record: AccessRecord): Promise<void>;

  /**
   * The rows of a statement, given once the record of their being seen is written. The statement's
   * columns `id` and `logKey` (the person's pseudonym, or null) say what was seen. Nothing is recorded when there are no rows.
   */
  abstract rows<R extends SeenRow>(viewer: Viewer, query: NamedQuery, values: readonly unknown[], record: RecordedRows): Promise<R[]>;
}
