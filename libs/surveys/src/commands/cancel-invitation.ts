import { Injectable } from '@nestjs/common';
import { can, Clock, Forbidden, id, parseInput, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { z } from 'zod';
import { InvitationRepository } from '../planning/invitation.repository';
import { SURVEY } from '../surveys.permissions';
import { InvitationNotCancellable } from '../surveys.problems';

export const CancelInvitationInput = z.object({ invitationId: id });

/** Takes back an asking that has not left; its days are free again. */
@Injectable()
export class CancelInvitation {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, raw: unknown): Promise<{ invitationId: string }> {
    if (!can(actor, SURVEY.manage)) throw new Forbidden(SURVEY.manage);
    const { invitationId } = parseInput(CancelInvitationInput, raw);
    return this.database.transaction(async () => {
      if ((await this.invitations.cancel([invitationId], 'by_staff', 'other', this.clock.now())) === 0) throw new InvitationNotCancellable();
      return { invitationId };
    });
  }
}
