import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, InvalidInput, isId, LIMITS, type Locale, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, lateQuery } from '@kaiku/platform';
import { StaffQueries, TeamQueries, type StaffRow } from '@kaiku/staff';
import { ENTRY_COLUMNS, type Added } from './added-columns';
import { sightOf } from './ticket.rules';
import { sightValues, staffView, visibleTo } from './ticket.views';
import type { AuthorKind, EntryKind, EntryVisibility, TicketChannel } from './ticket.words';

/** An entry as one viewer may see it. */
export interface EntryView {
  readonly id: string;
  readonly ticketId: string;
  readonly kind: EntryKind;
  readonly at: string;
  readonly visibility: EntryVisibility;
  readonly authorKind: AuthorKind;
  readonly authorName: string | null;
  readonly author: StaffRow | null;
  readonly channel: TicketChannel | null;
  readonly text: string | null;
  readonly change: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null;
  readonly isCustomerContact: boolean;
  readonly isHumanReply: boolean;
  readonly maskedFields: readonly string[];
  readonly added: Added;
}

/** Oldest to newest; cursors lead both ways. */
export interface EntryPage {
  readonly nodes: readonly EntryView[];
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface EntryPageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** The row behind a view; stays in this library. */
export type EntryRow = Omit<EntryView, 'author' | 'maskedFields'> & {
  authorId: string | null; staffName: string; staffEmail: string; staffLocale: Locale; staffActive: boolean; staffVersion: number; logKey: string | null; [column: string]: unknown;
};

const columns = (): string => `e.id, e.ticket_id AS "ticketId", e.kind, e.at, e.visibility, e.author_kind AS "authorKind", e.author_name AS "authorName", e.channel, e.body AS text, e.change,
  e.is_customer_contact AS "isCustomerContact", e.is_human_reply AS "isHumanReply", e.author_staff_id AS "authorId",
  a.name AS "staffName", a.email AS "staffEmail", a.locale AS "staffLocale", a.active AS "staffActive", a.version AS "staffVersion", c.log_key AS "logKey", ${ENTRY_COLUMNS.sql}`;
const FROM = `FROM ticket_entry e JOIN ticket t ON t.id = e.ticket_id LEFT JOIN staff_member a ON a.id = e.author_staff_id LEFT JOIN customer c ON c.id = t.customer_id`;
/** The newest entries of `ticket t` with customer `c`, newest first, as JSON; `limit` is a parameter. One more than shown tells that there are more. */
export const newestEntries = (limit: string): string => `(SELECT json_agg(newest) FROM (
  SELECT ${columns()} FROM ticket_entry e LEFT JOIN staff_member a ON a.id = e.author_staff_id WHERE e.ticket_id = t.id ORDER BY e.id DESC LIMIT ${limit}) newest)`;
const select = (rest: string) => (): string => `SELECT ${columns()} ${FROM} WHERE ${rest}`;
const PAGE = `e.ticket_id = $1 AND e.id > $2::uuid AND e.id < $3::uuid AND ${visibleTo(5)}`;
const FORWARD = lateQuery('tickets.entries-forward', select(`${PAGE} ORDER BY e.id LIMIT $4`));
const BACKWARD = lateQuery('tickets.entries-backward', select(`${PAGE} ORDER BY e.id DESC LIMIT $4`));
const BY_IDS = lateQuery('tickets.entries-by-ids', select(`e.id = ANY($1::uuid[]) AND ${visibleTo(2)}`));
const NEWER = lateQuery('tickets.entries-newer', select(`e.ticket_id = $1 AND e.id > $2::uuid AND e.kind <> 'system' AND ${visibleTo(3)} ORDER BY e.id LIMIT ${LIMITS.page.max}`));

const LOWEST = '00000000-0000-0000-0000-000000000000';
const HIGHEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** A ticket's timeline for reading. Reading it is recorded as opening the ticket, unless the ticket was just opened. */
@Injectable()
export class EntryQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
    private readonly staff: StaffQueries,
    private readonly teams: TeamQueries,
  ) {}

  /** Either `first` (after) or `last` (before); without both, the newest 50. @param opened the reading of the ticket is already recorded */
  async page(viewer: Viewer, ticketId: string, request: EntryPageRequest, opened = false): Promise<EntryPage> {
    const sight = sightOf(viewer);
    const backward = request.first == null;
    const size = sizeOf(request);
    const after = keyOf(request.after, 'after') ?? LOWEST;
    const before = keyOf(request.before, 'before') ?? HIGHEST;
    if (!sight || !isId(ticketId)) return { nodes: [], startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false };
    return this.read(opened, async () => {
      const rows = await this.database.rows<EntryRow>(backward ? BACKWARD() : FORWARD(), [ticketId, after, before, size + 1, ...sightValues(sight)]);
      const more = rows.length > size;
      const kept = rows.slice(0, size);
      if (backward) kept.reverse();
      return pageWith(await this.viewsOf(viewer, kept, opened), backward ? before !== HIGHEST : more, backward ? more : after !== LOWEST);
    });
  }

  /** The page of {@link newestEntries}, which came with its opened ticket. */
  async newest(viewer: Viewer, rows: readonly EntryRow[], size: number): Promise<EntryPage> {
    const kept = rows.slice(0, size).reverse().map((row) => ({ ...row, at: row.at.replace(/\+00:00$/, 'Z') }));
    return pageWith(await this.viewsOf(viewer, kept, true), false, rows.length > size);
  }

  /** Entries by id; those of tickets that may not be seen are absent. @param opened the viewer has just written them, or opened their ticket */
  async byIds(viewer: Viewer, ids: readonly string[], opened = false): Promise<ReadonlyMap<string, EntryView>> {
    const sight = sightOf(viewer);
    const known = ids.filter(isId);
    if (!sight || known.length === 0) return new Map();
    return this.read(opened, async () => {
      const rows = await this.database.rows<EntryRow>(BY_IDS(), [known, ...sightValues(sight)]);
      return new Map((await this.viewsOf(viewer, rows, opened)).map((entry) => [entry.id, entry]));
    });
  }

  /** What was said since an entry, oldest first, at most a page; system entries left out. Null: since the beginning. */
  async newerThan(viewer: Viewer, ticketId: string, entryId: string | null): Promise<readonly EntryView[]> {
    const sight = sightOf(viewer);
    if (!sight || !isId(ticketId)) return [];
    return this.database.recordedRead(async () => this.viewsOf(viewer, await this.database.rows<EntryRow>(NEWER(), [ticketId, isId(entryId) ? entryId : LOWEST, ...sightValues(sight)]), false));
  }

  /** What is not recorded here needs no transaction to share its fate with. */
  private read<T>(opened: boolean, work: () => Promise<T>): Promise<T> {
    return opened ? work() : this.database.recordedRead(work);
  }

  private async viewsOf(viewer: Viewer, rows: readonly EntryRow[], opened: boolean): Promise<readonly EntryView[]> {
    if (rows.length === 0) return [];
    if (!opened && viewer.actor.kind === 'staff') {
      const objectIds = [...new Set(rows.map((row) => row.ticketId))];
      await this.recorder.record(viewer, { objectKind: 'ticket', objectIds, subjectKeys: [...new Set(rows.flatMap((row) => row.logKey ?? []))], mode: 'deliberate' });
    }
    const names = await this.namesIn(viewer, rows);
    return rows.map((row) => ({
      id: row.id, ticketId: row.ticketId, kind: row.kind, at: row.at, visibility: row.visibility, authorKind: row.authorKind, authorName: row.authorName, channel: row.channel, text: row.text,
      author: row.authorId ? staffView(viewer, { id: row.authorId, name: row.staffName, email: row.staffEmail, locale: row.staffLocale, active: row.staffActive, version: row.staffVersion }) : null,
      change: row.change ? { code: row.change.code, params: named(row.change, names) } : null,
      isCustomerContact: row.isCustomerContact, isHumanReply: row.isHumanReply, maskedFields: [], added: row.added,
    }));
  }

  /** Ids of people and teams in changes get their present names: a name is never stored in the history. */
  private async namesIn(viewer: Viewer, rows: readonly EntryRow[]): Promise<ReadonlyMap<string, string>> {
    const idsOf = (code: string) => rows.filter((r) => r.change?.code === code).flatMap((r) => [r.change!.params.from, r.change!.params.to].filter(isId));
    const [people, teams] = [idsOf('assignee_changed'), idsOf('team_changed')];
    const names = new Map<string, string>();
    if (people.length > 0) for (const [id, person] of await this.staff.byIds(viewer, people)) names.set(id, person.name);
    if (teams.length > 0) for (const [id, team] of await this.teams.byIds(viewer, teams)) names.set(id, team.name);
    return names;
  }
}

