import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { log, NotificationListener } from '@kaiku/platform';
import type { FollowedEvent } from './desk-event';
import { DeskLogQueries, FEED } from './desk-log.queries';

const CHANNEL = 'kaiku_desk';
/** A notification can be lost; the log cannot. */
const LOOK_ANYWAY_MS = 2000;

type Take = (events: readonly FollowedEvent[]) => void;

/** Reads the log once per process, however many consoles follow it. */
@Injectable()
export class DeskFeed implements OnModuleDestroy {
  private readonly followers = new Set<Take>();
  private position: string | null = null;
  private beginning: Promise<void> | null = null;
  private reading: Promise<void> | null = null;
  private again = false;
  private timer?: NodeJS.Timeout;
  private hush?: () => void;

  constructor(
    private readonly desk: DeskLogQueries,
    private readonly listener: NotificationListener,
  ) {}

  /** From when this resolves on, `take` gets every event that was not yet in the log. */
  async follow(take: Take): Promise<() => void> {
    this.followers.add(take);
    // Those who come together begin together: a later look at the newest would skip what the first still waits for.
    this.beginning ??= this.desk.newest(FEED).then((newest) => void (this.position ??= newest));
    try {
      await this.beginning;
    } catch (error) {
      this.followers.delete(take);
      this.beginning = null;
      throw error;
    }
    if (!this.timer) {
      this.hush = this.listener.on(CHANNEL, () => this.look());
      this.timer = setInterval(() => this.look(), LOOK_ANYWAY_MS);
      this.timer.unref();
    }
    return () => {
      this.followers.delete(take);
      if (this.followers.size === 0) this.rest();
    };
  }

  /** Reads what is new; calls while it reads make it read once more. */
  look(): void {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = this.read()
      .catch((err: unknown) => log.warn({ err }, 'the desk log could not be read; it is tried again'))
      .finally(() => {
        this.reading = null;
        if (!this.again) return;
        this.again = false;
        this.look();
      });
  }

  private async read(): Promise<void> {
    for (let more = true; more && this.position !== null; ) {
      const batch = await this.desk.all(FEED, this.position);
      if (this.position === null || batch.events.length === 0) return;
      this.position = batch.events.at(-1)!.position;
      for (const take of this.followers) take(batch.events);
      more = batch.more;
    }
  }

  /** Nobody follows: the next one begins at what is newest then. */
  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.hush?.();
    this.position = null;
    this.beginning = null;
  }

  async onModuleDestroy(): Promise<void> {
    this.rest();
    await this.reading;
  }
}
