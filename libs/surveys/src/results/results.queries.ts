import { Injectable } from '@nestjs/common';
import { can, parseInput, wilson, type Viewer } from '@kaiku/kernel';
import { AccessRecorder, Config, Database, namedQuery } from '@kaiku/platform';
import { sightOf } from '@kaiku/tickets';
import { askedOf, pointOf, type StoredVersion } from '../answers/asked';
import { sampleOf, scoreOf, SCALES, type Sample, type ScaleScore } from '../scores/scale.rules';
import type { Scale } from '../scores/scale.rules';
import type { Score } from '../scores/shares.rules';
import { SurveyResultsInput } from './results.input';
import { SURVEY_RESULTS } from './results.permissions';

export interface QuestionResult extends ScaleScore {
  readonly id: string;
  readonly text: string;
  readonly scale: Scale;
  readonly labels: readonly string[];
  /** How often each point was chosen, lowest first; null while too few answered to show. */
  readonly counts: readonly number[] | null;
}
export interface SurveyResults {
  readonly surveyId: string;
  readonly versionNumber: number | null;
  readonly dispatched: number;
  /** Of these, nobody knows that they arrived. */
  readonly presumed: number;
  readonly bounced: number;
  readonly delivered: number;
  readonly answered: number;
  readonly held: number;
  /** Of answers to the first page, answered of delivered; null of none. Percents. */
  readonly responseRate: Score | null;
  /** Median hours from the mail to the answer; null below five answers. */
  readonly medianHours: number | null;
  readonly skipped: readonly { readonly reason: string; readonly count: number }[];
  readonly questions: readonly QuestionResult[];
}
export interface SurveyComment {
  readonly id: string;
  readonly text: string;
  readonly rating: number | null;
  readonly at: string;
  /** The ticket that the answer became; null until its grace is over. */
  readonly ticketId: string | null;
}

// One filter builds all of them: numerator and denominator are of the same people. Who had the case is read from the snapshot, so that
// what is moved later moves no figure.
const FILTER = `i.survey_id = $1 AND i.version_id = $2 AND i.dispatched_at >= ($3::date)::timestamp AT TIME ZONE $5 AND i.dispatched_at < ($4::date)::timestamp AT TIME ZONE $5
  AND ($6::text IS NULL OR i.snapshot->>'teamId' = $6) AND ($7::text IS NULL OR i.snapshot->>'agentId' = $7) AND ($8::text IS NULL OR i.language = $8)
  AND ($9::text IS NULL OR i.snapshot->>'kind' = $9) AND ($10::text IS NULL OR i.snapshot->>'channel' = $10)`;
const VERSION = namedQuery('surveys.results-version', `SELECT v.id, v.number, v.questions, v.logic, v.texts FROM survey s JOIN survey_version v ON v.id = s.active_version_id WHERE s.id = $1`);
const TOTALS = namedQuery('surveys.results-totals', `
  SELECT count(*)::int AS dispatched, count(*) FILTER (WHERE i.presumed OR i.state = 'unknown')::int AS presumed, count(*) FILTER (WHERE i.bounced_at IS NOT NULL)::int AS bounced,
    count(a.id) FILTER (WHERE i.bounced_at IS NULL)::int AS answered,
    (SELECT count(*)::int FROM survey_answer q JOIN survey_invitation i ON i.id = q.invitation_id WHERE q.status = 'quarantined' AND ${FILTER}) AS held,
    extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY i.answered_at - i.dispatched_at) FILTER (WHERE a.id IS NOT NULL)) / 3600 AS "medianHours"
  FROM survey_invitation i LEFT JOIN survey_answer a ON a.invitation_id = i.id AND a.status = 'accepted' AND a.rating IS NOT NULL WHERE ${FILTER}`);
const COUNTS = namedQuery('surveys.results-counts', `
  SELECT q.key AS question, q.value, count(*)::int AS n FROM survey_invitation i JOIN survey_answer a ON a.invitation_id = i.id AND a.status = 'accepted' CROSS JOIN LATERAL jsonb_each_text(a.answers) q
  WHERE ${FILTER} AND q.key = ANY($11) GROUP BY 1, 2`);
const SKIPPED = namedQuery('surveys.results-skipped', `
  SELECT d.reason, count(*)::int AS count FROM survey_decision d LEFT JOIN ticket t ON t.id = d.ticket_id
  WHERE d.survey_id = $1 AND d.reason <> 'eligible' AND d.at >= ($2::date)::timestamp AT TIME ZONE $4 AND d.at < ($3::date)::timestamp AT TIME ZONE $4 AND ($5::text IS NULL OR t.team_id::text = $5)
  GROUP BY 1 ORDER BY 2 DESC, 1`);
