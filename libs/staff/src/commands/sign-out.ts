import { Injectable } from '@nestjs/common';
import type { Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { SessionRepository } from '../session.repository';

/** Ends the session of this browser, if there is one. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly database: Database,
  ) {}

  async run(_actor: Actor, token: string | null): Promise<void> {
    if (token) await this.database.transaction(() => this.sessions.end(token));
  }
}
