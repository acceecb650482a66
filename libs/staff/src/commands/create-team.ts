import { Injectable } from '@nestjs/common';
import { Clock, line, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { TeamRepository } from '../team.repository';

export const CreateTeamInput = z.object({ name: line(80) });

/** Makes a team. @returns its id */
@Injectable()
export class CreateTeam {
  constructor(
    private readonly teams: TeamRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(_actor: Actor, raw: unknown): Promise<string> {
    const { name } = parseInput(CreateTeamInput, raw);
    return this.database.transaction(() => this.teams.insert(name, this.clock.now()));
  }
}
