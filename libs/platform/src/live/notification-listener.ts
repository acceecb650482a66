import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Client } from 'pg';
import { Config } from '../config/config';
import { log } from '../observability/logger';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;

/** Null: the line was down, and something may have been missed. */
export type Heard = (payload: string | null) => void;

/**
 * Hears NOTIFY on one connection of its own per process, opened when somebody first listens and opened again whenever it falls.
 * A notification is a hint to go and look; what is true stands in tables.
 */
@Injectable()
export class NotificationListener implements OnModuleDestroy {
  private readonly listeners = new Map<string, Set<Heard>>();
  private client?: Client;
  /** The line is open and hears every channel that was asked for. */
  private ready = false;
  private again?: NodeJS.Timeout;
  private pause = FIRST_PAUSE_MS;
  private stopped = false;

  constructor(private readonly config: Config) {}

  /** Hears a channel until the returned function is called. Heard once with null as soon as the line is open. */
  on(channel: string, heard: Heard): () => void {
    if (!/^[a-z_]{1,60}$/.test(channel)) throw new Error('a channel is lower-case letters');
    const mine = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, mine.add(heard));
    if (!this.client) void this.connect();
    // While it opens, opening takes the new channel along.
    else if (this.ready) this.client.query(`LISTEN ${channel}`).then(() => heard(null), () => undefined);
    return () => void mine.delete(heard);
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.config.database.url, application_name: 'kaiku listener', connectionTimeoutMillis: 5000, keepAlive: true });
    this.client = client;
    client.on('notification', ({ channel, payload }) => this.tell(channel, payload ?? null));
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${channel}`);
      this.ready = true;
      this.pause = FIRST_PAUSE_MS;
      for (const channel of this.listeners.keys()) this.tell(channel, null);
    } catch (err) {
      if (this.stopped) return;
      log.warn({ err }, 'notifications are not heard; trying again');
      this.reconnect(client);
    }
  }

  private tell(channel: string, payload: string | null): void {
    for (const heard of this.listeners.get(channel) ?? []) heard(payload);
  }

  private reconnect(client: Client): void {
    if (this.stopped || client !== this.client || this.again) return;
    this.ready = false;
    this.again = setTimeout(() => {
      this.again = undefined;
      client.removeAllListeners('end');
      client.end().catch(() => undefined);
      void this.connect();
    }, this.pause);
    this.again.unref();
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.again);
    this.client?.removeAllListeners('end');
    await this.client?.end().catch(() => undefined);
  }
}
