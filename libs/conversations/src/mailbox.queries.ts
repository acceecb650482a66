import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';

export interface MailboxRow {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly teamId: string;
  readonly defaultKind: 'feedback' | 'complaint' | 'question' | 'privacy_request';
  readonly language: 'fi' | 'sv' | 'en';
}

const COLUMNS = `id, address, name, team_id AS "teamId", default_kind AS "defaultKind", language`;
const ALL = namedQuery('mailbox.all', `SELECT ${COLUMNS} FROM mailbox WHERE active ORDER BY created_at, id`);
const BY_ID = namedQuery('mailbox.by_id', `SELECT ${COLUMNS} FROM mailbox WHERE id = $1`);

/** Our own addresses; they are no personal data. */
@Injectable()
export class MailboxQueries {
  constructor(private readonly database: Database) {}

  all(_viewer: Viewer): Promise<MailboxRow[]> {
    return this.database.rows<MailboxRow & Record<string, unknown>>(ALL);
  }

  byId(_viewer: Viewer, id: string): Promise<MailboxRow | null> {
    return this.database.one<MailboxRow & Record<string, unknown>>(BY_ID, [id]);
  }

  /** Where answers of a team leave from: its own mailbox in the customer's language, its own, any. */
  async forTeam(viewer: Viewer, teamId: string, language: string): Promise<MailboxRow | null> {
    const all = await this.all(viewer);
    const mine = all.filter((m) => m.teamId === teamId);
    return mine.find((m) => m.language === language) ?? mine[0] ?? all.find((m) => m.language === language) ?? all[0] ?? null;
  }
}
