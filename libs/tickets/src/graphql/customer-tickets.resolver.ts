import { Args, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CustomerModel, ReceiptModel, ReceiptQueries, type ReceiptView } from '@kaiku/customers';
import { pageRequest, type Viewer } from '@kaiku/kernel';
import { CurrentViewer } from '@kaiku/platform';
import { TicketFilterQueries } from '../ticket-filter.queries';
import { TicketQueries } from '../ticket.queries';
import { TicketConnectionModel } from './list.models';

/** What tickets add to a customer: the higher library adds the field. */
@Resolver(() => CustomerModel)
export class CustomerTicketsResolver {
  constructor(
    private readonly filters: TicketFilterQueries,
    private readonly tickets: TicketQueries,
    private readonly receipts: ReceiptQueries,
  ) {}

  @ResolveField(() => TicketConnectionModel, { name: 'tickets', description: 'Those the reader sees, newest first.' })
  async ofCustomer(
    @Parent() customer: CustomerModel,
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 10 }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<TicketConnectionModel> {
    const filter = { customerId: customer.id };
    return TicketConnectionModel.of(await this.filters.page(viewer, filter, pageRequest(first ?? 10, after)), () => this.filters.count(viewer, filter));
  }

  @ResolveField(() => [ReceiptModel], { description: 'Purchases tied to a ticket of this customer by its order number.' })
  async receiptsOfTicket(@Parent() customer: CustomerModel, @CurrentViewer() viewer: Viewer, @Args('ticketId', { type: () => ID }) ticketId: string): Promise<readonly ReceiptView[]> {
    const ticket = (await this.tickets.byIds(viewer, [ticketId])).get(ticketId);
    if (!ticket?.orderNumber || ticket.customerId !== customer.id) return [];
    return this.receipts.receiptsByOrder(viewer, customer.id, ticket.orderNumber);
  }
}
