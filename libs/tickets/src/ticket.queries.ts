import { Injectable } from '@nestjs/common';
import { isId, LIMITS, type Viewer } from '@kaiku/kernel';
import { DEADLINES_JSON, type DeadlineFacts } from '@kaiku/deadlines';
import { AccessRecorder, Database, lateQuery, namedQuery, type NamedQuery } from '@kaiku/platform';
import { PAGE_COLUMNS, type Added } from './added-columns';
import { EntryQueries, newestEntries, type EntryPage, type EntryRow } from './entry.queries';
import { OPEN_STATUSES } from './ticket.words';
import { sightOf } from './ticket.rules';
import { sightValues, staffIdOfViewer, TICKET_COLUMNS, ticketJoins, ticketView, visibleTo, type TicketRefView, type TicketRow, type TicketView } from './ticket.views';

const by = (condition: string, more = '') => `SELECT ${TICKET_COLUMNS}${more} FROM ticket t ${ticketJoins('$2')} WHERE ${condition} AND ${visibleTo(3)}`;
const BY_ID = namedQuery('tickets.by-id', by('t.id = $1'));
const BY_NUMBER = namedQuery('tickets.by-number', by('t.number = $1'));
const page = (): string => `, ${newestEntries('$6::integer')} AS timeline, ${DEADLINES_JSON('t.id')} AS deadlines, ${PAGE_COLUMNS.sql}`;
const BY_ID_OPENED = lateQuery('tickets.by-id-opened', () => by('t.id = $1', page()));
const BY_NUMBER_OPENED = lateQuery('tickets.by-number-opened', () => by('t.number = $1', page()));
const BY_IDS = namedQuery('tickets.by-ids', by('t.id = ANY($1::uuid[])'));
const BY_NUMBERS = namedQuery('tickets.by-numbers', by('t.number = ANY($1::integer[])'));
/** The one who has just changed a ticket gets it back even when the change took it out of their sight. */
const ACTED_ON = namedQuery('tickets.acted-on', `SELECT ${TICKET_COLUMNS} FROM ticket t ${ticketJoins('$2')} WHERE t.id = $1`);
const REFS = namedQuery('tickets.refs', `SELECT t.id, t.number, t.subject, t.status FROM ticket t WHERE t.id = ANY($1::uuid[]) AND ${visibleTo(2)}`);
const OPEN_OF_CUSTOMERS = namedQuery('tickets.open-of-customers', `
  SELECT t.customer_id AS "customerId", t.id, t.number, t.subject, t.status FROM ticket t
  WHERE t.customer_id = ANY($1::uuid[]) AND t.status IN (${OPEN_STATUSES.map((s) => `'${s}'`).join(', ')}) AND ${visibleTo(2)}
  ORDER BY t.created_at DESC, t.id DESC LIMIT ${LIMITS.page.max}`);

const OPENED = { objectKind: 'ticket', mode: 'deliberate' } as const;
const isKey = (key: { readonly id: string } | { readonly number: number }): boolean => ('id' in key ? isId(key.id) : Number.isInteger(key.number));

export interface OpenedTicket {
  readonly ticket: TicketView;
  readonly timeline: EntryPage;
  /** Every clock it has had, oldest first, as their rows have them. */
  readonly deadlines: readonly DeadlineFacts[];
  readonly added: Added;
}

/** Tickets for reading. What may not be seen is absent, like what does not exist. */
@Injectable()
export class TicketQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
    private readonly entries: EntryQueries,
  ) {}

  /** Opens one ticket: recorded as deliberate. */
  async get(viewer: Viewer, key: { readonly id: string } | { readonly number: number }): Promise<TicketView | null> {
    const sight = sightOf(viewer);
    if (!sight || !isKey(key)) return null;
    const values = ['id' in key ? key.id : key.number, staffIdOfViewer(viewer), ...sightValues(sight)];
    const [row] = await this.recorder.rows<TicketRow>(viewer, 'id' in key ? BY_ID : BY_NUMBER, values, OPENED);
    return row ? ticketView(viewer, row, true) : null;
  }

  /** The same with what its page shows: newest entries, clocks and what other libraries add, all in one statement. @param size how many entries, at most a page */
  async open(viewer: Viewer, key: { readonly id: string } | { readonly number: number }, size: number): Promise<OpenedTicket | null> {
    const sight = sightOf(viewer);
    if (!sight || !isKey(key)) return null;
    const values = ['id' in key ? key.id : key.number, staffIdOfViewer(viewer), ...sightValues(sight), size + 1];
    const [row] = await this.recorder.rows<TicketRow & { timeline: readonly EntryRow[] | null; deadlines: readonly DeadlineFacts[] | null; added: Added }>(viewer, 'id' in key ? BY_ID_OPENED() : BY_NUMBER_OPENED(), values, OPENED);
    return row ? { ticket: ticketView(viewer, row, true), timeline: await this.entries.newest(viewer, row.timeline ?? [], size), deadlines: row.deadlines ?? [], added: row.added } : null;
  }

  /** For lists and nested edges: one incidental record for all of them. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, TicketView>> {
    const views = await this.several(viewer, BY_IDS, ids.filter(isId));
    return new Map(views.map((view) => [view.id, view]));
  }

  /** At most a page of numbers, in the order asked for. */
  async byNumbers(viewer: Viewer, numbers: readonly number[]): Promise<readonly TicketView[]> {
    const views = await this.several(viewer, BY_NUMBERS, numbers);
    const found = new Map(views.map((view) => [view.number, view]));
    return [...new Set(numbers)].flatMap((number) => found.get(number) ?? []);
  }

  /** The ticket a command of this viewer has just made or changed. */
  async actedOn(viewer: Viewer, id: string): Promise<TicketView | null> {
    const [row] = await this.listed(viewer, ACTED_ON, [id, staffIdOfViewer(viewer)]);
    return row ?? null;
  }

  /** Number, subject and status, for pointing at a ticket from elsewhere. */
  async refs(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, TicketRefView>> {
    const sight = sightOf(viewer);
    const known = ids.filter(isId);
    if (!sight || known.length === 0) return new Map();
    const rows = await this.database.rows<TicketRefView & Record<string, unknown>>(REFS, [known, ...sightValues(sight)]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Open tickets by customer, newest first. */
  async openOfCustomers(viewer: Viewer, customerIds: readonly string[]): Promise<ReadonlyMap<string, readonly TicketRefView[]>> {
    const sight = sightOf(viewer);
    const known = customerIds.filter(isId);
    if (!sight || known.length === 0) return new Map();
    const rows = await this.database.rows<TicketRefView & { customerId: string } & Record<string, unknown>>(OPEN_OF_CUSTOMERS, [known, ...sightValues(sight)]);
    return Map.groupBy(rows, (row) => row.customerId);
  }

  /** Rows of a statement with {@link TICKET_COLUMNS} as the viewer may see them, recorded as a list. @param first the rows after these only tell that there is more */
  async listed(viewer: Viewer, query: NamedQuery, values: readonly unknown[], first?: number): Promise<readonly TicketView[]> {
    const rows = await this.recorder.rows<TicketRow>(viewer, query, values, { objectKind: 'ticket_list', mode: 'incidental', first });
    return rows.map((row) => ticketView(viewer, row, false));
  }

  private async several(viewer: Viewer, query: NamedQuery, keys: readonly (string | number)[]): Promise<readonly TicketView[]> {
    const sight = sightOf(viewer);
    if (!sight || keys.length === 0) return [];
    return this.listed(viewer, query, [keys, staffIdOfViewer(viewer), ...sightValues(sight)]);
  }
}
