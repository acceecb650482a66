import { Injectable } from '@nestjs/common';
import { can, LIMITS, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, namedQuery } from '@kaiku/platform';
import { normaliseEmail, normalisePhone, phoneDigits, type ContactPointKind } from './contact-point.rules';
import { mayView, PROTECTED_FLAGS } from './customer.rules';
import { CustomerSearchQueries } from './customer-search.queries';
import { CUSTOMER_COLUMNS, viewsOf, type CustomerRow, type CustomerView } from './customer.views';
import { CUSTOMER_PERMISSIONS as MAY } from './customers.permissions';

const AT_MOST = 20;
const SHOWN = `($3 OR NOT c.flags && '{${PROTECTED_FLAGS.join(',')}}')`;
const BY_CONTACT = namedQuery('customers.by-contact', `
  SELECT ${CUSTOMER_COLUMNS} FROM contact_point p JOIN customer_contact_point l ON l.contact_point_id = p.id JOIN customer c ON c.id = l.customer_id
  WHERE p.kind = $1 AND p.value = $2 AND ${SHOWN} ORDER BY l.created_at, c.id LIMIT ${AT_MOST}`);
const BY_PHONE = namedQuery('customers.by-phone', `
  SELECT DISTINCT ON (exact, c.id) ${CUSTOMER_COLUMNS}, p.value = $1 AS exact FROM contact_point p JOIN customer_contact_point l ON l.contact_point_id = p.id JOIN customer c ON c.id = l.customer_id
  WHERE p.kind = 'phone' AND (p.value = $1 OR right(p.value, 7) = $2) AND ${SHOWN} ORDER BY exact DESC, c.id LIMIT ${AT_MOST}`);

/** Somebody a caller may be; `exact` when the whole number is theirs. */
export interface CallerCandidate {
  readonly customer: CustomerView;
  readonly exact: boolean;
}

/** Who a contact point may belong to. Always candidates, never an answer: couples share an address. */
@Injectable()
export class CustomerCandidateQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
    private readonly searching: CustomerSearchQueries,
  ) {}

  /** Customers with this address or number in any spelling, oldest link first. */
  async byContact(viewer: Viewer, kind: ContactPointKind, text: string): Promise<readonly CustomerView[]> {
    const value = kind === 'email' ? normaliseEmail(text) : normalisePhone(text);
    if (!value || !this.mayMatch(viewer)) return [];
    return this.database.recordedRead(async () => {
      const rows = await this.database.rows<CustomerRow>(BY_CONTACT, [kind, value, can(viewer, MAY.viewProtected)]);
      await this.record(viewer, 'customer_candidates', rows);
      return viewsOf(viewer, rows);
    });
  }

  /** For a caller: the whole number first, then the last seven digits, then the text as a name; five at most. */
  async byPhoneDigits(viewer: Viewer, text: string): Promise<readonly CallerCandidate[]> {
    const digits = phoneDigits(text);
    if (digits === null) {
      const named = await this.searching.search(viewer, text, { first: LIMITS.call.matches, after: null });
      return named.nodes.map((customer) => ({ customer, exact: false }));
    }
    if (digits.length < LIMITS.call.lookupDigits || !this.mayMatch(viewer)) return [];
    return this.database.recordedRead(async () => {
      const suffix = digits.length >= LIMITS.call.suffixDigits ? digits.slice(-LIMITS.call.suffixDigits) : null;
      const rows = await this.database.rows<CustomerRow & { exact: boolean }>(BY_PHONE, [normalisePhone(text), suffix, can(viewer, MAY.viewProtected)]);
      const best = rows.filter((row, i) => rows.findIndex((other) => other.id === row.id) === i).slice(0, LIMITS.call.matches);
      await this.record(viewer, 'caller_match', best);
      const views = viewsOf(viewer, best.map(({ exact, ...row }) => row as CustomerRow));
      return views.map((customer, i) => ({ customer, exact: best[i]!.exact }));
    });
  }

  /** Who may not see contact points cannot use them to find people either. */
  private mayMatch(viewer: Viewer): boolean {
    return mayView(viewer) && can(viewer, MAY.viewContact);
  }

  private async record(viewer: Viewer, objectKind: string, rows: readonly CustomerRow[]): Promise<void> {
    if (rows.length > 0) await this.recorder.record(viewer, { objectKind, objectIds: rows.map((r) => r.id), subjectKeys: rows.map((r) => r.logKey), mode: 'incidental' });
  }
}
