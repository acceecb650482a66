import { Injectable } from '@nestjs/common';
import { InvalidInput, newId } from '@kaiku/kernel';
import { Database, namedQuery } from '@kaiku/platform';
import { TeamNotFound } from './staff.problems';

const INSERT = namedQuery('staff.team-insert', 'INSERT INTO team (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING RETURNING id');
const COUNT = namedQuery('staff.team-count', 'SELECT count(*)::int AS n FROM team WHERE id = ANY($1)');
const ANY = namedQuery('staff.team-any', 'SELECT EXISTS (SELECT FROM team) AS "some"');

/** Teams for change; inside a transaction. */
@Injectable()
export class TeamRepository {
  constructor(private readonly database: Database) {}

  /** Throws {@link InvalidInput} when the name is taken. */
  async insert(name: string, at: Date): Promise<string> {
    const made = await this.database.one<{ id: string }>(INSERT, [newId(), name, at]);
    if (!made) throw new InvalidInput([{ path: 'name', code: 'team_name_taken' }]);
    return made.id;
  }

  async assertExist(ids: readonly string[]): Promise<void> {
    const found = await this.database.one<{ n: number }>(COUNT, [ids]);
    if (found!.n !== ids.length) throw new TeamNotFound();
  }

  async any(): Promise<boolean> {
    return (await this.database.one<{ some: boolean }>(ANY))!.some;
  }
}
