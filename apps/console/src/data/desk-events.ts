import { createClient } from 'graphql-ws';
import { DeskEventsDocument, MyNoticesDocument, type DeskEventsSubscription, type MyNoticesSubscription } from '../graphql/generated/graphql';
import { textOf } from './execute';

export type DeskEvent = DeskEventsSubscription['deskEvents'];
export type LinkState = 'connecting' | 'live' | 'reconnecting' | 'polling' | 'offline' | 'catching_up';

const firstPause = 500;
const longestPause = 20_000;
const pollAfter = 60_000;
const pollEvery = 15_000;
/** The session has ended; there is none, or it has too many sockets. */
const refusals = [4401, 4403];
const closeCode = (event: unknown): number => (event instanceof CloseEvent ? event.code : 0);

/** Wait before the nth new try, in milliseconds: doubling from half a second to twenty, with jitter so that a restarted server is not met by all at once. */
export function pauseBefore(attempt: number, random: number): number {
  const ceiling = Math.min(longestPause, firstPause * 2 ** attempt);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/**
 * The one live line of the desk: a websocket that is opened again forever, continuing from the last cursor,
 * and the same cursor by plain HTTP when a socket has not got through for a minute.
 */
export class DeskLine {
  private cursor: string | null = null;
  private stopped = false;
  private attempt = 0;
  private lastContact = Date.now();
  /** The socket does not get through, but plain requests do. */
  private polled = false;
  private wake: (() => void) | null = null;
  private close: (() => void) | null = null;
  private pollTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly take: (event: DeskEvent) => void,
    private readonly say: (state: LinkState) => void,
    /** The server does not let this session in (any more): whoever knows about sessions finds out why. */
    private readonly refused: () => void,
    /** How the reader's notices stand, by the same socket. */
    private readonly hear: (news: MyNoticesSubscription['myNotices']) => void,
  ) {}

  /** Begins from the cursor of the first index read, so that nothing between reading and listening is missed. */
  start(cursor: string | null): void {
    this.cursor ??= cursor;
    addEventListener('online', this.hurry);
    addEventListener('offline', this.lost);
    document.addEventListener('visibilitychange', this.hurry);
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    removeEventListener('online', this.hurry);
    removeEventListener('offline', this.lost);
    document.removeEventListener('visibilitychange', this.hurry);
    clearTimeout(this.pollTimer);
    this.close?.();
    this.wake?.();
  }

  /** After a RESYNC the reader refetches and continues from the new index's cursor. */
  continueFrom(cursor: string): void {
    this.cursor = cursor;
  }

  private readonly hurry = (): void => {
    if (document.hidden) return;
    this.attempt = 0;
    this.wake?.();
  };

  private readonly lost = (): void => {
    this.say('offline');
    this.close?.();
  };

  private async run(): Promise<void> {
    this.say('connecting');
    while (!this.stopped) {
      const opened = await this.listen();
      if (this.stopped) return;
      if (opened) this.attempt = 0;
      this.say(!navigator.onLine ? 'offline' : this.polled ? 'polling' : 'reconnecting');
      if (Date.now() - this.lastContact > pollAfter) void this.poll();
      await this.rest(pauseBefore(this.attempt++, Math.random()));
    }
  }

  /** One connection, until it ends. True when it had been open. */
  private listen(): Promise<boolean> {
    return new Promise((resolve) => {
      let opened = false;
      const client = createClient({
        url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
        retryAttempts: 0,
        keepAlive: 12_000,
        on: {
          connected: () => {
            opened = true;
            this.lastContact = Date.now();
            clearTimeout(this.pollTimer);
            this.polled = false;
            this.say('live');
          },
          closed: (event) => { if (refusals.includes(closeCode(event))) this.refused(); },
          pong: () => { this.lastContact = Date.now(); },
        },
      });
      const done = (): void => { this.close = null; resolve(opened); void client.dispose(); };
      const unsubscribe = client.subscribe<DeskEventsSubscription>(
        { query: textOf(DeskEventsDocument), operationName: 'DeskEvents', variables: { after: this.cursor } },
        { next: ({ data }) => { if (data) this.accept(data.deskEvents); }, error: done, complete: done },
      );
      // Losing only this one is no reason to open the line again: the next one brings it back, and the count is asked for now and then.
      const unhear = client.subscribe<MyNoticesSubscription>(
        { query: textOf(MyNoticesDocument), operationName: 'MyNotices' },
        { next: ({ data }) => { if (data) this.hear(data.myNotices); }, error: () => undefined, complete: () => undefined },
      );
      this.close = () => { unsubscribe(); unhear(); client.terminate(); done(); };
    });
  }

  private accept(event: DeskEvent): void {
    this.lastContact = Date.now();
    this.cursor = event.cursor;
    this.take(event);
  }

  private async poll(): Promise<void> {
    clearTimeout(this.pollTimer);
    try {
      const response = await fetch(`/desk-events?after=${encodeURIComponent(this.cursor ?? '')}`, { credentials: 'same-origin' });
      if (response.ok) {
        const { events } = (await response.json()) as { events: DeskEvent[] };
        this.polled = true;
        this.say('polling');
        events.forEach((event) => this.accept(event));
      }
    } catch {
      this.polled = false;
      this.say('offline');
    }
    if (!this.stopped) this.pollTimer = setTimeout(() => void this.poll(), pollEvery);
  }

  private rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => { clearTimeout(timer); resolve(); };
    });
  }
}