const COMMENTS = namedQuery('surveys.results-comments', `
  SELECT a.id, a.comment AS text, a.rating, a.submitted_at AS at, a.ticket_id AS "ticketId", c.log_key AS "logKey"
  FROM survey_invitation i JOIN survey_answer a ON a.invitation_id = i.id AND a.status = 'accepted' AND a.comment IS NOT NULL JOIN customer c ON c.id = i.customer_id LEFT JOIN ticket t ON t.id = coalesce(a.ticket_id, i.ticket_id)
  WHERE ${FILTER} AND ($11::boolean OR t.team_id = ANY($12::uuid[]) OR t.assignee_id = $13::uuid) ORDER BY a.submitted_at DESC, a.id DESC LIMIT $14`);

/** What came of a survey. Below five answers a figure is not shown, nor is anything that would tell it. */
@Injectable()
export class SurveyResultsQueries {
  constructor(
    private readonly database: Database,
    private readonly recorder: AccessRecorder,
    private readonly config: Config,
  ) {}

  async results(viewer: Viewer, raw: unknown): Promise<SurveyResults | null> {
    if (!can(viewer, SURVEY_RESULTS.view)) return null;
    const input = parseInput(SurveyResultsInput, raw);
    const version = await this.database.one<StoredVersion & { id: string; number: number } & Record<string, unknown>>(VERSION, [input.surveyId]);
    if (!version) return null;
    const language = viewer.actor.kind === 'staff' ? viewer.actor.locale : 'fi';
    const rated = askedOf(version, language, true).questions.filter((q) => q.scale !== null);
    const filter = this.filter(input, version.id);
    const totals = (await this.database.one<{ dispatched: number; presumed: number; bounced: number; answered: number; held: number; medianHours: string | null }>(TOTALS, filter))!;
    const counted = await this.database.rows<{ question: string; value: string; n: number }>(COUNTS, [...filter, rated.map((q) => q.id)]);
    const skipped = await this.database.rows<{ reason: string; count: number }>(SKIPPED, [input.surveyId, input.from, input.to, this.config.timeZone, input.teamId ?? null]);
    const delivered = totals.dispatched - totals.bounced;
    const rate = wilson(totals.answered, delivered);
    return {
      surveyId: input.surveyId, versionNumber: version.number, ...totals, delivered, skipped,
      responseRate: rate && { value: 100 * rate.share, low: 100 * rate.low, high: 100 * rate.high },
      medianHours: totals.medianHours === null || isLittle(sampleOf(totals.answered)) ? null : Number(totals.medianHours),
      questions: rated.map((q) => {
        const scale = q.scale!;
        const counts = countsOf(scale, counted.filter((c) => c.question === q.id));
        const score = scoreOf(scale, counts);
        return { ...score, k: isLittle(score.sample) ? 0 : score.k, id: q.id, text: q.text, scale, labels: q.choices.map((choice) => choice.label), counts: isLittle(score.sample) ? null : counts };
      }),
    };
  }

  /** What people wrote, newest first: of those whose ticket the viewer may see. */
  async comments(viewer: Viewer, raw: unknown, first: number): Promise<readonly SurveyComment[]> {
    const sight = sightOf(viewer);
    if (!can(viewer, SURVEY_RESULTS.view) || !sight) return [];
    const input = parseInput(SurveyResultsInput, raw);
    const version = await this.database.one<{ id: string }>(VERSION, [input.surveyId]);
    if (!version) return [];
    const values = [...this.filter(input, version.id), sight.all, sight.all ? [] : sight.teamIds, sight.all ? null : sight.staffId, first];
    return this.database.recordedRead(() => this.recorder.rows<SurveyComment & { logKey: string | null; [column: string]: unknown }>(viewer, COMMENTS, values, { objectKind: 'survey_answer', mode: 'incidental' }));
  }

  private filter(input: SurveyResultsInput, versionId: string): unknown[] {
    return [input.surveyId, versionId, input.from, input.to, this.config.timeZone, input.teamId ?? null, input.agentId ?? null, input.language ?? null, input.kind ?? null, input.channel ?? null];
  }
}

const isLittle = (sample: Sample): boolean => sample === 'none' || sample === 'hidden';

function countsOf(scale: Scale, rows: readonly { readonly value: string; readonly n: number }[]): number[] {
  const { lowest, highest } = SCALES[scale];
  return Array.from({ length: highest - lowest + 1 }, (_, i) => rows.filter((r) => pointOf(scale, r.value) === lowest + i).reduce((sum, r) => sum + r.n, 0));
}
