import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { pageRequest, type Viewer } from '@kaiku/kernel';
import { Allow, CurrentViewer } from '@kaiku/platform';
import { CustomerSearchQueries } from '../customer-search.queries';
import { CustomerQueries } from '../customer.queries';
import { CUSTOMER_PERMISSIONS } from '../customers.permissions';
import { CustomerConnectionModel, CustomerModel } from './customer.models';

@Resolver(() => CustomerModel)
export class CustomerQueriesResolver {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly searching: CustomerSearchQueries,
  ) {}

  @Query(() => CustomerModel, { nullable: true, description: 'Opens one customer; the reading is recorded. Null when unknown.' })
  @Allow(CUSTOMER_PERMISSIONS.view)
  async customer(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<CustomerModel | null> {
    const view = await this.customers.get(viewer, id);
    return view && CustomerModel.of(view);
  }

  @Query(() => CustomerConnectionModel, { name: 'customers', description: 'By name, address, number in any spelling, customer, order or receipt number.' })
  @Allow(CUSTOMER_PERMISSIONS.view)
  async search(@CurrentViewer() viewer: Viewer, @Args('search', { type: () => String }) search: string, @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null, @Args('after', { type: () => String, nullable: true }) after?: string | null): Promise<CustomerConnectionModel> {
    const page = await this.searching.search(viewer, search, pageRequest(first ?? 20, after));
    return { ...page, nodes: page.nodes.map(CustomerModel.of) };
  }
}
