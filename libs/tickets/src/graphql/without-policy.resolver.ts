import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DEADLINE_SETTINGS, shownName, StoredPolicyBook } from '@kaiku/deadlines';
import { LIMITS, pageRequest, type Viewer } from '@kaiku/kernel';
import { Allow, CurrentScope, CurrentViewer, type RequestScope } from '@kaiku/platform';
import { TicketTiers } from '../ticket-tiers';
import { WithoutPolicyQueries, type UnpromisedRow } from '../without-policy.queries';
import { TicketRefById } from './ticket.loaders';
import { PolicyMissModel, TicketWithoutPolicyConnectionModel, TicketWithoutPolicyModel } from './without-policy.models';

/** "Why has this ticket no deadline?" */
@Resolver(() => TicketWithoutPolicyModel)
export class WithoutPolicyResolver {
  constructor(
    private readonly unpromised: WithoutPolicyQueries,
    private readonly book: StoredPolicyBook,
    private readonly tiers: TicketTiers,
  ) {}

  @Query(() => TicketWithoutPolicyConnectionModel, { description: 'Open tickets to which no policy promised anything, newest first, and why.' })
  @Allow(DEADLINE_SETTINGS.view)
  async withoutPolicy(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<object> {
    const page = await this.unpromised.page(viewer, pageRequest(first ?? 50, after));
    const total = await this.unpromised.count(viewer);
    const tierOf = await this.tiers.of(...page.nodes.map((ticket) => ticket.customerId));
    return { ...page, nodes: page.nodes.map((ticket) => ({ ...ticket, customerTier: tierOf(ticket.customerId) })), total: Math.min(total, LIMITS.page.count), totalCapped: total > LIMITS.page.count };
  }

  @ResolveField(() => Int, { nullable: true, description: 'Null: not to be seen by the viewer.' })
  async number(@Parent() ticket: UnpromisedRow, @CurrentScope() scope: RequestScope): Promise<number | null> {
    return (await TicketRefById(scope, ticket.id))?.number ?? null;
  }

  @ResolveField(() => [PolicyMissModel], { description: 'Every policy in the order in which they are tried, as it is now.' })
  async policies(@Parent() ticket: UnpromisedRow & { readonly customerTier: string | null }, @CurrentScope() scope: RequestScope): Promise<PolicyMissModel[]> {
    const sheet = await this.book.sheet();
    return sheet.misses(ticket).map(({ policyName, active, unmet }) => ({ name: shownName(scope.locale, policyName), active, unmet }));
  }
}
