import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { LIMITS, Unauthenticated, type StaffActor } from '@kaiku/kernel';
import { cookie, RequestScopes, type RequestScope } from '../access/request-scope';
import { Config } from '../config/config';
import { isOwnOrigin } from '../http/origin';

type SocketContext = { extra: { request: IncomingMessage; socket: { close(code: number, reason: string): void }; scope?: RequestScope } };

/** Lets a signed-in console of our own origin open a socket; ends its sockets at once when the session ends. */
@Injectable()
export class SocketGate {
  private readonly bySession = new Map<string, Set<SocketContext>>();

  constructor(
    private readonly config: Config,
    private readonly scopes: RequestScopes,
  ) {}

  options() {
    return {
      path: '/graphql',
      connectionInitWaitTimeout: 3000,
      onConnect: async (context: unknown): Promise<boolean> => this.admit(context as SocketContext),
      onDisconnect: (context: unknown) => this.forget(context as SocketContext),
    };
  }

  private async admit(context: SocketContext): Promise<boolean> {
    const { headers, socket } = context.extra.request;
    // Cross-site pages may open sockets with our cookie; only our own origin is let in.
    if (headers.origin !== undefined && !isOwnOrigin(headers.origin, headers.host, this.config.http.publicUrl.origin)) return false;
    const scope = await this.scopes.from(cookie(headers.cookie, this.scopes.cookieName), headers['accept-language'], socket.remoteAddress ?? '');
    if (scope.actor.kind !== 'staff') return false;
    const mine = this.bySession.get(scope.actor.sessionId) ?? new Set();
    if (mine.size >= LIMITS.graphql.socketsPerSession) return false;
    context.extra.scope = scope;
    this.bySession.set(scope.actor.sessionId, mine.add(context));
    return true;
  }

  private forget(context: SocketContext): void {
    const actor = context.extra.scope?.actor;
    if (actor?.kind !== 'staff') return;
    const mine = this.bySession.get(actor.sessionId);
    mine?.delete(context);
    if (mine?.size === 0) this.bySession.delete(actor.sessionId);
  }

  /** Sessions that have a socket open here. */
  sessionIds(): string[] {
    return [...this.bySession.keys()];
  }

  /** Closes the sockets of ended sessions: 4401 tells the console to show the sign-in page. */
  end(sessionIds: Iterable<string>): void {
    for (const id of sessionIds) for (const context of this.bySession.get(id) ?? []) context.extra.socket.close(4401, 'Unauthorized');
  }

  /** The person behind a socket as they are now, or {@link Unauthenticated}: rights may have changed since it opened. */
  async refresh(scope: RequestScope): Promise<StaffActor> {
    const { actor } = await this.scopes.from(scope.sessionToken, undefined, scope.ip, false);
    if (actor.kind !== 'staff') throw new Unauthenticated();
    return actor;
  }
}
