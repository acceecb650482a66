import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LIMITS, type Viewer } from '@kaiku/kernel';
import { CurrentScope, CurrentViewer, type RequestScope } from '@kaiku/platform';
import { EntryQueries } from '../entry.queries';
import { TicketEntryConnectionModel } from './entry.models';
import { TicketConnectionModel } from './list.models';
import { TicketRefById } from './ticket.loaders';
import { TicketModel, TicketRefModel } from './ticket.models';

/** What stands on a ticket's page beside its row; loaded only when asked for. */
@Resolver(() => TicketModel)
export class TicketFieldsResolver {
  constructor(private readonly timeline: EntryQueries) {}

  @ResolveField(() => TicketEntryConnectionModel, { description: 'Oldest to newest; the newest 50 unless told.' })
  async entries(
    @Parent() ticket: TicketModel,
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('last', { type: () => Int, nullable: true }) last?: number | null,
    @Args('before', { type: () => String, nullable: true }) before?: string | null,
  ): Promise<TicketEntryConnectionModel> {
    const ready = ticket.timeline;
    if (ready && first == null && after == null && before == null && ready.size === (last ?? LIMITS.page.entries)) return TicketEntryConnectionModel.of(ready.page);
    return TicketEntryConnectionModel.of(await this.timeline.page(viewer, ticket.id, { first, after, last, before }, ticket.opened));
  }

  @ResolveField(() => TicketRefModel, { nullable: true, description: 'A hint from a subject number or an unverified thread; never access.' })
  async possiblyBelongsTo(@Parent() ticket: TicketModel, @CurrentScope() scope: RequestScope): Promise<TicketRefModel | null> {
    return ticket.possiblyBelongsToId ? TicketRefById(scope, ticket.possiblyBelongsToId) : null;
  }

  @ResolveField(() => TicketRefModel, { nullable: true, description: 'The ended ticket that this one goes on with.' })
  async followUpOf(@Parent() ticket: TicketModel, @CurrentScope() scope: RequestScope): Promise<TicketRefModel | null> {
    return ticket.followUpOfId ? TicketRefById(scope, ticket.followUpOfId) : null;
  }
}

@Resolver(() => TicketConnectionModel)
export class TicketTotalsResolver {
  @ResolveField(() => Int, { description: 'Exact to 999.' })
  async total(@Parent() connection: TicketConnectionModel): Promise<number> {
    return (await connection.counting()).count;
  }

  @ResolveField(() => Boolean)
  async totalCapped(@Parent() connection: TicketConnectionModel): Promise<boolean> {
    return (await connection.counting()).capped;
  }
}
