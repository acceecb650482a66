import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChangeSampleModel } from '@kaiku/deadlines';
import { CurrentScope, type RequestScope } from '@kaiku/platform';
import { TicketRefById } from './ticket.loaders';

/** The ticket whose clock would move, for those who may see it. */
@Resolver(() => ChangeSampleModel)
export class ChangeSampleResolver {
  @ResolveField(() => Int, { nullable: true, description: 'Null: not to be seen by the viewer.' })
  async ticketNumber(@Parent() sample: ChangeSampleModel, @CurrentScope() scope: RequestScope): Promise<number | null> {
    return (await TicketRefById(scope, sample.subjectId))?.number ?? null;
  }
}
