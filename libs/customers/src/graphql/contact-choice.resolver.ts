import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { viewerOf, type Actor } from '@kaiku/kernel';
import { Allow, CommandMutation, CurrentActor, CurrentScope, type RequestScope } from '@kaiku/platform';
import { GiveConsent } from '../contact/commands/give-consent';
import { LiftRestriction } from '../contact/commands/lift-restriction';
import { LiftSuppression } from '../contact/commands/lift-suppression';
import { ObjectToContact } from '../contact/commands/object-to-contact';
import { RestrictProcessing } from '../contact/commands/restrict-processing';
import { SuppressAddress } from '../contact/commands/suppress-address';
import { WithdrawConsent } from '../contact/commands/withdraw-consent';
import { WithdrawObjection } from '../contact/commands/withdraw-objection';
import { CustomerQueries } from '../customer.queries';
import { CUSTOMER_PERMISSIONS } from '../customers.permissions';
import { CustomerNotFound } from '../customers.problems';
import { ConsentArgs, LiftRestrictionArgs, LiftSuppressionArgs, ObjectToContactArgs, RestrictProcessingArgs, SuppressAddressArgs, WithdrawObjectionArgs } from './contact-choice.inputs';
import { ContactChoicesModel } from './contact-choice.models';
import { GiveConsentResult, LiftRestrictionResult, LiftSuppressionResult, ObjectToContactResult, RestrictProcessingResult, SuppressAddressResult, WithdrawConsentResult, WithdrawObjectionResult } from './contact-choice.results';
import { ChoicesByCustomer } from './customer.loaders';
import { CustomerModel } from './customer.models';

/** What a customer wants to get: read beside the customer, and written down as they say it. */
@Resolver(() => CustomerModel)
export class ContactChoiceResolver {
  constructor(
    private readonly give: GiveConsent,
    private readonly withdraw: WithdrawConsent,
    private readonly object: ObjectToContact,
    private readonly takeBack: WithdrawObjection,
    private readonly restrict: RestrictProcessing,
    private readonly lift: LiftRestriction,
    private readonly suppress: SuppressAddress,
    private readonly release: LiftSuppression,
    private readonly customers: CustomerQueries,
  ) {}

  @ResolveField(() => ContactChoicesModel, { nullable: true })
  async contactChoices(@Parent() customer: CustomerModel, @CurrentScope() scope: RequestScope): Promise<ContactChoicesModel | null> {
    const view = await ChoicesByCustomer(scope, customer.id);
    return view ? ContactChoicesModel.of(view) : null;
  }

  @CommandMutation(GiveConsentResult)
  @Allow(CUSTOMER_PERMISSIONS.recordChoices)
  async giveConsent(@CurrentActor() actor: Actor, @Args('input') input: ConsentArgs): Promise<CustomerModel> {
    return this.show(actor, await this.give.run(actor, input));
  }

  @CommandMutation(WithdrawConsentResult)
  @Allow(CUSTOMER_PERMISSIONS.recordChoices)
  async withdrawConsent(@CurrentActor() actor: Actor, @Args('input') input: ConsentArgs): Promise<CustomerModel> {
    return this.show(actor, await this.withdraw.run(actor, input));
  }

  @CommandMutation(ObjectToContactResult)
  @Allow(CUSTOMER_PERMISSIONS.recordChoices)
  async objectToContact(@CurrentActor() actor: Actor, @Args('input') input: ObjectToContactArgs): Promise<CustomerModel> {
    return this.show(actor, await this.object.run(actor, input));
  }

  @CommandMutation(WithdrawObjectionResult)
  @Allow(CUSTOMER_PERMISSIONS.recordChoices)
  async withdrawObjection(@CurrentActor() actor: Actor, @Args('input') input: WithdrawObjectionArgs): Promise<CustomerModel> {
    return this.show(actor, await this.takeBack.run(actor, input));
  }

  @CommandMutation(RestrictProcessingResult)
  @Allow(CUSTOMER_PERMISSIONS.restrict)
  async restrictProcessing(@CurrentActor() actor: Actor, @Args('input') input: RestrictProcessingArgs): Promise<CustomerModel> {
    return this.show(actor, await this.restrict.run(actor, input));
  }

  @CommandMutation(LiftRestrictionResult)
  @Allow(CUSTOMER_PERMISSIONS.restrict)
  async liftRestriction(@CurrentActor() actor: Actor, @Args('input') input: LiftRestrictionArgs): Promise<CustomerModel> {
    return this.show(actor, await this.lift.run(actor, input));
  }

  @CommandMutation(SuppressAddressResult)
  @Allow(CUSTOMER_PERMISSIONS.suppress)
  async suppressAddress(@CurrentActor() actor: Actor, @Args('input') input: SuppressAddressArgs): Promise<CustomerModel> {
    await this.suppress.run(actor, input);
    return this.show(actor, input);
  }

  @CommandMutation(LiftSuppressionResult)
  @Allow(CUSTOMER_PERMISSIONS.suppress)
  async liftSuppression(@CurrentActor() actor: Actor, @Args('input') input: LiftSuppressionArgs): Promise<CustomerModel> {
    return this.show(actor, await this.release.run(actor, input));
  }

  private async show(actor: Actor, { customerId }: { customerId: string }): Promise<CustomerModel> {
    const view = await this.customers.get(viewerOf(actor), customerId);
    if (!view) throw new CustomerNotFound();
    return CustomerModel.of(view);
  }
}
