import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import { backOffUntil } from './dispatch.rules';

const OPEN = namedQuery('surveys.provider-open', `SELECT paused_at IS NULL AND (back_off_until IS NULL OR back_off_until <= $2) AS open FROM survey_provider WHERE name = $1`);
const FAILED = namedQuery('surveys.provider-failed', `
  INSERT INTO survey_provider (name, failures) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET failures = survey_provider.failures + 1 RETURNING failures`);
const REST = namedQuery('surveys.provider-rest', `UPDATE survey_provider SET back_off_until = $2 WHERE name = $1`);
const WORKED = namedQuery('surveys.provider-worked', `UPDATE survey_provider SET failures = 0, back_off_until = NULL WHERE name = $1 AND (failures > 0 OR back_off_until IS NOT NULL)`);
const PAUSE = namedQuery('surveys.provider-pause', `
  INSERT INTO survey_provider (name, paused_reason, paused_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET paused_reason = $2, paused_at = coalesce(survey_provider.paused_at, $3)`);
const RESUME = namedQuery('surveys.provider-resume', `UPDATE survey_provider SET paused_reason = NULL, paused_at = NULL, failures = 0, back_off_until = NULL WHERE name = $1 RETURNING name`);
const STATE = namedQuery('surveys.provider-state', `SELECT paused_reason AS "pausedReason", paused_at AS "pausedAt", back_off_until AS "backOffUntil" FROM survey_provider WHERE name = $1`);

export const DEFAULT_PROVIDER = 'default';

/** Whether a provider takes survey mail now. */
@Injectable()
export class ProviderRepository {
  constructor(private readonly database: Database) {}

  async open(name: string, now: Date): Promise<boolean> {
    return (await this.database.one<{ open: boolean }>(OPEN, [name, now]))?.open ?? true;
  }
  /** It wants to be left alone: each time in a row for twice as long. */
  failed(name: string, now: Date): Promise<void> {
    return this.database.transaction(async () => {
      const { failures } = (await this.database.one<{ failures: number }>(FAILED, [name]))!;
      await this.database.rows(REST, [name, backOffUntil(failures, now)]);
    });
  }
  async worked(name: string): Promise<void> {
    await this.database.transaction(() => this.database.rows(WORKED, [name]));
  }
  /** Until a person says go on. */
  async pause(name: string, reason: string, now: Date): Promise<void> {
    await this.database.rows(PAUSE, [name, reason, now]);
  }
  async resume(name: string): Promise<boolean> {
    return (await this.database.rows(RESUME, [name])).length === 1;
  }
  state(name: string): Promise<{ pausedReason: string | null; pausedAt: string | null; backOffUntil: string | null } | null> {
    return this.database.one(STATE, [name]);
  }
}
