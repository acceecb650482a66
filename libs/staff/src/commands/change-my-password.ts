import { Injectable } from '@nestjs/common';
import { parseInput, Unauthenticated, viewerOf, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { AccountQueries } from '../account.queries';
import { HashingBusy, Passwords } from '../passwords';
import { SessionRepository } from '../session.repository';
import { SignInThrottle } from '../sign-in-throttle';
import { StaffSessionsEnded } from '../staff.events';
import { givenPassword, newPassword } from '../staff.inputs';
import { SignInRefused, SignInThrottled } from '../staff.problems';
import { StaffRepository } from '../staff.repository';

export const ChangeMyPasswordInput = z.object({ current: givenPassword, next: newPassword });

/** Sets another password; every other session of the account ends. Guessing the current one counts as guessing at sign-in. */
@Injectable()
export class ChangeMyPassword {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly staff: StaffRepository,
    private readonly throttle: SignInThrottle,
    private readonly passwords: Passwords,
    private readonly sessions: SessionRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, raw: unknown, ip: string): Promise<void> {
    if (actor.kind !== 'staff') throw new Unauthenticated();
    const input = parseInput(ChangeMyPasswordInput, raw);
    const account = await this.accounts.own(viewerOf(actor));
    if (!account) throw new Unauthenticated();
    try {
      await this.passwords.inTurn(async () => {
        await this.throttle.assertOpen(account.email, ip);
        if (await this.passwords.matches(account.passwordHash, input.current)) return;
        await this.throttle.failed(account.email, ip);
        throw new SignInRefused();
      });
      const passwordHash = await this.passwords.hash(input.next);
      await this.database.transaction(async () => {
        const member = await this.staff.lock(actor.id);
        await this.staff.save(actor.id, { passwordHash, version: member!.version + 1 });
        const sessionIds = await this.sessions.endAllOf(actor.id, actor.sessionId);
        if (sessionIds.length > 0) await this.outbox.publish(StaffSessionsEnded, { staffId: actor.id, sessionIds });
      });
    } catch (error) {
      throw error instanceof HashingBusy ? new SignInThrottled(1) : error;
    }
  }
}
