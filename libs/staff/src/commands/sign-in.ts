import { Injectable } from '@nestjs/common';
import { parseInput, text, viewerOf, type Actor } from '@kaiku/kernel';
import { Config, Database } from '@kaiku/platform';
import { z } from 'zod';
import { AccountQueries } from '../account.queries';
import { isLoopback } from '../network';
import { HashingBusy, Passwords } from '../passwords';
import { SessionRepository } from '../session.repository';
import { SignInThrottle } from '../sign-in-throttle';
import { givenPassword } from '../staff.inputs';
import { SignInRefused, SignInThrottled } from '../staff.problems';

export const SignInInput = z.object({ email: text(254).transform((s) => s.toLowerCase()), password: givenPassword });

export interface SignInFrom {
  /** The sender's address, as far as trusted proxies vouch for it. */
  readonly ip: string;
  /** The session token the browser came with: it ends, so that nobody can plant one. */
  readonly previousToken: string | null;
}
export interface SignedIn {
  readonly staffId: string;
  readonly token: string;
}

/** Checks a password and opens a session. The answer never tells whether the account exists. */
@Injectable()
export class SignIn {
  constructor(
    private readonly config: Config,
    private readonly accounts: AccountQueries,
    private readonly throttle: SignInThrottle,
    private readonly passwords: Passwords,
    private readonly sessions: SessionRepository,
    private readonly database: Database,
  ) {}

  async run(actor: Actor, raw: unknown, from: SignInFrom): Promise<SignedIn> {
    const { protocol, hostname } = this.config.http.publicUrl;
    // A password sent over the open network is not a secret: https, or this machine only.
    if (protocol !== 'https:' && !isLoopback(hostname)) throw new SignInRefused('sign_in.insecure_address');
    const input = parseInput(SignInInput, raw);
    await this.throttle.assertOpen(input.email, from.ip);
    const staffId = await this.passwords.inTurn(() => this.check(actor, input, from.ip)).catch((error: unknown) => {
      throw error instanceof HashingBusy ? new SignInThrottled(1) : error;
    });
    const token = await this.database.transaction(async () => {
      if (from.previousToken) await this.sessions.end(from.previousToken);
      await this.sessions.clean();
      return this.sessions.open(staffId);
    });
    return { staffId, token };
  }

  /** In turn: what waited while others guessed wrong is counted with them, so that guesses sent together gain nothing. */
  private async check(actor: Actor, input: z.output<typeof SignInInput>, ip: string): Promise<string> {
    await this.throttle.assertOpen(input.email, ip);
    const account = await this.accounts.toSignIn(viewerOf(actor), input.email);
    const right = await this.passwords.matches(account?.passwordHash ?? null, input.password);
    if (!account || !right) {
      await this.throttle.failed(input.email, ip);
      throw new SignInRefused();
    }
    await this.throttle.succeeded(input.email);
    return account.id;
  }
}
