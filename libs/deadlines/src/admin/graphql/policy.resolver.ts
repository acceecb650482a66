import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@kaiku/kernel';
import { Allow, CommandMutation, CurrentScope, CurrentViewer, type RequestScope } from '@kaiku/platform';
import { StaffById, StaffMemberModel, type StaffRow } from '@kaiku/staff';
import type { ReminderStep } from '../../policy';
import { CreatePolicy } from '../commands/create-policy';
import { CreateReminderPlan } from '../commands/create-reminder-plan';
import { OrderPolicies } from '../commands/order-policies';
import { SavePolicy } from '../commands/save-policy';
import { SaveReminderPlan } from '../commands/save-reminder-plan';
import { SetPolicyActive } from '../commands/set-policy-active';
import { DEADLINE_SETTINGS } from '../settings.permissions';
import { SettingsQueries, type PolicyRow, type ReminderPlanRow, type VersionRow } from '../settings.queries';
import { shownName } from '../shipped-names';
import { CreatePolicyArgs, CreateReminderPlanArgs, OrderPoliciesArgs, SavePolicyArgs, SaveReminderPlanArgs, SetPolicyActiveArgs } from './settings.inputs';
import { OpenOfPolicy, PlanById, PolicyById, VersionsOfPolicy } from './settings.loaders';
import { DeadlinePolicyModel, PolicyVersionModel, ReminderPlanModel, ReminderStepModel } from './settings.models';
import { CreatePolicyResult, CreateReminderPlanResult, OrderPoliciesResult, SavePolicyResult, SaveReminderPlanResult, SetPolicyActiveResult } from './settings.results';

@Resolver(() => DeadlinePolicyModel)
export class PolicyResolver {
  constructor(
    private readonly settings: SettingsQueries,
    private readonly creating: CreatePolicy,
    private readonly saving: SavePolicy,
    private readonly switching: SetPolicyActive,
    private readonly ordering: OrderPolicies,
  ) {}

  @Query(() => [DeadlinePolicyModel], { name: 'deadlinePolicies' })
  @Allow(DEADLINE_SETTINGS.view)
  deadlinePolicies(@CurrentViewer() viewer: Viewer): Promise<PolicyRow[]> {
    return this.settings.policies(viewer);
  }

  @ResolveField(() => String)
  name(@Parent() policy: PolicyRow, @CurrentScope() scope: RequestScope): string {
    return shownName(scope.locale, policy.name);
  }

  @ResolveField(() => [PolicyVersionModel])
  async versions(@Parent() policy: PolicyRow, @CurrentScope() scope: RequestScope): Promise<readonly VersionRow[]> {
    return (await VersionsOfPolicy(scope, policy.id)) ?? [];
  }

  @ResolveField(() => Int, { description: 'Clocks that go by it now.' })
  async openDeadlines(@Parent() policy: PolicyRow, @CurrentScope() scope: RequestScope): Promise<number> {
    return (await OpenOfPolicy(scope, policy.id)) ?? 0;
  }

  @CommandMutation(CreatePolicyResult)
  @Allow(DEADLINE_SETTINGS.manage)
  async createPolicy(@CurrentScope() scope: RequestScope, @Args('input') input: CreatePolicyArgs): Promise<PolicyRow | null> {
    return PolicyById(scope, await this.creating.run(scope.actor, input));
  }

  @CommandMutation(SavePolicyResult, 'Makes a new version; clocks that run keep theirs unless told otherwise.')
  @Allow(DEADLINE_SETTINGS.manage)
  async savePolicy(@CurrentScope() scope: RequestScope, @Args('input') input: SavePolicyArgs): Promise<PolicyRow | null> {
    return PolicyById(scope, await this.saving.run(scope.actor, input));
  }

  @CommandMutation(SetPolicyActiveResult, 'Off: clocks that run finish, none start.')
  @Allow(DEADLINE_SETTINGS.manage)
  async setPolicyActive(@CurrentScope() scope: RequestScope, @Args('input') input: SetPolicyActiveArgs): Promise<PolicyRow | null> {
    return PolicyById(scope, await this.switching.run(scope.actor, input));
  }

  @CommandMutation(OrderPoliciesResult)
  @Allow(DEADLINE_SETTINGS.manage)
  async orderPolicies(@CurrentScope() scope: RequestScope, @Args('input') input: OrderPoliciesArgs): Promise<{ policies: readonly PolicyRow[] }> {
    await this.ordering.run(scope.actor, input);
    return { policies: await this.settings.policies(scope.viewer) };
  }
}

@Resolver(() => PolicyVersionModel)
export class PolicyVersionResolver {
  @ResolveField(() => StaffMemberModel, { nullable: true, description: 'Null: it came with the desk.' })
  async createdBy(@Parent() version: VersionRow, @CurrentScope() scope: RequestScope): Promise<StaffRow | null> {
    return version.createdById ? StaffById(scope, version.createdById) : null;
  }
}

@Resolver(() => ReminderPlanModel)
export class ReminderPlanResolver {
  constructor(
    private readonly settings: SettingsQueries,
    private readonly creating: CreateReminderPlan,
    private readonly saving: SaveReminderPlan,
  ) {}

  @Query(() => [ReminderPlanModel], { name: 'reminderPlans' })
  @Allow(DEADLINE_SETTINGS.view)
  reminderPlans(@CurrentViewer() viewer: Viewer): Promise<ReminderPlanRow[]> {
    return this.settings.plans(viewer);
  }

  @ResolveField(() => String)
  name(@Parent() plan: ReminderPlanRow, @CurrentScope() scope: RequestScope): string {
    return shownName(scope.locale, plan.name);
  }

  @ResolveField(() => [ReminderStepModel])
  steps(@Parent() plan: ReminderPlanRow): ReminderStepModel[] {
    return plan.steps.map(stepView);
  }

  @CommandMutation(CreateReminderPlanResult)
  @Allow(DEADLINE_SETTINGS.manage)
  async createReminderPlan(@CurrentScope() scope: RequestScope, @Args('input') input: CreateReminderPlanArgs): Promise<ReminderPlanRow | null> {
    return PlanById(scope, await this.creating.run(scope.actor, input));
  }

  @CommandMutation(SaveReminderPlanResult, 'For clocks that start from now on; those that run keep the steps they were given.')
  @Allow(DEADLINE_SETTINGS.manage)
  async saveReminderPlan(@CurrentScope() scope: RequestScope, @Args('input') input: SaveReminderPlanArgs): Promise<ReminderPlanRow | null> {
    return PlanById(scope, await this.saving.run(scope.actor, input));
  }
}

const stepView = ({ step, at, to, critical }: ReminderStep): ReminderStepModel => ({
  step, to, critical,
  percent: 'percent' in at ? at.percent : null,
  afterDueBusinessHours: 'afterDueBusinessHours' in at ? at.afterDueBusinessHours : null,
  dailyAfterDue: 'dailyAfterDue' in at ? true : null,
  max: 'dailyAfterDue' in at ? at.max : null,
  beforeLegalBusinessDays: 'beforeLegalBusinessDays' in at ? at.beforeLegalBusinessDays : null,
});
