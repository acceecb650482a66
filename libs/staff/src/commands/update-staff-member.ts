import { Injectable } from '@nestjs/common';
import { Clock, id, InvalidInput, parseInput, staffIdOf, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { ids, personName, roleIds } from '../staff.inputs';
import { StaffNotFound } from '../staff.problems';
import { StaffRepository } from '../staff.repository';
import { assertAdminStays, assertNotOwnRights } from '../staff.rules';
import { TeamRepository } from '../team.repository';
import { assertRoles } from './create-staff-member';

export const UpdateStaffMemberInput = z.object({
  staffId: id,
  expectedVersion: z.int(),
  name: personName.nullish(),
  roles: roleIds.nullish(),
  teamIds: ids.nullish(),
  leadTeamIds: ids.nullish(),
});

/** Changes a name, roles or teams. Rights hold from the person's next request on. @returns the account's id */
@Injectable()
export class UpdateStaffMember {
  constructor(
    private readonly staff: StaffRepository,
    private readonly teams: TeamRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<string> {
    const input = parseInput(UpdateStaffMemberInput, raw);
    const { staffId } = input;
    if (input.roles || input.teamIds || input.leadTeamIds) assertNotOwnRights(actor, staffId);
    await this.database.transaction(async () => {
      // First the lock of the administrators, then the account: two who change each other must not wait for one another.
      const otherAdmins = input.roles ? await this.staff.otherAdmins(staffId) : 0;
      const member = await this.staff.lock(staffId);
      if (!member) throw new StaffNotFound();
      if (member.version !== input.expectedVersion) throw new InvalidInput([{ path: 'expectedVersion', code: 'changed_meanwhile' }]);
      if (input.roles) {
        await assertRoles(this.staff, input.roles);
        if (member.active) assertAdminStays(await this.staff.rolesOf(staffId), input.roles, otherAdmins);
        await this.staff.setRoles(staffId, input.roles, staffIdOf(actor), this.clock.now());
      }
      if (input.teamIds || input.leadTeamIds) await this.changeTeams(staffId, input.teamIds ?? null, input.leadTeamIds ?? null);
      await this.staff.save(staffId, { name: input.name ?? member.name, version: member.version + 1 });
    });
    return staffId;
  }

  /** What is not given stays as it is; a lead is a member. */
  private async changeTeams(staffId: string, teamIds: readonly string[] | null, leadTeamIds: readonly string[] | null): Promise<void> {
    const before = await this.staff.teamsOf(staffId);
    const leads = leadTeamIds ?? before.filter((t) => t.lead && (teamIds ?? [t.id]).includes(t.id)).map((t) => t.id);
    const teams = [...new Set([...(teamIds ?? before.map((t) => t.id)), ...leads])];
    await this.teams.assertExist(teams);
    await this.staff.setTeams(staffId, teams, leads);
  }
}
