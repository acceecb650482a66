import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { pageRequest, type Viewer } from '@kaiku/kernel';
import { Allow, CurrentScope, CurrentViewer, type RequestScope } from '@kaiku/platform';
import { TicketById, TicketModel } from '@kaiku/tickets';
import { ReplyTimesQueries } from '../reply-times/reply-times.queries';
import { REPORT } from '../reports.permissions';
import { ReplyTimeCasesArgs, ReplyTimesArgs } from './reply-times.inputs';
import { ReplyTimeCaseConnectionModel, ReplyTimeCaseModel, ReplyTimesReportModel } from './reply-times.models';

@Resolver(() => ReplyTimeCaseModel)
export class ReplyTimesResolver {
  constructor(private readonly reports: ReplyTimesQueries) {}

  @Query(() => ReplyTimesReportModel, { nullable: true, description: 'How fast customers are answered. Local days of the site.' })
  @Allow(REPORT.view)
  replyTimes(@CurrentViewer() viewer: Viewer, @Args('input') input: ReplyTimesArgs): Promise<ReplyTimesReportModel | null> {
    return this.reports.report(viewer, input);
  }

  @Query(() => ReplyTimeCaseConnectionModel, { description: 'Exactly the cases that a figure of replyTimes counts, oldest first.' })
  @Allow(REPORT.view)
  async replyTimeCases(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ReplyTimeCasesArgs,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<ReplyTimeCaseConnectionModel> {
    return ReplyTimeCaseConnectionModel.of(await this.reports.cases(viewer, input, pageRequest(first ?? 50, after)));
  }

  @ResolveField(() => TicketModel, { nullable: true, description: 'Null: not the reader\'s to see.' })
  ticket(@Parent() of: ReplyTimeCaseModel, @CurrentScope() scope: RequestScope): Promise<TicketModel | null> {
    return TicketById(scope, of.ticketId);
  }
}
