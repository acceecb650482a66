import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput, LIMITS, newId, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database, violatedConstraint } from '@kaiku/platform';
import { z } from 'zod';
import { Passwords } from '../passwords';
import { emailAddress, ids, locale, newPassword, personName, roleIds } from '../staff.inputs';
import { StaffEmailTaken } from '../staff.problems';
import { StaffRepository } from '../staff.repository';
import { TeamRepository } from '../team.repository';

export const CreateStaffMemberInput = z.object({
  name: personName,
  email: emailAddress,
  password: newPassword,
  locale,
  roles: roleIds,
  teamIds: ids,
  leadTeamIds: ids.nullish(),
});

/** Makes an account. @returns its id */
@Injectable()
export class CreateStaffMember {
  constructor(
    private readonly staff: StaffRepository,
    private readonly teams: TeamRepository,
    private readonly passwords: Passwords,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<string> {
    const input = parseInput(CreateStaffMemberInput, raw);
    const passwordHash = await this.passwords.hash(input.password);
    return this.database.transaction(() => this.insert(actor, input, passwordHash)).catch((error: unknown) => {
      throw violatedConstraint(error) === 'staff_member_email_uq' ? new StaffEmailTaken() : error;
    });
  }

  private async insert(actor: Actor, input: z.output<typeof CreateStaffMemberInput>, passwordHash: string): Promise<string> {
    const now = this.clock.now();
    const id = newId();
    const teams = [...new Set([...input.teamIds, ...(input.leadTeamIds ?? [])])];
    await assertRoles(this.staff, input.roles);
    await this.teams.assertExist(teams);
    await this.staff.insert({
      id, name: input.name, email: input.email, passwordHash, locale: input.locale, active: true, deactivatedAt: null,
      undoSeconds: LIMITS.undo.defaultSeconds, version: 1, createdAt: now,
    });
    await this.staff.setRoles(id, input.roles, staffIdOf(actor), now);
    await this.staff.setTeams(id, teams, input.leadTeamIds ?? []);
    return id;
  }
}

/** Refuses a role that does not exist, naming it. */
export async function assertRoles(staff: StaffRepository, roles: readonly string[]): Promise<void> {
  const known = await staff.knownRoles(roles);
  const unknown = roles.findIndex((role) => !known.has(role));
  if (unknown >= 0) throw new InvalidInput([{ path: `roles.${unknown}`, code: 'role_unknown' }]);
}
