import { Injectable } from '@nestjs/common';
import { can, Clock, Forbidden, InvalidInput, parseInput, viewerOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { SurveyQueries } from '../survey.queries';
import { SURVEY } from '../surveys.permissions';
import { SurveyConflict, SurveyNotFound } from '../surveys.problems';
import { SurveyRepository } from '../versions/survey.repository';
import { ActivateSurveyInput, StopSurveyInput } from '../versions/version.input';
import { checkLogic, checkTexts } from '../versions/version.rules';

/** From now on this version is asked. Refused while one of the survey's languages lacks a text. */
@Injectable()
export class ActivateSurvey {
  constructor(
    private readonly database: Database,
    private readonly surveys: SurveyRepository,
    private readonly queries: SurveyQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ surveyId: string; version: number }> {
    if (!can(actor, SURVEY.manage)) throw new Forbidden(SURVEY.manage);
    const input = parseInput(ActivateSurveyInput, raw);
    return this.database.transaction(async () => {
      const survey = await this.surveys.lock(input.surveyId);
      const version = (await this.queries.versionsByIds(viewerOf(actor), [input.versionId])).get(input.versionId);
      if (!survey || version?.surveyId !== survey.id) throw new SurveyNotFound();
      if (survey.version !== input.expectedVersion) throw new SurveyConflict(survey.version);
      const problems = [...checkLogic(version.questions, version.logic).problems, ...checkTexts(version.questions, version.texts, survey.languages)];
      if (problems.length > 0) throw new InvalidInput(problems);
      const now = this.clock.now();
      await this.surveys.activate(survey.id, version.id, now);
      return { surveyId: survey.id, version: await this.surveys.touch(survey.id, now) };
    });
  }

  /** Nobody is asked any more; links that are out stay good. */
  async stop(actor: Actor, raw: unknown): Promise<{ surveyId: string; version: number }> {
    if (!can(actor, SURVEY.manage)) throw new Forbidden(SURVEY.manage);
    const input = parseInput(StopSurveyInput, raw);
    return this.database.transaction(async () => {
      const survey = await this.surveys.lock(input.surveyId);
      if (!survey) throw new SurveyNotFound();
      if (survey.version !== input.expectedVersion) throw new SurveyConflict(survey.version);
      await this.surveys.stop(survey.id);
      return { surveyId: survey.id, version: await this.surveys.touch(survey.id, this.clock.now()) };
    });
  }
}
