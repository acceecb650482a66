import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isId, system, viewerOf } from '@kaiku/kernel';
import { log, NotificationListener, SocketGate } from '@kaiku/platform';
import { SessionQueries } from './session.queries';

/** Hears from any process that sessions have ended, and closes their sockets here. */
@Injectable()
export class SessionNotices implements OnApplicationBootstrap, OnModuleDestroy {
  private stop: () => void = () => undefined;

  constructor(
    private readonly notices: NotificationListener,
    private readonly gate: SocketGate,
    private readonly sessions: SessionQueries,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.notices.on('kaiku_sessions', (payload) => (payload === null ? void this.lookMyself() : this.gate.end(sessionIdsIn(payload))));
  }

  /** The line was down: whatever was said meanwhile is found by looking. */
  private async lookMyself(): Promise<void> {
    try {
      this.gate.end(await this.sessions.ended(viewerOf(system('sockets'), 'operations'), this.gate.sessionIds()));
    } catch (err) {
      log.warn({ err }, 'ended sessions could not be looked up');
    }
  }

  onModuleDestroy(): void {
    this.stop();
  }
}

function sessionIdsIn(payload: string): string[] {
  try {
    const ids: unknown = JSON.parse(payload);
    return Array.isArray(ids) ? ids.filter(isId) : [];
  } catch {
    return [];
  }
}
