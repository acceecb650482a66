import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@kaiku/kernel';
import { Allow, CommandMutation, CurrentScope, CurrentViewer, problemField, resultOf, type RequestScope } from '@kaiku/platform';
import { ActivateSurvey } from '../commands/activate-survey';
import { CancelInvitation } from '../commands/cancel-invitation';
import { CreateSurveyVersion } from '../commands/create-survey-version';
import { SurveyQueries } from '../survey.queries';
import { SURVEY } from '../surveys.permissions';
import { InvitationNotCancellable, SurveyConflict, SurveyNotFound } from '../surveys.problems';
import { VersionsOfSurvey } from './survey.loaders';
import { ActivateSurveyArgs, CancelledInvitationModel, CreateSurveyVersionArgs, StopSurveyArgs, SurveyModel, SurveyVersionModel } from './survey.models';

problemField(SurveyConflict, 'theirs', () => Int);
const CreateSurveyVersionResult = resultOf('CreateSurveyVersionResult', SurveyModel, [SurveyNotFound, SurveyConflict]);
const ActivateSurveyResult = resultOf('ActivateSurveyResult', SurveyModel, [SurveyNotFound, SurveyConflict]);
const StopSurveyResult = resultOf('StopSurveyResult', SurveyModel, [SurveyNotFound, SurveyConflict]);
const CancelSurveyInvitationResult = resultOf('CancelSurveyInvitationResult', CancelledInvitationModel, [InvitationNotCancellable]);

@Resolver(() => SurveyModel)
export class SurveyResolver {
  constructor(
    private readonly surveys: SurveyQueries,
    private readonly versioning: CreateSurveyVersion,
    private readonly activating: ActivateSurvey,
    private readonly cancelling: CancelInvitation,
  ) {}

  @Query(() => [SurveyModel], { name: 'surveys', description: 'All surveys, active ones first.' })
  @Allow(SURVEY.view)
  async all(@CurrentViewer() viewer: Viewer): Promise<SurveyModel[]> {
    return (await this.surveys.all(viewer)).map((view) => SurveyModel.of(view));
  }

  @ResolveField(() => [SurveyVersionModel], { description: 'The newest first.' })
  async versions(@Parent() survey: SurveyModel, @CurrentScope() scope: RequestScope): Promise<SurveyVersionModel[]> {
    return ((await VersionsOfSurvey(scope, survey.id)) ?? []).map((view) => SurveyVersionModel.of(view));
  }

  @CommandMutation(CreateSurveyVersionResult, 'An edit: always a new version. Refused when its rules lead back, nowhere, or past a question for good.')
  @Allow(SURVEY.manage)
  async createSurveyVersion(@CurrentScope() scope: RequestScope, @Args('input') input: CreateSurveyVersionArgs): Promise<SurveyModel> {
    return this.one(scope, (await this.versioning.run(scope.actor, input)).surveyId);
  }

  @CommandMutation(ActivateSurveyResult, 'From now on this version is asked. Refused while one of the survey’s languages lacks a text.')
  @Allow(SURVEY.manage)
  async activateSurvey(@CurrentScope() scope: RequestScope, @Args('input') input: ActivateSurveyArgs): Promise<SurveyModel> {
    return this.one(scope, (await this.activating.run(scope.actor, input)).surveyId);
  }

  @CommandMutation(StopSurveyResult, 'Nobody is asked any more; links that are out stay good.')
  @Allow(SURVEY.manage)
  async stopSurvey(@CurrentScope() scope: RequestScope, @Args('input') input: StopSurveyArgs): Promise<SurveyModel> {
    return this.one(scope, (await this.activating.stop(scope.actor, input)).surveyId);
  }

  @CommandMutation(CancelSurveyInvitationResult, 'Takes back an asking that has not left.')
  @Allow(SURVEY.manage)
  cancelSurveyInvitation(@CurrentScope() scope: RequestScope, @Args('invitationId', { type: () => ID }) invitationId: string): Promise<CancelledInvitationModel> {
    return this.cancelling.run(scope.actor, { invitationId });
  }

  private async one(scope: RequestScope, id: string): Promise<SurveyModel> {
    const view = (await this.surveys.byIds(scope.viewer, [id])).get(id);
    if (!view) throw new SurveyNotFound();
    return SurveyModel.of(view);
  }
}
