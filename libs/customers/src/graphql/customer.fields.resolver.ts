import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { pageRequest, type Viewer } from '@kaiku/kernel';
import { CurrentScope, CurrentViewer, type RequestScope } from '@kaiku/platform';
import { CustomerHistoryQueries } from '../customer-history.queries';
import { ReceiptQueries, type ReceiptView } from '../receipt.queries';
import type { ContactPointView, LoyaltyView, PetView } from '../customer.views';
import { DetailsByCustomer } from './customer.loaders';
import { ContactPointModel, CustomerModel, FieldChangeConnectionModel, LoyaltyModel, PetModel, ReceiptModel } from './customer.models';

/** What stands beside a customer's name; loaded only when asked for. */
@Resolver(() => CustomerModel)
export class CustomerFieldsResolver {
  constructor(
    private readonly receiptQueries: ReceiptQueries,
    private readonly changes: CustomerHistoryQueries,
  ) {}

  @ResolveField(() => [ContactPointModel])
  async contactPoints(@Parent() customer: CustomerModel, @CurrentScope() scope: RequestScope): Promise<readonly ContactPointView[]> {
    return (await DetailsByCustomer(scope, customer.id))?.contactPoints ?? [];
  }

  @ResolveField(() => LoyaltyModel, { nullable: true })
  async loyalty(@Parent() customer: CustomerModel, @CurrentScope() scope: RequestScope): Promise<LoyaltyView | null> {
    return (await DetailsByCustomer(scope, customer.id))?.loyalty ?? null;
  }

  @ResolveField(() => [PetModel])
  async pets(@Parent() customer: CustomerModel, @CurrentScope() scope: RequestScope): Promise<readonly PetView[]> {
    return (await DetailsByCustomer(scope, customer.id))?.pets ?? [];
  }

  @ResolveField(() => [ReceiptModel], { description: 'All purchases; the reason is kept in the read log.' })
  receipts(@Parent() customer: CustomerModel, @CurrentViewer() viewer: Viewer, @Args('reason', { type: () => String }) reason: string): Promise<readonly ReceiptView[]> {
    return this.receiptQueries.receiptsOf(viewer, customer.id, reason);
  }

  @ResolveField(() => FieldChangeConnectionModel, { description: 'What was changed of this customer, newest first.' })
  history(@Parent() customer: CustomerModel, @CurrentViewer() viewer: Viewer, @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null, @Args('after', { type: () => String, nullable: true }) after?: string | null): Promise<FieldChangeConnectionModel> {
    return this.changes.history(viewer, customer.id, pageRequest(first ?? 20, after));
  }
}
