import { Injectable } from '@nestjs/common';
import { can, InvalidInput, isId, line, pageOf, parseInput, type Page, type PageRequest, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, namedQuery } from '@kaiku/platform';
import { z } from 'zod';
import { phoneDigits, normalisePhone } from './contact-point.rules';
import { mayView, PROTECTED_FLAGS } from './customer.rules';
import { CUSTOMER_COLUMNS, viewsOf, type CustomerRow, type CustomerView } from './customer.views';
import { CUSTOMER_PERMISSIONS as MAY } from './customers.permissions';

const NAME = `(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, ''))`;
const ORDER = `coalesce(c.last_name, '') COLLATE "fi-x-icu", coalesce(c.first_name, '') COLLATE "fi-x-icu", c.id`;
// $1 longest word, $2 every word, $3 the text for likeness, $4 number, $5 start of an address, $6 E.164, $7 last seven digits, $8 receipt or order,
// $9 whether protected people are found by what is hidden of them, $10–12 the last row seen, $13 how many.
const SEARCH = namedQuery('customers.search', `
  WITH hit AS (
    SELECT c.id FROM customer c WHERE (${NAME} ILIKE $1 AND ${NAME} ILIKE ALL ($2::text[])) OR $3 <% ${NAME}
    UNION SELECT c.id FROM customer c WHERE c.customer_number = $4
    UNION SELECT l.customer_id FROM contact_point p JOIN customer_contact_point l ON l.contact_point_id = p.id JOIN customer c ON c.id = l.customer_id
      WHERE (p.kind = 'email' AND p.value LIKE $5 OR p.kind = 'phone' AND p.value = $6 OR p.kind = 'phone' AND right(p.value, 7) = $7) AND ($9 OR NOT c.flags && '{${PROTECTED_FLAGS.join(',')}}')
    UNION SELECT r.customer_id FROM receipt r JOIN customer c ON c.id = r.customer_id
      WHERE (r.receipt_number = $8 OR r.order_number = $8) AND ($9 OR NOT c.flags && '{${PROTECTED_FLAGS.join(',')}}')
  )
  SELECT ${CUSTOMER_COLUMNS} FROM customer c JOIN hit ON hit.id = c.id
  WHERE $12::uuid IS NULL OR (coalesce(c.last_name, '') COLLATE "fi-x-icu", coalesce(c.first_name, '') COLLATE "fi-x-icu", c.id) > ($10, $11, $12::uuid)
  ORDER BY ${ORDER} LIMIT $13`);

const SearchText = z.object({ search: line(200, 0) });
const SHORTEST = 2;
/** Only names are searched for likeness: a slip in a number means another number. */
const NAMELIKE = /^[\p{L}\p{M}\s'’.-]+$/u;

/** Finds customers by name (small mistakes allowed), address, number in any spelling, customer, receipt or order number. */
@Injectable()
export class CustomerSearchQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
  ) {}

  /** Sorted by last and first name in Finnish order. Fewer than two characters find nobody. What is hidden from the viewer is not searched. */
  async search(viewer: Viewer, search: string, page: PageRequest): Promise<Page<CustomerView>> {
    const { search: text } = parseInput(SearchText, { search });
    if (text.length < SHORTEST || !mayView(viewer)) return pageOf<CustomerView>([], page.first, keyOf);
    const [last = null, first = null, id = null] = page.after ?? [];
    if (page.after && !isId(id)) throw new InvalidInput([{ path: 'after', code: 'bad_cursor' }]);
    return this.database.recordedRead(async () => {
      const rows = await this.database.rows<CustomerRow>(SEARCH, [...terms(viewer, text), last, first, id, page.first + 1]);
      const found = pageOf(rows, page.first, keyOf);
      if (found.nodes.length > 0) await this.recorder.record(viewer, { objectKind: 'customer_search', objectIds: found.nodes.map((r) => r.id), subjectKeys: found.nodes.map((r) => r.logKey), mode: 'incidental' });
      return { ...found, nodes: viewsOf(viewer, found.nodes) };
    }, 'fresh');
  }
}

const keyOf = (row: Pick<CustomerView, 'id' | 'firstName' | 'lastName'>): string[] => [row.lastName ?? '', row.firstName ?? '', row.id];

const like = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The first nine parameters; null where the text cannot be such a thing or the viewer may not see it. */
function terms(viewer: Viewer, text: string): unknown[] {
  const words = text.split(/\s+/);
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const digits = can(viewer, MAY.viewContact) ? phoneDigits(text) : null;
  const number = digits && digits.length >= 5 ? normalisePhone(text) : null;
  const named = digits === null;
  return [
    named ? `%${like(longest)}%` : null,
    named ? words.map((word) => `%${like(word)}%`) : null,
    text.length >= 4 && NAMELIKE.test(text) ? text : null,
    text.toUpperCase(),
    can(viewer, MAY.viewContact) && text.includes('@') ? `${like(text.toLowerCase())}%` : null,
    number,
    digits && digits.length >= 7 ? digits.slice(-7) : null,
    can(viewer, MAY.viewReceipts) ? text : null,
    can(viewer, MAY.viewProtected),
  ];
}
