import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock, type Actor, type Viewer } from '@kaiku/kernel';
import { Allow, CommandMutation, Config, CurrentActor, CurrentScope, CurrentViewer, Public, SignedIn, type RequestScope } from '@kaiku/platform';
import { CreateStaffMember } from '../commands/create-staff-member';
import { CreateTeam } from '../commands/create-team';
import { DeactivateStaffMember } from '../commands/deactivate-staff-member';
import { UpdateStaffMember } from '../commands/update-staff-member';
import { STAFF } from '../staff.permissions';
import { StaffQueries, type Membership, type StaffRow } from '../staff.queries';
import { initialsOf } from '../staff.rules';
import { TeamQueries, type TeamRow } from '../team.queries';
import { CreateStaffMemberArguments, CreateTeamArguments, UpdateStaffMemberArguments } from './staff.inputs';
import { RolesOfStaff, StaffById, TeamById, TeamsOfStaff } from './staff.loaders';
import { SetupModel, StaffMemberModel, TeamMembershipModel, TeamModel } from './staff.models';
import { CreateStaffMemberResult, CreateTeamResult, DeactivateStaffMemberResult, UpdateStaffMemberResult } from './staff.results';

@Resolver(() => StaffMemberModel)
export class StaffResolver {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly staff: StaffQueries,
    private readonly teams: TeamQueries,
    private readonly createMember: CreateStaffMember,
    private readonly updateMember: UpdateStaffMember,
    private readonly deactivateMember: DeactivateStaffMember,
    private readonly makeTeam: CreateTeam,
  ) {}

  @Query(() => SetupModel, { name: 'setup' })
  @Public('the sign-in page needs it; it tells nothing about anybody')
  async setup(@CurrentViewer() viewer: Viewer): Promise<SetupModel> {
    return {
      needsFirstAdmin: !(await this.staff.anybody(viewer)),
      demo: this.config.demo,
      organisation: this.config.organisation,
      now: this.clock.now(),
      // The demo has a catcher of its own.
      outboundPaused: !this.config.demo && !this.config.mail.outUrl,
    };
  }

  @Query(() => [StaffMemberModel])
  @Allow(STAFF.view)
  staffMembers(@CurrentViewer() viewer: Viewer): Promise<StaffRow[]> {
    return this.staff.all(viewer);
  }

  @Query(() => [TeamModel], { name: 'teams' })
  @SignedIn()
  allTeams(@CurrentViewer() viewer: Viewer): Promise<TeamRow[]> {
    return this.teams.all(viewer);
  }

  @ResolveField(() => String)
  initials(@Parent() member: StaffRow): string {
    return initialsOf(member.name);
  }

  @ResolveField(() => [String], { nullable: true, name: 'roles' })
  async roles(@Parent() member: StaffRow, @CurrentScope() scope: RequestScope): Promise<readonly string[] | null> {
    return member.maskedFields.includes('roles') ? null : ((await RolesOfStaff(scope, member.id)) ?? []);
  }

  @ResolveField(() => [TeamMembershipModel], { name: 'teams' })
  async teamsOf(@Parent() member: StaffRow, @CurrentScope() scope: RequestScope): Promise<readonly Membership[]> {
    return (await TeamsOfStaff(scope, member.id)) ?? [];
  }

  @CommandMutation(CreateStaffMemberResult)
  @Allow(STAFF.manage)
  async createStaffMember(@CurrentActor() actor: Actor, @CurrentScope() scope: RequestScope, @Args('input') input: CreateStaffMemberArguments): Promise<StaffRow | null> {
    return StaffById(scope, await this.createMember.run(actor, input));
  }

  @CommandMutation(UpdateStaffMemberResult)
  @Allow(STAFF.manage)
  async updateStaffMember(@CurrentActor() actor: Actor, @CurrentScope() scope: RequestScope, @Args('input') input: UpdateStaffMemberArguments): Promise<StaffRow | null> {
    return StaffById(scope, await this.updateMember.run(actor, input));
  }

  @CommandMutation(DeactivateStaffMemberResult, 'Ends the person\'s sessions and open sockets at once.')
  @Allow(STAFF.manage)
  async deactivateStaffMember(@CurrentActor() actor: Actor, @CurrentScope() scope: RequestScope, @Args('staffId', { type: () => ID }) staffId: string): Promise<StaffRow | null> {
    return StaffById(scope, await this.deactivateMember.run(actor, { staffId }));
  }

  @CommandMutation(CreateTeamResult)
  @Allow(STAFF.manageTeams)
  async createTeam(@CurrentActor() actor: Actor, @CurrentScope() scope: RequestScope, @Args('input') input: CreateTeamArguments): Promise<TeamRow | null> {
    return TeamById(scope, await this.makeTeam.run(actor, input));
  }
}
