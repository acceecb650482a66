import type { Viewer } from '@kaiku/kernel';

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

/**
 * Port: the read log. Called inside `database.recordedRead` or a transaction, so that the log and the reading share one fate.
 * Implemented by the privacy library. Readings by system actors are not recorded: they show nobody anything.
 */
export abstract class AccessRecorder {
  abstract record(viewer: Viewer, record: AccessRecord): Promise<void>;
}
