import { Injectable } from '@nestjs/common';
import { isId, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, namedQuery } from '@kaiku/platform';
import { maskCustomer, mayView } from './customer.rules';
import { CUSTOMER_COLUMNS, viewsOf, type CustomerRow, type CustomerView } from './customer.views';

const BY_IDS = namedQuery('customers.by-ids', `SELECT ${CUSTOMER_COLUMNS} FROM customer c WHERE c.id = ANY($1)`);
const LOG_KEYS = namedQuery('customers.log-keys', 'SELECT id, log_key AS "logKey" FROM customer WHERE id = ANY($1)');

/** Customers for reading, masked for the viewer; each reading is recorded in its own transaction. */
@Injectable()
export class CustomerQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
  ) {}

  /** For lists and nested edges: one incidental record for all of them. Unknown ids and ids that may not be seen are absent. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, CustomerView>> {
    const known = ids.filter(isId);
    if (known.length === 0 || !mayView(viewer)) return new Map();
    return this.database.recordedRead(async () => {
      const rows = await this.database.rows<CustomerRow>(BY_IDS, [known]);
      if (rows.length > 0) await this.recorder.record(viewer, { objectKind: 'customer_list', objectIds: rows.map((r) => r.id), subjectKeys: rows.map((r) => r.logKey), mode: 'incidental' });
      return new Map(viewsOf(viewer, rows).map((view) => [view.id, view]));
    });
  }

  /** Opens one customer: recorded as deliberate. Null when unknown or not to be seen. */
  async get(viewer: Viewer, id: string): Promise<CustomerView | null> {
    if (!isId(id) || !mayView(viewer)) return null;
    return this.database.recordedRead(async () => {
      const row = await this.database.one<CustomerRow>(BY_IDS, [[id]]);
      if (!row) return null;
      await this.recorder.record(viewer, { objectKind: 'customer', objectIds: [row.id], subjectKeys: [row.logKey], mode: 'deliberate' });
      const { logKey, ...seen } = maskCustomer(viewer, row);
      return seen;
    });
  }

  /** Whether the viewer may name this customer in a command; shows nothing, so nothing is recorded. */
  async exists(viewer: Viewer, id: string): Promise<boolean> {
    return mayView(viewer) && isId(id) && (await this.database.one(LOG_KEYS, [[id]])) !== null;
  }

  /** Pseudonyms for the read log of other libraries, in no order; customers that do not exist are left out. */
  async logKeys(viewer: Viewer, ids: readonly string[]): Promise<readonly string[]> {
    const known = ids.filter(isId);
    if (known.length === 0 || !mayView(viewer)) return [];
    return (await this.database.rows<{ logKey: string }>(LOG_KEYS, [known])).map((row) => row.logKey);
  }
}
