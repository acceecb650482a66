import { Injectable } from '@nestjs/common';
import { InvalidInput, isId, pageOf, type Page, type PageRequest, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, namedQuery } from '@kaiku/platform';
import { maskedParts, mayView, partOfField } from './customer.rules';

const HISTORY = namedQuery('customers.history', `
  SELECT h.id, h.field, h.old_value AS old, h.new_value AS new, h.at, h.staff_name AS "staffName", h.source, h.reason, c.flags, c.log_key AS "logKey"
  FROM customer_change h JOIN customer c ON c.id = h.customer_id
  WHERE h.customer_id = $1 AND ($2::uuid IS NULL OR h.id < $2::uuid) ORDER BY h.id DESC LIMIT $3`);

/** One change of one field. `by` is a staff member's name then, or the door it came through. Hidden values are null. */
export interface FieldChangeView {
  readonly id: string;
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
  readonly at: string;
  readonly by: string;
  readonly source: string;
  readonly reason: string | null;
}

type HistoryRow = Omit<FieldChangeView, 'by'> & { staffName: string | null; flags: string[]; logKey: string };

/** What was changed of a customer, newest first. */
@Injectable()
export class CustomerHistoryQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
  ) {}

  async history(viewer: Viewer, customerId: string, page: PageRequest): Promise<Page<FieldChangeView>> {
    if (!isId(customerId) || !mayView(viewer)) return pageOf<FieldChangeView>([], page.first, (r) => [r.id]);
    const after = page.after?.[0] ?? null;
    if (after !== null && !isId(after)) throw new InvalidInput([{ path: 'after', code: 'bad_cursor' }]);
    return this.database.recordedRead(async () => {
      const rows = await this.database.rows<HistoryRow>(HISTORY, [customerId, after, page.first + 1]);
      if (rows[0]) await this.recorder.record(viewer, { objectKind: 'customer_history', objectIds: [customerId], subjectKeys: [rows[0].logKey], mode: 'incidental' });
      const found = pageOf(rows, page.first, (row) => [row.id]);
      return { ...found, nodes: found.nodes.map((row) => shown(viewer, row)) };
    });
  }
}

function shown(viewer: Viewer, { staffName, flags, logKey, ...row }: HistoryRow): FieldChangeView {
  const part = partOfField(row.field);
  const hidden = part !== null && maskedParts(viewer, flags).includes(part);
  return { ...row, by: staffName ?? row.source, ...(hidden ? { old: null, new: null, reason: null } : {}) };
}
