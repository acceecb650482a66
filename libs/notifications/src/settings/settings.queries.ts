import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { allPreferences, type Preference } from './preference.rules';
import { USUAL_QUIET, type QuietHours } from './quiet-hours.rules';

const PREFERENCES = namedQuery('notice.preferences', 'SELECT cause, channel, enabled AS "on" FROM notice_preference WHERE staff_id = $1');
const QUIET = namedQuery('notice.quiet-hours', 'SELECT from_minute AS "fromMinute", to_minute AS "toMinute" FROM quiet_hours WHERE staff_id = $1');

/** The viewer's own settings. */
@Injectable()
export class SettingsQueries {
  constructor(private readonly database: Database) {}

  /** Every cause by every channel; what was not said is as usual. */
  async preferences({ actor }: Viewer): Promise<readonly Preference[]> {
    return actor.kind === 'staff' ? allPreferences(await this.database.rows<Preference & Record<string, unknown>>(PREFERENCES, [actor.id])) : [];
  }

  async quietHours({ actor }: Viewer): Promise<QuietHours> {
    return (actor.kind === 'staff' && (await this.database.one<QuietHours & Record<string, unknown>>(QUIET, [actor.id]))) || USUAL_QUIET;
  }
}
