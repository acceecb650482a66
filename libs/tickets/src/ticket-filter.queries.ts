import { Injectable } from '@nestjs/common';
import { id, InvalidInput, isId, line, LIMITS, pageOf, parseInput, type Page, type PageRequest, type Viewer } from '@kaiku/kernel';
import { Database, type NamedQuery } from '@kaiku/platform';
import { z } from 'zod';
import { matching, SEARCH_HITS, Statement, type TicketFilter } from './filter.sql';
import { sightOf } from './ticket.rules';
import { TicketQueries } from './ticket.queries';
import { capped, type CappedCount } from './ticket-view.queries';
import { staffIdOfViewer, TICKET_COLUMNS, ticketJoins, type TicketView } from './ticket.views';
import { TicketKind, TicketPriority, TicketStatus } from './ticket.words';

const list = <T extends z.ZodType>(of: T) => z.array(of).max(LIMITS.page.max).nullish();
const FilterInput = z.object({
  kinds: list(z.enum(TicketKind)), statuses: list(z.enum(TicketStatus)), priorities: list(z.enum(TicketPriority)), teamIds: list(id), assigneeIds: list(id),
  customerId: id.nullish(), tags: list(line(LIMITS.ticket.tag)), search: line(200, 0).nullish(),
});
const SHORTEST = 2;

/** Lists narrowed by what people choose or type, newest first. */
@Injectable()
export class TicketFilterQueries {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketQueries,
  ) {}

  /** One incidental record for the page. A search of one character finds nothing. */
  async page(viewer: Viewer, raw: TicketFilter, page: PageRequest): Promise<Page<TicketView>> {
    const filter = parseInput(FilterInput, raw);
    const sight = sightOf(viewer);
    const after = keyOf(page.after);
    if (!sight || tooShort(filter)) return pageOf<TicketView>([], page.first, newestKey);
    return this.database.recordedRead(async () => {
      const s = new Statement();
      const hits = matching(s, viewer, sight, filter, after, page.first <= 50 ? 51 : 101);
      const me = s.add(staffIdOfViewer(viewer));
      const text = `WITH hit AS MATERIALIZED (${hits}) SELECT ${TICKET_COLUMNS} FROM hit JOIN ticket t ON t.id = hit.id ${ticketJoins(me)} ORDER BY t.created_at DESC, t.id DESC`;
      return pageOf(await this.tickets.listed(viewer, unnamed(text), s.values, page.first), page.first, newestKey);
    }, 'fresh');
  }

  async count(viewer: Viewer, raw: TicketFilter): Promise<CappedCount> {
    const filter = parseInput(FilterInput, raw);
    const sight = sightOf(viewer);
    if (!sight || tooShort(filter)) return capped(0);
    const s = new Statement();
    const text = `SELECT count(*)::integer AS count FROM (${matching(s, viewer, sight, filter, null, SEARCH_HITS)}) matching`;
    return this.database.recordedRead(async () => capped((await this.database.one<{ count: number }>(unnamed(text), s.values))!.count), 'fresh');
  }
}

/** Without a name, so that Postgres plans it for these very words: a common one and a rare one are found in different ways. */
const unnamed = (text: string): NamedQuery => ({ name: '', text });

const tooShort = (filter: TicketFilter): boolean => filter.search != null && filter.search.length < SHORTEST && !/^\d$/.test(filter.search);

const newestKey = (ticket: Pick<TicketView, 'createdAt' | 'id'>): readonly string[] => [ticket.createdAt, ticket.id];

function keyOf(after: PageRequest['after']): readonly [string, string] | null {
  if (!after) return null;
  const [at, id] = after;
  if (!isId(id) || typeof at !== 'string' || !/^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z$/.test(at)) throw new InvalidInput([{ path: 'after', code: 'bad_cursor' }]);
  return [at, id];
}
