import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@kaiku/kernel';
import { Database } from '@kaiku/platform';
import { DispatchRepository } from '../dispatch/dispatch.repository';
import { InvitationRepository } from '../planning/invitation.repository';

/** A case that was taken up again is not asked about: what has not left is cancelled, what has left is void. Its days stay used. */
@Injectable()
export class WithdrawAfterReopening {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationRepository,
    private readonly dispatch: DispatchRepository,
    private readonly clock: Clock,
  ) {}

  /** @param before resolutions before this version of the ticket @returns how many invitations it met */
  run(_actor: Actor, ticketId: string, before: number): Promise<number> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const open = await this.dispatch.ofTicket(ticketId, before);
      const cancelled = await this.invitations.cancel(open.map((i) => i.id), 'reopened', 'other', now);
      return cancelled + (await this.dispatch.voidSent(open.map((i) => i.id), now));
    });
  }
}
