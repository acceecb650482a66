import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isId } from '@kaiku/kernel';
import { Config, log, SocketGate } from '@kaiku/platform';
import { Client } from 'pg';

const AGAIN_MS = 1000;

/** Hears from any process that sessions have ended, and closes their sockets here. */
@Injectable()
export class SessionNotices implements OnApplicationBootstrap, OnModuleDestroy {
  private client?: Client;
  private again?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly gate: SocketGate,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.config.database.url, application_name: 'kaiku session notices', connectionTimeoutMillis: 5000, keepAlive: true });
    this.client = client;
    client.on('notification', ({ payload }) => this.gate.end(sessionIdsIn(payload)));
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    try {
      await client.connect();
      await client.query('LISTEN kaiku_sessions');
    } catch (err) {
      log.warn({ err }, 'session notices are not heard; trying again');
      this.reconnect(client);
    }
  }

  private reconnect(client: Client): void {
    if (this.stopped || client !== this.client || this.again) return;
    this.again = setTimeout(() => {
      this.again = undefined;
      client.removeAllListeners('end');
      client.end().catch(() => undefined);
      void this.listen();
    }, AGAIN_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.again);
    await this.client?.end().catch(() => undefined);
  }
}

function sessionIdsIn(payload: string | undefined): string[] {
  try {
    const ids: unknown = JSON.parse(payload ?? '');
    return Array.isArray(ids) ? ids.filter(isId) : [];
  } catch {
    return [];
  }
}
