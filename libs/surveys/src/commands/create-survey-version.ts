import { Injectable } from '@nestjs/common';
import { can, Clock, Forbidden, InvalidInput, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { SURVEY } from '../surveys.permissions';
import { SurveyConflict, SurveyNotFound } from '../surveys.problems';
import { SurveyRepository } from '../versions/survey.repository';
import { CreateSurveyVersionInput } from '../versions/version.input';
import { checkLogic } from '../versions/version.rules';

/** An edit of a survey: always a new version. What was asked before stays as it was asked. */
@Injectable()
export class CreateSurveyVersion {
  constructor(
    private readonly database: Database,
    private readonly surveys: SurveyRepository,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ surveyId: string; versionId: string; number: number; version: number }> {
    if (!can(actor, SURVEY.manage)) throw new Forbidden(SURVEY.manage);
    const input = parseInput(CreateSurveyVersionInput, raw);
    const { problems } = checkLogic(input.questions, input.logic);
    if (problems.length > 0) throw new InvalidInput(problems);
    return this.database.transaction(async () => {
      const survey = await this.surveys.lock(input.surveyId);
      if (!survey) throw new SurveyNotFound();
      if (survey.version !== input.expectedVersion) throw new SurveyConflict(survey.version);
      const now = this.clock.now();
      const made = await this.surveys.addVersion(survey.id, input, staffIdOf(actor), now);
      return { surveyId: survey.id, versionId: made.id, number: made.number, version: await this.surveys.touch(survey.id, now) };
    });
  }
}
