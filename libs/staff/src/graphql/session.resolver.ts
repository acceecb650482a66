import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { viewerOf, type Actor, type StaffActor, type Viewer } from '@kaiku/kernel';
import { CommandMutation, CurrentActor, CurrentHttp, CurrentScope, CurrentViewer, Public, SignedIn, type GraphqlContext, SessionReader, type RequestScope } from '@kaiku/platform';
import { ChangeMyPassword } from '../commands/change-my-password';
import { CreateFirstAdmin } from '../commands/create-first-admin';
import { SignIn, type SignedIn as SignedInAs } from '../commands/sign-in';
import { SignOut } from '../commands/sign-out';
import { UpdateMySettings } from '../commands/update-my-settings';
import { StaffQueries, type MeRow } from '../staff.queries';
import { SessionCookie } from './session-cookie';
import { ChangeMyPasswordArguments, CreateFirstAdminArguments, SignInArguments, UpdateMySettingsArguments } from './staff.inputs';
import { MeModel } from './staff.models';
import { ChangeMyPasswordResult, CreateFirstAdminResult, SignInResult, UpdateMySettingsResult } from './staff.results';

@Resolver()
export class SessionResolver {
  constructor(
    private readonly staff: StaffQueries,
    private readonly sessions: SessionReader,
    private readonly cookie: SessionCookie,
    private readonly signingIn: SignIn,
    private readonly signingOut: SignOut,
    private readonly firstAdmin: CreateFirstAdmin,
    private readonly passwordChange: ChangeMyPassword,
    private readonly settings: UpdateMySettings,
  ) {}

  @Query(() => MeModel, { nullable: true, description: 'Null when signed out.' })
  @Public('answers only about the caller')
  me(@CurrentViewer() viewer: Viewer): Promise<MeRow | null> {
    return this.staff.me(viewer);
  }

  @CommandMutation(SignInResult, 'Sets the session cookie.')
  @Public('this is how one stops being a stranger')
  async signIn(@CurrentActor() actor: Actor, @CurrentHttp() http: GraphqlContext, @Args('input') input: SignInArguments): Promise<MeRow> {
    return this.welcome(http, await this.signingIn.run(actor, input, { ip: http.ip, previousToken: http.sessionToken }));
  }

  @CommandMutation(CreateFirstAdminResult, 'Uses the one-time link that an empty desk writes into its data folder; sets the session cookie.')
  @Public('nobody has an account yet; the link is the proof')
  async createFirstAdmin(@CurrentActor() actor: Actor, @CurrentHttp() http: GraphqlContext, @Args('input') input: CreateFirstAdminArguments): Promise<MeRow> {
    return this.welcome(http, await this.firstAdmin.run(actor, input, { ip: http.ip, previousToken: http.sessionToken }));
  }

  @Mutation(() => Boolean, { description: 'Ends this session and clears the cookie.' })
  @Public('signing out twice is no mistake')
  async signOut(@CurrentActor() actor: Actor, @CurrentHttp() http: GraphqlContext): Promise<boolean> {
    await this.signingOut.run(actor, http.sessionToken);
    this.cookie.clear(http);
    return true;
  }

  @CommandMutation(ChangeMyPasswordResult, 'Ends all other sessions of the account.')
  @SignedIn()
  async changeMyPassword(@CurrentActor() actor: Actor, @CurrentScope() scope: RequestScope, @Args('input') input: ChangeMyPasswordArguments): Promise<MeRow | null> {
    await this.passwordChange.run(actor, input, scope.ip);
    return this.staff.me(scope.viewer);
  }

  @CommandMutation(UpdateMySettingsResult)
  @SignedIn()
  async updateMySettings(@CurrentActor() actor: Actor, @CurrentViewer() viewer: Viewer, @Args('input') input: UpdateMySettingsArguments): Promise<MeRow | null> {
    await this.settings.run(actor, input);
    return this.staff.me(viewer);
  }

  private async welcome(http: GraphqlContext, { token }: SignedInAs): Promise<MeRow> {
    this.cookie.set(http, token);
    const actor = (await this.sessions.read(token)) as StaffActor;
    return (await this.staff.me(viewerOf(actor)))!;
  }
}
