import { Injectable } from '@nestjs/common';
import { can, Clock, InvalidInput, isId, pageOf, type Page, type PageRequest, type Viewer } from '@kaiku/kernel';
import { fold, PolicyBook, type ClockEvent } from '@kaiku/deadlines';
import { Config, Database, namedQuery, type NamedQuery } from '@kaiku/platform';
import { REPORT } from '../reports.permissions';
import { casesInput, replyTimesInput, type Figure, type ReplyTimesInput } from './reply-times.input';
import { assemble, type CurveRow, type FigureRow, type ReplyTimesReport } from './reply-times.rules';
import { ARRIVED_COUNTS, CURVES, casesCountSql, casesSql, DUE_COUNTS, WAITING, WAITING_OF } from './reply-times.sql';

// Without names: Postgres plans each for its very period.
const fresh = (text: string): NamedQuery => ({ name: '', text });
const WORK_OF = namedQuery('reports.waiting-of', WAITING_OF);
const NAMES = namedQuery('reports.team-names', 'SELECT id, name FROM team WHERE id = ANY($1::uuid[])');

/** One running or ended promise behind a figure; instants are ISO text, durations milliseconds. */
export interface ReplyCase {
  readonly id: string;
  readonly ticketId: string;
  readonly state: string;
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly stoppedAt: string | null;
  readonly workMs: number;
  readonly calendarMs: number;
}
type CaseRow = ReplyCase & { readonly at: string; readonly [column: string]: unknown };
const caseKey = (row: Pick<CaseRow, 'at' | 'id'>): readonly string[] => [row.at, row.id];

export interface ReplyCases extends Page<ReplyCase> {
  readonly totalCount: number;
}

/** How fast customers are answered, over the deadline cycles. Nobody without the permission has any figure. */
@Injectable()
export class ReplyTimesQueries {
  constructor(
    private readonly database: Database,
    private readonly book: PolicyBook,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** All figures of one metric and period, as of now; they fit one another, since they are read from one snapshot. */
  async report(viewer: Viewer, raw: unknown): Promise<ReplyTimesReport | null> {
    const input = replyTimesInput(raw);
    if (!can(viewer, REPORT.view)) return null;
    const now = this.clock.now();
    const values = valuesOf(input, now);
    return this.database.recordedRead(async () => {
      const due = await this.database.rows<FigureRow & Record<string, unknown>>(fresh(DUE_COUNTS), values);
      const arrived = await this.database.rows<FigureRow & Record<string, unknown>>(fresh(ARRIVED_COUNTS), values);
      const waiting = await this.workOf(fresh(WAITING), values, now);
      const curves = await this.database.rows<CurveRow & Record<string, unknown>>(fresh(CURVES), [...values, waiting.map((w) => w.id), waiting.map((w) => w.workMs)]);
      const teamIds = [...new Set([...due, ...arrived].flatMap((row) => (row.dim === 'team' ? row.key : [])))];
      const names = new Map((await this.database.rows<{ id: string; name: string }>(NAMES, [teamIds])).map((team) => [team.id, team.name]));
      return assemble(input, { zone: this.config.timeZone, now, due, arrived, curves, teamName: (id) => names.get(id) ?? id });
    }, 'fresh');
  }

  /** The cases that one figure counts, oldest first, and how many they are in all. */
  async cases(viewer: Viewer, raw: unknown, page: PageRequest): Promise<ReplyCases> {
    const { of, day } = casesInput(raw);
    if (!can(viewer, REPORT.view)) return { ...pageOf<ReplyCase>([], page.first, () => []), totalCount: 0 };
    const after = keyOf(page.after);
    const now = this.clock.now();
    const values = [...valuesOf(of, now), day];
    return this.database.recordedRead(async () => {
      const rows = await this.database.rows<CaseRow>(fresh(casesSql(of.figure)), [...values, after?.[0] ?? null, after?.[1] ?? null, page.first + 1]);
      const { count } = (await this.database.one<{ count: number }>(fresh(casesCountSql(of.figure)), values))!;
      const found = pageOf(rows, page.first, caseKey);
      const work = new Map((await this.workOf(WORK_OF, [found.nodes.map((c) => c.id)], now)).map(({ id, workMs }) => [id, workMs]));
      return { ...found, nodes: found.nodes.map((c) => ({ ...c, workMs: work.get(c.id) ?? c.workMs })), totalCount: count };
    }, 'fresh');
  }

  /** Working time gone by for each that still waits. */
  private async workOf(waiting: NamedQuery, values: readonly unknown[], now: Date): Promise<readonly { id: string; workMs: number }[]> {
    const rows = await this.database.rows<{ id: string; events: readonly ClockEvent[] | null }>(waiting, values);
    if (rows.length === 0) return [];
    const sheet = await this.book.sheet();
    return rows.map(({ id, events }) => ({ id, workMs: fold(events ?? [], (version) => sheet.calendar(version)!, now.getTime()).usedMs }));
  }
}

const valuesOf = (input: ReplyTimesInput, now: Date): readonly unknown[] => [input.metric, input.from, input.to, input.teamId ?? null, input.kind ?? null, now];

function keyOf(after: PageRequest['after']): readonly [string, string] | null {
  if (!after) return null;
  const [at, id] = after;
  if (!isId(id) || typeof at !== 'string' || !/^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z$/.test(at)) throw new InvalidInput([{ path: 'after', code: 'bad_cursor' }]);
  return [at, id];
}

export type { Figure };
