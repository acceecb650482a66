import { Injectable } from '@nestjs/common';
import { isId, LIMITS, line, parseInput, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, namedQuery, type NamedQuery } from '@kaiku/platform';
import { z } from 'zod';
import { maskedParts, mayView } from './customer.rules';
import type { ReceiptLine } from './customer.views';

const AT_MOST = 500;
const COLUMNS = `r.id, r.customer_id AS "customerId", r.receipt_number AS "receiptNumber", r.order_number AS "orderNumber", r.bought_on AS "boughtOn", r.shop, r.total_cents AS "totalCents", r.lines, r.source, r.imported_at AS "importedAt"`;
const OF_CUSTOMER = namedQuery('customers.receipts', `SELECT ${COLUMNS} FROM receipt r WHERE r.customer_id = $1 ORDER BY r.bought_on DESC, r.id DESC LIMIT ${AT_MOST}`);
const BY_ORDER = namedQuery('customers.receipts-by-order', `SELECT ${COLUMNS} FROM receipt r WHERE r.customer_id = $1 AND (r.order_number = $2 OR r.receipt_number = $2) ORDER BY r.bought_on DESC, r.id DESC LIMIT ${AT_MOST}`);
const OWNER = namedQuery('customers.receipt-owner', 'SELECT log_key AS "logKey", flags FROM customer WHERE id = $1');

/** A purchase; dates are `YYYY-MM-DD`, money is cents. */
export interface ReceiptView {
  readonly id: string;
  readonly customerId: string;
  readonly receiptNumber: string;
  readonly orderNumber: string | null;
  readonly boughtOn: string;
  readonly shop: string;
  readonly totalCents: number | null;
  readonly lines: readonly ReceiptLine[];
  readonly source: string;
  readonly importedAt: string;
}

const Why = z.object({ reason: line(LIMITS.ticket.reason) });

/** Purchases: those tied to a matter are shown with it; the whole list opens with a reason, and the reason is kept. */
@Injectable()
export class ReceiptQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
  ) {}

  /** The newest 500 receipts. Throws InvalidInput without a reason; empty when hidden. */
  async receiptsOf(viewer: Viewer, customerId: string, reason: string): Promise<readonly ReceiptView[]> {
    const why = parseInput(Why, { reason });
    return this.read(viewer, customerId, OF_CUSTOMER, [customerId], { objectKind: 'receipts', mode: 'deliberate', reason: why.reason });
  }

  /** Receipts of one order (or with this receipt number) of this customer; empty when hidden. */
  async receiptsByOrder(viewer: Viewer, customerId: string, orderNumber: string): Promise<readonly ReceiptView[]> {
    if (!orderNumber.isWellFormed() || orderNumber.includes('\u0000')) return [];
    return this.read(viewer, customerId, BY_ORDER, [customerId, orderNumber], { objectKind: 'receipts_of_order', mode: 'incidental' });
  }

  private async read(viewer: Viewer, customerId: string, query: NamedQuery, values: unknown[], record: { objectKind: string; mode: 'incidental' | 'deliberate'; reason?: string }): Promise<readonly ReceiptView[]> {
    if (!isId(customerId) || !mayView(viewer)) return [];
    return this.database.recordedRead(async () => {
      const owner = await this.database.one<{ logKey: string; flags: string[] }>(OWNER, [customerId]);
      if (!owner || maskedParts(viewer, owner.flags).includes('receipts')) return [];
      const rows = await this.database.rows<ReceiptView>(query, values);
      if (rows.length > 0 || record.reason) await this.recorder.record(viewer, { ...record, objectIds: [customerId], subjectKeys: [owner.logKey] });
      return rows;
    });
  }
}