const pageWith = (nodes: readonly EntryView[], hasNextPage: boolean, hasPreviousPage: boolean): EntryPage => ({
  nodes, startCursor: nodes[0] ? encodeCursor([nodes[0].id]) : null, endCursor: nodes.length > 0 ? encodeCursor([nodes.at(-1)!.id]) : null, hasNextPage, hasPreviousPage,
});

function named(change: NonNullable<EntryRow['change']>, names: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  if (change.code !== 'assignee_changed' && change.code !== 'team_changed') return change.params;
  const thing = (id: unknown) => (typeof id === 'string' ? { id, name: names.get(id) ?? null } : null);
  return { ...change.params, from: thing(change.params.from), to: thing(change.params.to) };
}

function sizeOf({ first, last }: EntryPageRequest): number {
  if (first != null && last != null) throw new InvalidInput([{ path: 'last', code: 'first_or_last' }]);
  const size = first ?? last ?? LIMITS.page.entries;
  if (!Number.isInteger(size) || size < 1 || size > LIMITS.page.max) throw new InvalidInput([{ path: first != null ? 'first' : 'last', code: 'out_of_range', params: { minimum: 1, maximum: LIMITS.page.max } }]);
  return size;
}

function keyOf(cursor: string | null | undefined, path: string): string | null {
  if (!cursor) return null;
  const [id] = decodeCursor(cursor);
  if (!isId(id)) throw new InvalidInput([{ path, code: 'bad_cursor' }]);
  return id;
}
