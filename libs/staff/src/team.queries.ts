import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';

export interface TeamRow {
  readonly id: string;
  readonly name: string;
}

const BY_IDS = namedQuery('staff.team-by-ids', 'SELECT id, name FROM team WHERE id = ANY($1)');
const ALL = namedQuery('staff.teams', 'SELECT id, name FROM team ORDER BY name COLLATE "fi-x-icu", id');

/** Reading teams: everybody who works here sees their names. */
@Injectable()
export class TeamQueries {
  constructor(private readonly database: Database) {}

  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, TeamRow>> {
    if (viewer.actor.kind === 'public') return new Map();
    return new Map((await this.database.rows<TeamRow>(BY_IDS, [ids])).map((row) => [row.id, row]));
  }

  async all(viewer: Viewer): Promise<TeamRow[]> {
    return viewer.actor.kind === 'public' ? [] : this.database.rows<TeamRow>(ALL);
  }
}
