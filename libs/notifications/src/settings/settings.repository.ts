import { Injectable } from '@nestjs/common';
import { Database, namedQuery } from '@kaiku/platform';
import type { Preference } from './preference.rules';
import type { QuietHours } from './quiet-hours.rules';

const PREFER = namedQuery('notice.prefer', `
  INSERT INTO notice_preference (staff_id, cause, channel, enabled) VALUES ($1, $2, $3, $4) ON CONFLICT (staff_id, cause, channel) DO UPDATE SET enabled = excluded.enabled`);
const QUIET = namedQuery('notice.quiet', `
  INSERT INTO quiet_hours (staff_id, from_minute, to_minute) VALUES ($1, $2, $3) ON CONFLICT (staff_id) DO UPDATE SET from_minute = excluded.from_minute, to_minute = excluded.to_minute`);

/** How somebody wants to be told. */
@Injectable()
export class SettingsRepository {
  constructor(private readonly database: Database) {}

  async prefer(staffId: string, { cause, channel, on }: Preference): Promise<void> {
    await this.database.rows(PREFER, [staffId, cause, channel, on]);
  }
  async quiet(staffId: string, { fromMinute, toMinute }: QuietHours): Promise<void> {
    await this.database.rows(QUIET, [staffId, fromMinute, toMinute]);
  }
}
