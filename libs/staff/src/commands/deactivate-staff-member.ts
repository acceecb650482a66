import { Injectable } from '@nestjs/common';
import { Clock, id, parseInput, type Actor } from '@kaiku/kernel';
import { Database, Outbox } from '@kaiku/platform';
import { z } from 'zod';
import { SessionRepository } from '../session.repository';
import { StaffDeactivated, StaffSessionsEnded } from '../staff.events';
import { StaffNotFound } from '../staff.problems';
import { StaffRepository } from '../staff.repository';
import { assertAdminStays, assertNotOwnRights } from '../staff.rules';

export const DeactivateStaffMemberInput = z.object({ staffId: id });

/** Closes an account: its sessions and open sockets end at once. Doing it again changes nothing. @returns the account's id */
@Injectable()
export class DeactivateStaffMember {
  constructor(
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<string> {
    const { staffId } = parseInput(DeactivateStaffMemberInput, raw);
    assertNotOwnRights(actor, staffId);
    await this.database.transaction(async () => {
      const otherAdmins = await this.staff.otherAdmins(staffId);
      const member = await this.staff.lock(staffId);
      if (!member) throw new StaffNotFound();
      if (!member.active) return;
      assertAdminStays(await this.staff.rolesOf(staffId), [], otherAdmins);
      await this.staff.save(staffId, { active: false, deactivatedAt: this.clock.now(), version: member.version + 1 });
      const sessionIds = await this.sessions.endAllOf(staffId);
      if (sessionIds.length > 0) await this.outbox.publish(StaffSessionsEnded, { staffId, sessionIds });
      await this.outbox.publish(StaffDeactivated, { staffId });
    });
    return staffId;
  }
}
