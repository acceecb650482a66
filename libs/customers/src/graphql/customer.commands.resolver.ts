import { Args, ID, Resolver } from '@nestjs/graphql';
import { viewerOf, type Actor } from '@kaiku/kernel';
import { Allow, CommandMutation, CurrentActor } from '@kaiku/platform';
import { AddContactPoint } from '../commands/add-contact-point';
import { CreateCustomer } from '../commands/create-customer';
import { RemoveContactPoint } from '../commands/remove-contact-point';
import { UpdateCustomer } from '../commands/update-customer';
import { CustomerQueries } from '../customer.queries';
import { CUSTOMER_PERMISSIONS } from '../customers.permissions';
import { CustomerNotFound } from '../customers.problems';
import { AddContactPointArgs, CreateCustomerArgs, UpdateCustomerArgs } from './customer.inputs';
import { CustomerModel } from './customer.models';
import { AddContactPointResult, CreateCustomerResult, RemoveContactPointResult, UpdateCustomerResult } from './customer.results';

@Resolver(() => CustomerModel)
export class CustomerCommandsResolver {
  constructor(
    private readonly create: CreateCustomer,
    private readonly update: UpdateCustomer,
    private readonly add: AddContactPoint,
    private readonly remove: RemoveContactPoint,
    private readonly customers: CustomerQueries,
  ) {}

  @CommandMutation(CreateCustomerResult)
  @Allow(CUSTOMER_PERMISSIONS.edit)
  async createCustomer(@CurrentActor() actor: Actor, @Args('input') input: CreateCustomerArgs): Promise<CustomerModel> {
    return this.show(actor, await this.create.run(actor, input));
  }

  @CommandMutation(UpdateCustomerResult)
  @Allow(CUSTOMER_PERMISSIONS.edit)
  async updateCustomer(@CurrentActor() actor: Actor, @Args('input') input: UpdateCustomerArgs): Promise<CustomerModel> {
    return this.show(actor, await this.update.run(actor, input));
  }

  @CommandMutation(AddContactPointResult)
  @Allow(CUSTOMER_PERMISSIONS.edit)
  async addContactPoint(@CurrentActor() actor: Actor, @Args('input') input: AddContactPointArgs): Promise<CustomerModel> {
    return this.show(actor, await this.add.run(actor, input));
  }

  @CommandMutation(RemoveContactPointResult)
  @Allow(CUSTOMER_PERMISSIONS.edit)
  async removeContactPoint(@CurrentActor() actor: Actor, @Args('customerId', { type: () => ID }) customerId: string, @Args('contactPointId', { type: () => ID }) contactPointId: string, @Args('reason', { type: () => String }) reason: string): Promise<CustomerModel> {
    return this.show(actor, await this.remove.run(actor, { customerId, contactPointId, reason }));
  }

  private async show(actor: Actor, { customerId }: { customerId: string }): Promise<CustomerModel> {
    const view = await this.customers.get(viewerOf(actor), customerId);
    if (!view) throw new CustomerNotFound();
    return CustomerModel.of(view);
  }
}
