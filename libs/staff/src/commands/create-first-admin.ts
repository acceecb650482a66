import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock, LIMITS, newId, parseInput, text, type Actor, type Locale } from '@kaiku/kernel';
import { Config, Database } from '@kaiku/platform';
import { z } from 'zod';
import { HashingBusy, Passwords } from '../passwords';
import { ADMIN } from '../roles';
import { SessionRepository } from '../session.repository';
import { setupLinkFile } from '../setup-link';
import { SetupLinkRepository } from '../setup-link.repository';
import { SignInThrottle } from '../sign-in-throttle';
import { emailAddress, locale, newPassword, personName } from '../staff.inputs';
import { SetupLinkInvalid, SignInThrottled } from '../staff.problems';
import { StaffRepository } from '../staff.repository';
import { TeamRepository } from '../team.repository';
import type { SignedIn, SignInFrom } from './sign-in';

export const CreateFirstAdminInput = z.object({ token: text(100), name: personName, email: emailAddress, password: newPassword, locale });

const FIRST_TEAM: Record<Locale, string> = { fi: 'Asiakaspalvelu', sv: 'Kundservice', en: 'Customer service' };

/** Uses the one-time link: makes the first administrator and, as tickets need one, the first team. Signs the person in. */
@Injectable()
export class CreateFirstAdmin {
  constructor(
    private readonly config: Config,
    private readonly links: SetupLinkRepository,
    private readonly staff: StaffRepository,
    private readonly teams: TeamRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(_actor: Actor, raw: unknown, from: SignInFrom): Promise<SignedIn> {
    const input = parseInput(CreateFirstAdminInput, raw);
    await this.assertLink(input.token, from.ip);
    const passwordHash = await this.passwords.hash(input.password).catch((error: unknown) => {
      throw error instanceof HashingBusy ? new SetupLinkInvalid() : error;
    });
    const signedIn = await this.database.transaction(async () => {
      if (!(await this.links.use(input.token))) throw new SetupLinkInvalid();
      const now = this.clock.now();
      const id = newId();
      await this.staff.insert({
        id, name: input.name, email: input.email, passwordHash, locale: input.locale, active: true, deactivatedAt: null,
        undoSeconds: LIMITS.undo.defaultSeconds, version: 1, createdAt: now,
      });
      await this.staff.setRoles(id, [ADMIN], null, now);
      if (!(await this.teams.any())) await this.teams.insert(FIRST_TEAM[input.locale], now);
      if (from.previousToken) await this.sessions.end(from.previousToken);
      return { staffId: id, token: await this.sessions.open(id) };
    });
    await rm(setupLinkFile(this.config), { force: true });
    return signedIn;
  }

  /** Tokens cannot be guessed, and whoever tries is slowed down like at sign-in. */
  private async assertLink(token: string, ip: string): Promise<void> {
    try {
      await this.throttle.assertOpen(null, ip);
    } catch (error) {
      throw error instanceof SignInThrottled ? new SetupLinkInvalid() : error;
    }
    if (await this.links.usable(token)) return;
    await this.throttle.failed(null, ip);
    throw new SetupLinkInvalid();
  }
}
