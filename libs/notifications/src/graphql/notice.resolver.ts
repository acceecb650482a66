import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { Actor, Page, Viewer } from '@kaiku/kernel';
import { CommandMutation, CurrentActor, CurrentScope, CurrentViewer, SignedIn, type RequestScope } from '@kaiku/platform';
import { TicketRefById, TicketRefModel, type TicketRefView } from '@kaiku/tickets';
import { MarkNoticesRead } from '../commands/mark-notices-read';
import { RegisterPush } from '../commands/register-push';
import { RemovePush } from '../commands/remove-push';
import { SetNoticePreference } from '../commands/set-notice-preference';
import { SetQuietHours } from '../commands/set-quiet-hours';
import { PushKeys } from '../delivery/push-keys';
import { NoticeFollower } from '../live/notice-follower';
import { NoticeQueries, type NoticeNews, type NoticeRow } from '../notice.queries';
import type { Preference } from '../settings/preference.rules';
import { timeOf, type QuietHours } from '../settings/quiet-hours.rules';
import { SettingsQueries } from '../settings/settings.queries';
import { NoticeConnectionModel, NoticeModel, NoticeNewsModel, NoticePreferenceModel, PushRegistrationModel, QuietHoursModel, RegisterPushArguments, SetNoticePreferenceArguments, SetQuietHoursArguments } from './notice.models';
import { RegisterPushResult, SetNoticePreferenceResult, SetQuietHoursResult } from './notice.results';

@Resolver(() => NoticeModel)
export class NoticeResolver {
  constructor(
    private readonly notices: NoticeQueries,
    private readonly marking: MarkNoticesRead,
    private readonly follower: NoticeFollower,
  ) {}

  @Query(() => NoticeConnectionModel, { name: 'notices', description: 'The reader\'s own, newest first.' })
  @SignedIn()
  list(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('unreadOnly', { type: () => Boolean, nullable: true }) unreadOnly?: boolean | null,
  ): Promise<Page<NoticeRow>> {
    return this.notices.page(viewer, { first, after, unreadOnly });
  }

  @Query(() => Int, { description: 'Exact to 999; 1000 means more.' })
  @SignedIn()
  unreadNotices(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.notices.unread(viewer);
  }

  @ResolveField(() => TicketRefModel, { nullable: true, description: 'Null when the reader may not see it any more.' })
  async ticket(@Parent() notice: NoticeModel, @CurrentScope() scope: RequestScope): Promise<TicketRefView | null> {
    return notice.ticketId ? TicketRefById(scope, notice.ticketId) : null;
  }

  @Mutation(() => Int, { description: 'Those with these ids, of this ticket, or all. Tells how many were unread.' })
  @SignedIn()
  markNoticesRead(
    @CurrentActor() actor: Actor,
    @Args('ids', { type: () => [ID], nullable: true }) ids?: string[] | null,
    @Args('ticketId', { type: () => ID, nullable: true }) ticketId?: string | null,
    @Args('all', { type: () => Boolean, nullable: true }) all?: boolean | null,
  ): Promise<number> {
    return this.marking.run(actor, { ids, ticketId, all });
  }

  @Subscription(() => NoticeNewsModel, { resolve: (news: NoticeNews) => news, description: 'How the reader\'s notices stand: at once, and whenever that changes.' })
  @SignedIn()
  myNotices(@CurrentScope() scope: RequestScope): AsyncIterableIterator<NoticeNews> {
    return this.follower.follow(scope);
  }
}

@Resolver()
export class NoticeSettingsResolver {
  constructor(
    private readonly settings: SettingsQueries,
    private readonly keys: PushKeys,
    private readonly prefer: SetNoticePreference,
    private readonly quiet: SetQuietHours,
    private readonly register: RegisterPush,
    private readonly remove: RemovePush,
  ) {}

  @Query(() => [NoticePreferenceModel], { description: 'Each cause by each channel.' })
  @SignedIn()
  noticePreferences(@CurrentViewer() viewer: Viewer): Promise<readonly Preference[]> {
    return this.settings.preferences(viewer);
  }

  @Query(() => QuietHoursModel)
  @SignedIn()
  async quietHours(@CurrentViewer() viewer: Viewer): Promise<QuietHoursModel> {
    return quietModel(await this.settings.quietHours(viewer));
  }

  @Query(() => String, { description: 'The applicationServerKey by which a browser subscribes to pushes.' })
  @SignedIn()
  pushKey(): string {
    return this.keys.publicKey;
  }

  @CommandMutation(SetNoticePreferenceResult)
  @SignedIn()
  setNoticePreference(@CurrentActor() actor: Actor, @Args('input') input: SetNoticePreferenceArguments): Promise<Preference> {
    return this.prefer.run(actor, input);
  }

  @CommandMutation(SetQuietHoursResult)
  @SignedIn()
  async setQuietHours(@CurrentActor() actor: Actor, @Args('input') input: SetQuietHoursArguments): Promise<QuietHoursModel> {
    return quietModel(await this.quiet.run(actor, input));
  }

  @CommandMutation(RegisterPushResult)
  @SignedIn()
  async registerPush(@CurrentActor() actor: Actor, @Args('input') input: RegisterPushArguments): Promise<PushRegistrationModel> {
    return { endpoint: await this.register.run(actor, input) };
  }

  @Mutation(() => Boolean, { description: 'False when it was not there.' })
  @SignedIn()
  removePush(@CurrentActor() actor: Actor, @Args('endpoint', { type: () => String }) endpoint: string): Promise<boolean> {
    return this.remove.run(actor, endpoint);
  }
}

const quietModel = ({ fromMinute, toMinute }: QuietHours): QuietHoursModel => ({ from: timeOf(fromMinute), to: timeOf(toMinute) });
