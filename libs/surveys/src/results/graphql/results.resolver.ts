import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { pageRequest, type Viewer } from '@kaiku/kernel';
import { Allow, CommandMutation, CurrentScope, CurrentViewer, resultOf, type RequestScope } from '@kaiku/platform';
import { TicketById, TicketModel } from '@kaiku/tickets';
import { ReviewAnswer } from '../../commands/review-answer';
import { HeldAnswersQueries } from '../held-answers.queries';
import { SURVEY_RESULTS } from '../results.permissions';
import { SurveyAnswerNotFound, SurveyAnswerNotHeld } from '../results.problems';
import { SurveyResultsQueries } from '../results.queries';
import { HeldSurveyAnswerConnectionModel, HeldSurveyAnswerModel, ReviewSurveyAnswerArgs, SurveyCommentModel, SurveyResultsArgs, SurveyResultsModel } from './results.models';

export const ReviewSurveyAnswerResult = resultOf('ReviewSurveyAnswerResult', HeldSurveyAnswerModel, [SurveyAnswerNotFound, SurveyAnswerNotHeld]);

@Resolver(() => SurveyCommentModel)
export class SurveyResultsResolver {
  constructor(
    private readonly results: SurveyResultsQueries,
    private readonly held: HeldAnswersQueries,
    private readonly review: ReviewAnswer,
  ) {}

  @Query(() => SurveyResultsModel, { nullable: true, description: 'What came of a survey’s active version. One filter for who was asked and who answered.' })
  @Allow(SURVEY_RESULTS.view)
  async surveyResults(@CurrentViewer() viewer: Viewer, @Args('input') input: SurveyResultsArgs): Promise<SurveyResultsModel | null> {
    const found = await this.results.results(viewer, input);
    return found && { ...found, questions: found.questions.map((q) => ({ ...q, mean: q.mean?.value ?? null })) };
  }

  @Query(() => [SurveyCommentModel], { description: 'What people wrote, newest first.' })
  @Allow(SURVEY_RESULTS.view)
  async surveyComments(@CurrentViewer() viewer: Viewer, @Args('input') input: SurveyResultsArgs, @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first?: number | null): Promise<SurveyCommentModel[]> {
    return (await this.results.comments(viewer, input, pageRequest(first ?? 50, null).first)).map((c) => ({ ...c, maskedFields: [] }));
  }

  @Query(() => HeldSurveyAnswerConnectionModel, { description: 'Suspicious answers that wait for a look, oldest first.' })
  @Allow(SURVEY_RESULTS.review)
  async heldSurveyAnswers(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<HeldSurveyAnswerConnectionModel> {
    const page = await this.held.page(viewer, pageRequest(first ?? 50, after));
    return { ...page, nodes: page.nodes.map((node) => ({ ...node, maskedFields: [] })) };
  }

  @CommandMutation(ReviewSurveyAnswerResult, 'Says of a held answer that a person gave it, or that none did.')
  @Allow(SURVEY_RESULTS.review)
  async reviewSurveyAnswer(@CurrentScope() scope: RequestScope, @Args('input') input: ReviewSurveyAnswerArgs): Promise<HeldSurveyAnswerModel> {
    const { answerId } = await this.review.run(scope.actor, input);
    const answer = await this.held.byId(scope.viewer, answerId);
    if (!answer) throw new SurveyAnswerNotFound();
    return { ...answer, maskedFields: [] };
  }

  @ResolveField(() => TicketModel, { nullable: true, description: 'The ticket that the answer became. Null: not yet, or not the reader’s to see.' })
  ticket(@Parent() of: SurveyCommentModel, @CurrentScope() scope: RequestScope): Promise<TicketModel | null> | null {
    return of.ticketId ? TicketById(scope, of.ticketId) : null;
  }
}
