import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import type { LogicRule, Question, SurveyTexts } from '../survey.words';
import type { SendWindow } from '../window/send-window.rules';

const LOCK = namedQuery('surveys.lock', 'SELECT id, version, languages, state FROM survey WHERE id = $1 FOR UPDATE');
const ADD_VERSION = namedQuery('surveys.add-version', `
  INSERT INTO survey_version (id, survey_id, number, questions, logic, texts, checksum, created_by, created_at)
  SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8 FROM survey_version WHERE survey_id = $2 RETURNING number`);
const TOUCH = namedQuery('surveys.touch', 'UPDATE survey SET version = version + 1, updated_at = $2 WHERE id = $1 RETURNING version');
const ACTIVATE_VERSION = namedQuery('surveys.activate-version', 'UPDATE survey_version SET activated_at = $2 WHERE id = $1 AND activated_at IS NULL');
const ACTIVATE = namedQuery('surveys.activate', `UPDATE survey SET state = 'active', active_version_id = $2 WHERE id = $1`);
const STOP = namedQuery('surveys.stop', `UPDATE survey SET state = 'stopped' WHERE id = $1`);
const SHIP = namedQuery('surveys.ship', `
  INSERT INTO survey (id, key, name, purpose, trigger, legal_mode, send_window, delay_minutes, followup_rules, created_at, updated_at)
  VALUES ($1, $2, $3, 'service_quality', 'ticket_solved', 'service', $4, $5, $6, $7, $7) ON CONFLICT (key) DO NOTHING RETURNING id`);

export interface LockedSurvey {
  readonly id: string;
  readonly version: number;
  readonly languages: readonly ('fi' | 'sv' | 'en')[];
  readonly state: string;
}

export interface Asking {
  readonly questions: readonly Question[];
  readonly logic: readonly LogicRule[];
  readonly texts: Partial<SurveyTexts>;
}

@Injectable()
export class SurveyRepository {
  constructor(private readonly database: Database) {}

  lock(id: string): Promise<LockedSurvey | null> {
    return this.database.one<LockedSurvey & Record<string, unknown>>(LOCK, [id]);
  }
  /** A new version, of the locked survey. */
  async addVersion(surveyId: string, asking: Asking, staffId: string | null, now: Date): Promise<{ id: string; number: number }> {
    const id = newId();
    const parts = [JSON.stringify(asking.questions), JSON.stringify(asking.logic), JSON.stringify(asking.texts)];
    const checksum = createHash('sha256').update(parts.join('\n')).digest();
    const row = (await this.database.one<{ number: number }>(ADD_VERSION, [id, surveyId, ...parts, checksum, staffId, now]))!;
    return { id, number: row.number };
  }
  async touch(id: string, now: Date): Promise<number> {
    return (await this.database.one<{ version: number }>(TOUCH, [id, now]))!.version;
  }
  async activate(id: string, versionId: string, now: Date): Promise<void> {
    await this.database.rows(ACTIVATE_VERSION, [versionId, now]);
    await this.database.rows(ACTIVATE, [id, versionId]);
  }
  async stop(id: string): Promise<void> {
    await this.database.rows(STOP, [id]);
  }
  /** The survey that comes with the desk; null when it is there already. */
  async ship(survey: { key: string; name: string; window: SendWindow; delayMinutes: number; followupRules: unknown }, now: Date): Promise<string | null> {
    const rows = await this.database.rows<{ id: string }>(SHIP, [newId(), survey.key, survey.name, JSON.stringify(survey.window), survey.delayMinutes, JSON.stringify(survey.followupRules), now]);
    return rows[0]?.id ?? null;
  }
}
