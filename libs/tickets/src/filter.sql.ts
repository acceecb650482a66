import { can, type Viewer } from '@kaiku/kernel';
import { CUSTOMER_PERMISSIONS, normaliseEmail, normalisePhone } from '@kaiku/customers';
import type { Sight } from './ticket.rules';
import { sightValues } from './ticket.views';
import type { TicketKind, TicketPriority, TicketStatus } from './ticket.words';

/** What a list is narrowed by. Several values of one kind mean any of them. */
export interface TicketFilter {
  readonly kinds?: readonly TicketKind[] | null;
  readonly statuses?: readonly TicketStatus[] | null;
  readonly priorities?: readonly TicketPriority[] | null;
  readonly teamIds?: readonly string[] | null;
  readonly assigneeIds?: readonly string[] | null;
  readonly customerId?: string | null;
  readonly tags?: readonly string[] | null;
  readonly search?: string | null;
}

/** How many hits of a search are looked at: a word that half the tickets have needs no more. */
export const SEARCH_HITS = 1000;

/** A statement under construction: text holds placeholders only, values stand apart. */
export class Statement {
  readonly values: unknown[] = [];
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** Conditions on `ticket t` for everything but search, team order and customer. */
function conditions(s: Statement, filter: TicketFilter): string {
  const any = (column: string, type: string, list: readonly unknown[] | null | undefined) => (list ? ` AND ${column} = ANY(${s.add(list)}::${type}[])` : '');
  return any('t.kind', 'text', filter.kinds) + any('t.status', 'text', filter.statuses) + any('t.priority', 'text', filter.priorities) + any('t.team_id', 'uuid', filter.teamIds)
    + any('t.assignee_id', 'uuid', filter.assigneeIds) + (filter.tags ? ` AND t.tags @> ${s.add(filter.tags)}::text[]` : '');
}

const like = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Each word somewhere in the text; words of fewer than three letters at the start of a word, where the trigram index still helps. */
const holds = (s: Statement, column: string, words: readonly string[]): string =>
  words.map((word) => (word.length >= 3 ? `${column} ILIKE ${s.add(`%${like(word)}%`)}` : `(${column} ILIKE ${s.add(`${like(word)}%`)} OR ${column} ILIKE ${s.add(`% ${like(word)}%`)})`)).join(' AND ');

/** Hits by number, subject, order number, and whose they are; what is hidden from the viewer is not searched. */
function searchHits(s: Statement, viewer: Viewer, search: string, where: string): string {
  const words = search.split(/\s+/).slice(0, 6).filter((word) => word.length >= 2);
  const parts: string[] = [];
  const tickets = (condition: string) => parts.push(`(SELECT t.id FROM ticket t WHERE ${condition} AND ${where} LIMIT ${SEARCH_HITS})`);
  const owners = (customers: string) => parts.push(`(SELECT t.id FROM ticket t WHERE t.customer_id IN (${customers}) AND ${where} LIMIT ${SEARCH_HITS})`);
  const number = /^#?(\d{1,9})$/.exec(search);
  if (number) tickets(`t.number = ${s.add(Number(number[1]))}::integer`);
  tickets(`t.order_number = ${s.add(search)}`);
  if (words.length > 0) tickets(holds(s, 't.subject', words));
  if (can(viewer, CUSTOMER_PERMISSIONS.view)) {
    if (words.length > 0) owners(`SELECT c.id FROM customer c WHERE ${holds(s, `(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, ''))`, words)} LIMIT 200`);
    owners(`SELECT c.id FROM customer c WHERE c.customer_number = ${s.add(search.toUpperCase())}`);
  }
  const point = can(viewer, CUSTOMER_PERMISSIONS.viewContact) ? (normaliseEmail(search) ?? (/\d{5}/.test(search.replace(/\D/g, '')) ? normalisePhone(search) : null)) : null;
  if (point) {
    const hidden = can(viewer, CUSTOMER_PERMISSIONS.viewProtected) ? '' : ` AND NOT c.flags && '{restricted,safety_ban}'`;
    owners(`SELECT l.customer_id FROM contact_point p JOIN customer_contact_point l ON l.contact_point_id = p.id JOIN customer c ON c.id = l.customer_id WHERE p.value = ${s.add(point)}${hidden}`);
  }
  return parts.join(' UNION ');
}

/** Ids and times of what matches, newest first, after a given row; `limit` is literal. */
export function matching(s: Statement, viewer: Viewer, sight: Sight, filter: TicketFilter, after: readonly [createdAt: string, id: string] | null, limit: number): string {
  const [all, teamIds, me] = sightValues(sight).map((value) => s.add(value)) as [string, string, string];
  const visible = `(${all}::boolean OR t.team_id = ANY(${teamIds}::uuid[]) OR t.assignee_id = ${me}::uuid)`;
  const where = `${visible}${conditions(s, filter)}${filter.customerId ? ` AND t.customer_id = ${s.add(filter.customerId)}::uuid` : ''}`;
  const rest = after ? ` AND (t.created_at, t.id) < (${s.add(after[0])}::timestamptz, ${s.add(after[1])}::uuid)` : '';
  const order = (row: string) => `ORDER BY ${row}.created_at DESC, ${row}.id DESC LIMIT ${limit}`;
  if (filter.search) {
    return `SELECT t.id, t.created_at FROM (SELECT id FROM (${searchHits(s, viewer, filter.search, where)}) found) hit JOIN ticket t ON t.id = hit.id WHERE true${rest} ${order('t')}`;
  }
  if (filter.customerId) return `SELECT t.id, t.created_at FROM ticket t WHERE ${where}${rest} ${order('t')}`;
  // Team by team, each in the order of its index; tickets of other teams that are mine besides.
  const teams = filter.teamIds ? `unnest(${s.add(filter.teamIds)}::uuid[])` : sight.all ? '(SELECT id FROM team)' : `unnest(${teamIds}::uuid[])`;
  const ofTeams = `SELECT own.* FROM ${teams} AS one(id) CROSS JOIN LATERAL (SELECT t.id, t.created_at FROM ticket t WHERE t.team_id = one.id AND ${where}${rest} ${order('t')}) own`;
  const mine = sight.all || filter.teamIds ? '' : ` UNION (SELECT t.id, t.created_at FROM ticket t WHERE t.assignee_id = ${me}::uuid AND ${where}${rest} ${order('t')})`;
  return `SELECT h.id, h.created_at FROM (${ofTeams}${mine}) h ${order('h')}`;
}
