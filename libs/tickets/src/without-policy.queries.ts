import { Injectable } from '@nestjs/common';
import { DEADLINE_SETTINGS } from '@kaiku/deadlines';
import { can, isId, LIMITS, pageOf, type Page, type PageRequest, type Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { TicketChannel, TicketKind, TicketPriority } from './ticket.words';
import { OPEN_SQL } from './view.rules';

export interface UnpromisedRow {
  readonly id: string;
  readonly kind: TicketKind;
  readonly channel: TicketChannel;
  readonly priority: TicketPriority;
  readonly language: string;
  readonly tags: readonly string[];
  readonly answerWanted: boolean;
  readonly receivedAt: string;
  readonly customerId: string | null;
}

const UNPROMISED = `t.${OPEN_SQL} AND NOT EXISTS (SELECT FROM deadline d WHERE d.subject_id = t.id)`;
const PAGE = namedQuery('tickets.without-policy', `
  SELECT t.id, t.kind, t.channel, t.priority, t.language, t.tags, t.answer_wanted AS "answerWanted", t.received_at AS "receivedAt", t.customer_id AS "customerId"
  FROM ticket t WHERE ${UNPROMISED} AND ($2::uuid IS NULL OR t.id < $2) ORDER BY t.id DESC LIMIT $1`);
const COUNT = namedQuery('tickets.without-policy-count', `SELECT count(*)::int AS n FROM (SELECT FROM ticket t WHERE ${UNPROMISED} LIMIT ${LIMITS.page.count + 1}) s`);

/** Open tickets to which nothing was ever promised. Only what policies ask for is told of them, to those who look after policies. */
@Injectable()
export class WithoutPolicyQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page(viewer: Viewer, { first, after }: PageRequest): Promise<Page<UnpromisedRow>> {
    if (!can(viewer, DEADLINE_SETTINGS.view)) return { nodes: [], endCursor: null, hasNextPage: false };
    const rows = await this.database.rows<UnpromisedRow & Record<string, unknown>>(PAGE, [first + 1, isId(after?.[0]) ? after[0] : null]);
    return pageOf(rows, first, (row) => [row.id]);
  }

  /** Exact to 999; more is one more. */
  async count(viewer: Viewer): Promise<number> {
    return can(viewer, DEADLINE_SETTINGS.view) ? (await this.database.one<{ n: number }>(COUNT))!.n : 0;
  }
}
