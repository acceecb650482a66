import { Injectable } from '@nestjs/common';
import { Unauthenticated, viewerOf } from '@kaiku/kernel';
import { log, NotificationListener, PushQueue, SocketGate, type RequestScope } from '@kaiku/platform';
import { NoticeQueries, type NoticeNews } from '../notice.queries';

const CHANNEL = 'kaiku_notices';

/**
 * Follows one person's notices for one console: how many are unread, and the newest of them; at once, and whenever that changes,
 * also by reading them elsewhere. What is told is always the whole state, so that nothing can be missed or come twice.
 */
@Injectable()
export class NoticeFollower {
  constructor(
    private readonly listener: NotificationListener,
    private readonly notices: NoticeQueries,
    private readonly gate: SocketGate,
  ) {}

  follow(scope: RequestScope): AsyncIterableIterator<NoticeNews> {
    const { actor } = scope;
    if (actor.kind !== 'staff') throw new Unauthenticated();
    let told = '';
    let looking = false;
    let again = false;
    let stop: () => void = () => undefined;
    // Whoever reads slowly needs only the latest.
    const queue = new PushQueue<NoticeNews>(() => stop(), 100);

    const look = async (): Promise<void> => {
      if (looking) return void (again = true);
      looking = true;
      try {
        do {
          again = false;
          // The session may have ended, or the account been closed, since the line was opened.
          const news = await this.notices.news(viewerOf(await this.gate.refresh(scope)));
          const text = JSON.stringify(news);
          if (text !== told) queue.push(news);
          told = text;
        } while (again);
      } catch (err) {
        if (!(err instanceof Unauthenticated)) log.warn({ err }, 'notices could not be looked at');
        // A console whose session lives opens the line again.
        queue.end();
      } finally {
        looking = false;
      }
    };
    stop = this.listener.on(CHANNEL, (payload) => {
      if (payload === null || payload === actor.id) void look();
    });
    void look();
    return queue;
  }
}
