import { Args, ID, Info, Int, Query, Resolver } from '@nestjs/graphql';
import { InvalidInput, LIMITS, pageRequest, type Viewer } from '@kaiku/kernel';
import { Allow, CurrentViewer } from '@kaiku/platform';
import { TicketFilterQueries } from '../ticket-filter.queries';
import type { GraphQLResolveInfo } from 'graphql';
import { capped, TicketViewQueries } from '../ticket-view.queries';
import { TicketQueries } from '../ticket.queries';
import { TICKET } from '../tickets.permissions';
import { View } from '../view.rules';
import { TicketConnectionModel, ViewCountModel, ViewIndexModel } from './list.models';
import { newestAsked } from './newest-asked';
import { TicketFilterArgs } from './ticket.inputs';
import { TicketModel } from './ticket.models';

@Resolver(() => TicketModel)
export class TicketQueriesResolver {
  constructor(
    private readonly one: TicketQueries,
    private readonly views: TicketViewQueries,
    private readonly filters: TicketFilterQueries,
  ) {}

  @Query(() => TicketModel, { nullable: true, description: 'Opens one ticket; the reading is recorded. Null: unknown, or not yours to see.' })
  @Allow(TICKET.view)
  async ticket(
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
    @Args('id', { type: () => ID, nullable: true }) id?: string | null,
    @Args('number', { type: () => Int, nullable: true }) number?: number | null,
  ): Promise<TicketModel | null> {
    if ((id == null) === (number == null)) throw oneOf('id', 'number');
    const key = id != null ? { id } : { number: number! };
    const size = newestAsked(info);
    if (size === null) {
      const view = await this.one.get(viewer, key);
      return view && TicketModel.of(view);
    }
    const found = await this.one.open(viewer, key, size);
    if (!found) return null;
    const { ticket, timeline, deadlines, added } = found;
    return Object.assign(TicketModel.of(ticket), { timeline: { size, page: timeline }, deadlineFacts: deadlines, added });
  }

  @Query(() => TicketConnectionModel, { description: 'A view in the order of the queue, a filter newest first, or tickets by number in the order given.' })
  @Allow(TICKET.view)
  async tickets(
    @CurrentViewer() viewer: Viewer,
    @Args('view', { type: () => View, nullable: true }) view?: View | null,
    @Args('filter', { type: () => TicketFilterArgs, nullable: true }) filter?: TicketFilterArgs | null,
    @Args('numbers', { type: () => [Int], nullable: true }) numbers?: number[] | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<TicketConnectionModel> {
    if ([view, filter, numbers].filter((given) => given != null).length > 1) throw oneOf('view', 'filter', 'numbers');
    if (numbers) {
      if (numbers.length > LIMITS.page.max) throw new InvalidInput([{ path: 'numbers', code: 'too_big', params: { maximum: LIMITS.page.max } }]);
      const nodes = await this.one.byNumbers(viewer, numbers);
      return TicketConnectionModel.of({ nodes, endCursor: null, hasNextPage: false }, async () => capped(nodes.length));
    }
    const page = pageRequest(first ?? 50, after);
    if (view) return TicketConnectionModel.of(await this.views.page(viewer, view, page), async () => (await this.views.counts(viewer, [view])).get(view)!);
    return TicketConnectionModel.of(await this.filters.page(viewer, filter ?? {}, page), () => this.filters.count(viewer, filter ?? {}));
  }

  @Query(() => ViewIndexModel)
  @Allow(TICKET.view)
  viewIndex(
    @CurrentViewer() viewer: Viewer,
    @Args('view', { type: () => View }) view: View,
    @Args('first', { type: () => Int, nullable: true, defaultValue: LIMITS.page.index }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<ViewIndexModel> {
    return this.views.index(viewer, view, pageRequest(first ?? LIMITS.page.index, after, LIMITS.page.index));
  }

  @Query(() => [ViewCountModel])
  @Allow(TICKET.view)
  async viewCounts(@CurrentViewer() viewer: Viewer): Promise<ViewCountModel[]> {
    return [...(await this.views.counts(viewer))].map(([view, { count, capped: cut }]) => ({ view, count, capped: cut }));
  }
}

const oneOf = (...names: string[]): InvalidInput => new InvalidInput([{ path: names[0]!, code: 'one_of', params: { names: names.join(', ') } }]);
