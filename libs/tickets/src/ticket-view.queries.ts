import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Clock, encodeCursor, InvalidInput, isId, LIMITS, pageOf, type Page, type PageRequest, type Viewer } from '@kaiku/kernel';
import { Config, Database } from '@kaiku/platform';
import { DraftedTickets } from './drafted-tickets';
import { sightOf, type Sight } from './ticket.rules';
import { TicketQueries } from './ticket.queries';
import { sightValues, staffIdOfViewer, type TicketView } from './ticket.views';
import { startOfTomorrow, View, VIEWS } from './view.rules';
import { COUNT_DRAFTED, COUNTS, HIGHEST_ID, indexQuery, LOWEST_ID, pageQuery, reachOf } from './view.sql';

/** Numbers and versions of a view in its order; `cursor` is where to follow live changes from. */
export interface ViewIndex {
  readonly total: number;
  readonly totalCapped: boolean;
  readonly cursor: string;
  readonly entries: readonly (readonly [number: number, version: number])[];
  readonly endCursor: string | null;
}

export interface CappedCount {
  readonly count: number;
  readonly capped: boolean;
}

/** Exact to 999. */
export const capped = (count: number): CappedCount => ({ count: Math.min(count, LIMITS.page.count), capped: count > LIMITS.page.count });

/** The lists everybody works from: a page, the index of a whole view, the counts of all. */
@Injectable()
export class TicketViewQueries {
  private drafted?: DraftedTickets | null;

  constructor(
    private readonly database: Database,
    private readonly tickets: TicketQueries,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly modules: ModuleRef,
  ) {}

  /** Nearest deadline first, then oldest. One incidental record for the page. */
  async page(viewer: Viewer, view: View, page: PageRequest): Promise<Page<TicketView>> {
    const sight = sightOf(viewer);
    const key = keysetOf(page.after);
    if (!sight) return pageOf<TicketView>([], page.first, queueKey);
    const values = [staffIdOfViewer(viewer), ...key, ...(await this.reachValues(viewer, view, sight))];
    return pageOf(await this.tickets.listed(viewer, pageQuery(view, sight.all, page.first), values, page.first), page.first, queueKey);
  }

  /** At most 2,000 pairs at once. Shows nobody's data, so nothing is recorded. */
  async index(viewer: Viewer, view: View, page: PageRequest): Promise<ViewIndex> {
    const sight = sightOf(viewer);
    const key = keysetOf(page.after);
    if (!sight) return { total: 0, totalCapped: false, cursor: '0', entries: [], endCursor: null };
    const values = [staffIdOfViewer(viewer), ...key, ...(await this.reachValues(viewer, view, sight)), page.first];
    const row = (await this.database.one<{ cursor: string; entries: [number, number][]; lastKey: [string | null, string] | null; found: number }>(indexQuery(view, sight.all), values))!;
    const more = row.found > page.first;
    // The first page knows the total unless it was cut short below the cap.
    const whole = page.after === null && (!more || row.found > LIMITS.page.count) ? capped(row.found) : (await this.counts(viewer, [view])).get(view)!;
    return { total: whole.count, totalCapped: whole.capped, cursor: row.cursor, entries: row.entries, endCursor: more && row.lastKey ? encodeCursor(row.lastKey) : null };
  }

  /** How many tickets are in each view. */
  async counts(viewer: Viewer, views: readonly View[] = VIEWS): Promise<ReadonlyMap<View, CappedCount>> {
    const sight = sightOf(viewer);
    const counted = new Map<View, CappedCount>(views.map((view) => [view, capped(0)]));
    if (!sight) return counted;
    if (views.some((view) => view !== 'MY_DRAFTS')) {
      const values = [staffIdOfViewer(viewer), startOfTomorrow(this.clock.now(), this.config.timeZone), ...(sight.all ? [] : [sight.teamIds])];
      const row = (await this.database.one<Record<View, number>>(COUNTS[sight.all ? 'all' : 'teams'], values))!;
      for (const view of views) if (view !== 'MY_DRAFTS') counted.set(view, capped(row[view]));
    }
    if (views.includes('MY_DRAFTS')) {
      const ids = await this.draftedBy(viewer);
      const row = ids.length > 0 ? await this.database.one<{ count: number }>(COUNT_DRAFTED, [ids, ...sightValues(sight)]) : null;
      counted.set('MY_DRAFTS', capped(row?.count ?? 0));
    }
    return counted;
  }

  /** Parameters after the keyset, in the order the statements have them. */
  private async reachValues(viewer: Viewer, view: View, sight: Sight): Promise<unknown[]> {
    if (view === 'MY_DRAFTS') return [sight.all ? [] : sight.teamIds, sight.all, await this.draftedBy(viewer)];
    const teams = !sight.all && reachOf(view, false) === 'teams' ? [sight.teamIds] : [];
    return [...teams, ...(view === 'DUE_TODAY' ? [startOfTomorrow(this.clock.now(), this.config.timeZone)] : [])];
  }

  private async draftedBy(viewer: Viewer): Promise<readonly string[]> {
    this.drafted ??= this.port();
    const me = staffIdOfViewer(viewer);
    return this.drafted && me ? this.drafted.ticketIdsOf(me) : [];
  }

  /** The library above provides it; asked for late, because that library is made after this one. */
  private port(): DraftedTickets | null {
    try {
      return this.modules.get(DraftedTickets, { strict: false });
    } catch {
      return null;
    }
  }
}

const queueKey = (ticket: Pick<TicketView, 'nextDueAt' | 'id'>): readonly (string | null)[] => [ticket.nextDueAt, ticket.id];

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;

/** Where to go on: after a row with a deadline, or after a row without one, which all stand last. */
function keysetOf(after: PageRequest['after']): [due: string, dueId: string, nullId: string] {
  if (!after) return ['-infinity', LOWEST_ID, LOWEST_ID];
  const [due, id] = after;
  if (!isId(id) || (due !== null && (typeof due !== 'string' || !INSTANT.test(due)))) throw new InvalidInput([{ path: 'after', code: 'bad_cursor' }]);
  return due === null ? ['infinity', HIGHEST_ID, id] : [due as string, id, LOWEST_ID];
}
