import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { LegalMode, LogicRule, Question, SurveyMode, SurveyPurpose, SurveyState, SurveyTexts, SurveyTrigger } from './survey.words';
import type { SendWindow } from './window/send-window.rules';

export interface SurveyView {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly purpose: SurveyPurpose;
  readonly trigger: SurveyTrigger;
  readonly mode: SurveyMode;
  readonly legalMode: LegalMode;
  readonly legalReason: string | null;
  readonly state: SurveyState;
  readonly activeVersionId: string | null;
  /** ISO instants. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly quota: number | null;
  readonly sendWindow: SendWindow;
  readonly delayMinutes: number;
  readonly sampleBp: number;
  readonly dailyCap: number | null;
  readonly minIntervalDays: number;
  readonly exemptReason: string | null;
  readonly reminderAfterDays: number | null;
  readonly expiryDays: number;
  readonly skipOpenComplaint: boolean;
  readonly includeInactiveClosed: boolean;
  readonly languages: readonly ('fi' | 'sv' | 'en')[];
  readonly version: number;
}

export interface SurveyVersionView {
  readonly id: string;
  readonly surveyId: string;
  readonly number: number;
  readonly questions: readonly Question[];
  readonly logic: readonly LogicRule[];
  readonly texts: SurveyTexts;
  readonly createdAt: string;
  readonly activatedAt: string | null;
}

export const SURVEY_COLUMNS = `s.id, s.key, s.name, s.purpose, s.trigger, s.mode, s.legal_mode AS "legalMode", s.legal_reason AS "legalReason", s.state, s.active_version_id AS "activeVersionId",
  s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.quota, s.send_window AS "sendWindow", s.delay_minutes AS "delayMinutes", s.sample_bp AS "sampleBp", s.daily_cap AS "dailyCap",
  s.min_interval_days AS "minIntervalDays", s.exempt_reason AS "exemptReason", s.reminder_after_days AS "reminderAfterDays", s.expiry_days AS "expiryDays",
  s.skip_open_complaint AS "skipOpenComplaint", s.include_inactive_closed AS "includeInactiveClosed", s.languages, s.version`;
const VERSION_COLUMNS = 'id, survey_id AS "surveyId", number, questions, logic, texts, created_at AS "createdAt", activated_at AS "activatedAt"';

const ALL = namedQuery('surveys.all', `SELECT ${SURVEY_COLUMNS} FROM survey s ORDER BY s.state, s.name COLLATE "fi-x-icu", s.id`);
const BY_IDS = namedQuery('surveys.by-ids', `SELECT ${SURVEY_COLUMNS} FROM survey s WHERE s.id = ANY($1::uuid[])`);
const FOR_SOLVED = namedQuery('surveys.for-solved', `SELECT ${SURVEY_COLUMNS} FROM survey s WHERE s.state = 'active' AND s.trigger = 'ticket_solved' ORDER BY s.created_at, s.id`);
const VERSIONS = namedQuery('surveys.versions', `SELECT ${VERSION_COLUMNS} FROM survey_version WHERE survey_id = ANY($1::uuid[]) ORDER BY number DESC`);
const VERSIONS_BY_IDS = namedQuery('surveys.versions-by-ids', `SELECT ${VERSION_COLUMNS} FROM survey_version WHERE id = ANY($1::uuid[])`);

/** Surveys and their versions hold no personal data. */
@Injectable()
export class SurveyQueries {
  constructor(private readonly database: Database) {}

  all(_viewer: Viewer): Promise<SurveyView[]> {
    return this.database.rows<SurveyView & Record<string, unknown>>(ALL);
  }
  async byIds(_viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, SurveyView>> {
    return new Map((await this.database.rows<SurveyView & Record<string, unknown>>(BY_IDS, [ids])).map((row) => [row.id, row]));
  }
  /** Active ones that ask about solved tickets, the oldest first: it gets the person's days. */
  forSolvedTickets(_viewer: Viewer): Promise<SurveyView[]> {
    return this.database.rows<SurveyView & Record<string, unknown>>(FOR_SOLVED);
  }
  /** By survey, the newest first. */
  async versions(_viewer: Viewer, surveyIds: readonly string[]): Promise<ReadonlyMap<string, SurveyVersionView[]>> {
    return Map.groupBy(await this.database.rows<SurveyVersionView & Record<string, unknown>>(VERSIONS, [surveyIds]), (row) => row.surveyId);
  }
  async versionsByIds(_viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, SurveyVersionView>> {
    return new Map((await this.database.rows<SurveyVersionView & Record<string, unknown>>(VERSIONS_BY_IDS, [ids])).map((row) => [row.id, row]));
  }
}
