import { Inject, Injectable } from '@nestjs/common';
import { Unauthenticated, viewerOf, type StaffActor } from '@kaiku/kernel';
import { log, PushQueue, SocketGate, type RequestScope } from '@kaiku/platform';
import { bareEvent, mayHear, ticketEvent, type DeskEvent, type FollowedEvent } from './desk-event';
import { DeskFeed } from './desk-feed';
import { DeskLogQueries, FEED } from './desk-log.queries';

export const REFRESH_MS = Symbol('milliseconds between looks at a follower\'s rights');

/** Follows the desk for one console: first what it has missed, then what happens, only what its person may see at that moment. */
@Injectable()
export class DeskFollower {
  constructor(
    private readonly feed: DeskFeed,
    private readonly desk: DeskLogQueries,
    private readonly gate: SocketGate,
    @Inject(REFRESH_MS) private readonly refreshMs: number,
  ) {}

  /** @param after cursor of the last event seen; null: from now on */
  follow(scope: RequestScope, after: string | null): AsyncIterableIterator<DeskEvent> {
    if (scope.actor.kind !== 'staff') throw new Unauthenticated();
    let actor: StaffActor = scope.actor;
    let last = '0';
    let stop: (() => void) | undefined;
    let left = false;
    // Held back until what was missed has been sent, so that nothing is twice or out of order.
    let held: FollowedEvent[] | null = [];

    const leave = () => {
      left = true;
      clearInterval(timer);
      stop?.();
    };
    const queue = new PushQueue<DeskEvent>(leave, 1000, () => bareEvent('RESYNC', last));
    const send = (events: readonly FollowedEvent[]) => {
      for (const event of events) {
        if (BigInt(event.position) <= BigInt(last)) continue;
        last = event.position;
        if (mayHear(actor, event)) queue.push(ticketEvent(event));
      }
    };
    const refresh = async () => {
      try {
        actor = await this.gate.refresh(scope);
      } catch (error) {
        // Whose rights cannot be read is told nothing more; a console whose session lives comes back by itself.
        if (!(error instanceof Unauthenticated)) return queue.end();
        const { sessionId } = actor;
        queue.push(bareEvent('SIGNED_OUT', last));
        queue.end(() => this.gate.end([sessionId]));
      }
    };
    const timer = setInterval(() => void refresh(), this.refreshMs);
    timer.unref();

    const begin = async () => {
      stop = await this.feed.follow((events) => (held ? held.push(...events) : send(events)));
      if (left) return stop();
      const place = await this.desk.place(viewerOf(actor), after ?? '');
      last = place.from ?? place.newest;
      if (after !== null && place.from === null) queue.push(bareEvent('RESYNC', last));
      for (let more = true; more && !left; ) {
        const batch = await this.desk.all(FEED, last);
        send(batch.events);
        more = batch.more;
      }
      send(held!);
      held = null;
    };
    begin().catch((err: unknown) => {
      log.warn({ err }, 'the desk could not be followed');
      queue.end();
    });
    return queue;
  }
}
