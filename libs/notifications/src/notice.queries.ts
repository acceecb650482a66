import { Injectable } from '@nestjs/common';
import { InvalidInput, isId, LIMITS, pageOf, pageRequest, type Page, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { NoticeCause } from './notice.words';

export interface NoticeRow {
  readonly id: string;
  readonly cause: NoticeCause;
  readonly ticketId: string | null;
  readonly ticketNumber: number | null;
  readonly at: string;
  readonly readAt: string | null;
  readonly params: Readonly<Record<string, unknown>>;
}
/** What an open console is told. */
export interface NoticeNews {
  readonly unread: number;
  readonly newest: Pick<NoticeRow, 'id' | 'cause' | 'ticketNumber'> | null;
}

const LINE = 'n.in_app AND n.digest_id IS NULL';
const page = (unread: boolean) => `
  SELECT n.id, n.cause, n.ticket_id AS "ticketId", n.ticket_number AS "ticketNumber", n.created_at AS at, n.read_at AS "readAt", n.params FROM notice n
  WHERE n.staff_id = $1 AND n.id < $2::uuid AND ${LINE}${unread ? ' AND n.read_at IS NULL' : ''} ORDER BY n.id DESC LIMIT $3`;
const ALL = namedQuery('notice.list', page(false));
const UNREAD = namedQuery('notice.list-unread', page(true));
const UNREAD_LINES = `FROM notice n WHERE n.staff_id = $1 AND n.read_at IS NULL AND ${LINE}`;
const COUNT = namedQuery('notice.count-unread', `SELECT count(*)::integer AS count FROM (SELECT 1 ${UNREAD_LINES} LIMIT ${LIMITS.page.count + 1}) c`);
const NEWEST = namedQuery('notice.newest-unread', `SELECT n.id, n.cause, n.ticket_number AS "ticketNumber" ${UNREAD_LINES} ORDER BY n.id DESC LIMIT 1`);

const HIGHEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** One's own notices; nobody reads those of somebody else. */
@Injectable()
export class NoticeQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page({ actor }: Viewer, request: { readonly first: number; readonly after?: string | null; readonly unreadOnly?: boolean | null }): Promise<Page<NoticeRow>> {
    const { first, after } = pageRequest(request.first, request.after);
    if (after && !isId(after[0])) throw new InvalidInput([{ path: 'after', code: 'bad_cursor' }]);
    if (actor.kind !== 'staff') return pageOf([], first, () => []);
    const rows = await this.database.rows<NoticeRow & Record<string, unknown>>(request.unreadOnly ? UNREAD : ALL, [actor.id, after?.[0] ?? HIGHEST, first + 1]);
    return pageOf(rows, first, (row) => [row.id]);
  }

  /** Exact to 999; 1000 means more. */
  async unread({ actor }: Viewer): Promise<number> {
    return actor.kind === 'staff' ? (await this.database.one<{ count: number }>(COUNT, [actor.id]))!.count : 0;
  }

  async news(viewer: Viewer): Promise<NoticeNews> {
    const unread = await this.unread(viewer);
    const newest = viewer.actor.kind === 'staff' ? await this.database.one<NonNullable<NoticeNews['newest']>>(NEWEST, [viewer.actor.id]) : null;
    return { unread, newest };
  }
}
