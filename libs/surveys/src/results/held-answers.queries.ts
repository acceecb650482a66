import { Injectable } from '@nestjs/common';
import { can, isId, pageOf, type Page, type PageRequest, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Database, namedQuery } from '@kaiku/platform';
import { sightOf } from '@kaiku/tickets';
import type { QuarantineReason } from '../answers/quarantine.rules';
import { SURVEY_RESULTS } from './results.permissions';

/** An answer that counts in nothing until somebody has looked at it. */
export interface HeldAnswer {
  readonly id: string;
  readonly surveyId: string;
  readonly status: 'quarantined' | 'accepted' | 'rejected' | 'superseded';
  readonly reason: QuarantineReason | null;
  readonly rating: number | null;
  readonly comment: string | null;
  readonly submittedAt: string;
  /** Seconds. */
  readonly sinceDispatch: number | null;
  readonly sinceShown: number | null;
  readonly posts: number | null;
}

const COLUMNS = `a.id, i.survey_id AS "surveyId", a.status, a.signals->>'suspicion' AS reason, a.rating, a.comment, a.submitted_at AS "submittedAt", (a.signals->>'sinceDispatch')::float8 AS "sinceDispatch",
  (a.signals->>'sinceShown')::float8 AS "sinceShown", (a.signals->>'posts')::int AS posts, c.log_key AS "logKey"`;
const SEEN = `($1::boolean OR t.team_id = ANY($2::uuid[]) OR t.assignee_id = $3::uuid)`;
const FROM = `survey_answer a JOIN survey_invitation i ON i.id = a.invitation_id JOIN customer c ON c.id = i.customer_id LEFT JOIN ticket t ON t.id = i.ticket_id`;
const PAGE = namedQuery('surveys.held-answers', `
  SELECT ${COLUMNS} FROM ${FROM} WHERE a.status = 'quarantined' AND ${SEEN} AND ($4::timestamptz IS NULL OR (a.submitted_at, a.id) > ($4, $5::uuid)) ORDER BY a.submitted_at, a.id LIMIT $6`);
const BY_ID = namedQuery('surveys.held-answer', `SELECT ${COLUMNS} FROM ${FROM} WHERE ${SEEN} AND a.id = $4`);

type Row = HeldAnswer & { readonly logKey: string | null; readonly [column: string]: unknown };

@Injectable()
export class HeldAnswersQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
  ) {}

  /** Oldest first. */
  async page(viewer: Viewer, { first, after }: PageRequest): Promise<Page<HeldAnswer>> {
    const seen = this.seen(viewer);
    if (!seen) return { nodes: [], endCursor: null, hasNextPage: false };
    const rows = await this.database.recordedRead(() => this.recorder.rows<Row>(viewer, PAGE, [...seen, after?.[0] ?? null, after?.[1] ?? null, first + 1], { objectKind: 'survey_answer', mode: 'incidental', first }));
    return pageOf(rows, first, (row) => [row.submittedAt, row.id]);
  }

  async byId(viewer: Viewer, id: string): Promise<HeldAnswer | null> {
    const seen = this.seen(viewer);
    if (!seen || !isId(id)) return null;
    return (await this.database.recordedRead(() => this.recorder.rows<Row>(viewer, BY_ID, [...seen, id], { objectKind: 'survey_answer', mode: 'deliberate' })))[0] ?? null;
  }

  private seen(viewer: Viewer): readonly [boolean, readonly string[], string | null] | null {
    const sight = sightOf(viewer);
    if (!sight || !can(viewer, SURVEY_RESULTS.review)) return null;
    return sight.all ? [true, [], null] : [false, sight.teamIds, sight.staffId];
  }
}
