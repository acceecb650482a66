import { Args, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentScope, SignedIn, type RequestScope } from '@kaiku/platform';
import type { DeskEvent } from '../live/desk-event';
import { DeskFollower } from '../live/desk-follower';
import { DeskEventModel } from './list.models';

@Resolver()
export class DeskEventsResolver {
  constructor(private readonly follower: DeskFollower) {}

  @Subscription(() => DeskEventModel, {
    description: 'What changes among the tickets the reader sees, from a cursor on. RESYNC: the log does not reach back to there, read all again. SIGNED_OUT is the last event.',
    resolve: (event: DeskEvent) => event,
  })
  @SignedIn()
  deskEvents(@CurrentScope() scope: RequestScope, @Args('after', { type: () => String, nullable: true }) after?: string | null): AsyncIterableIterator<DeskEvent> {
    return this.follower.follow(scope, after ?? null);
  }
}
