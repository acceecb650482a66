import { Injectable } from '@nestjs/common';
import { HoldsPlannedContacts, type PlannedContacts, type WithdrawnContacts } from '@kaiku/customers';
import { InvitationRepository } from '../planning/invitation.repository';

/** What somebody's choice takes back: invitations that have not left. Called under the lock of the person. */
@HoldsPlannedContacts()
@Injectable()
export class PlannedSurveys implements PlannedContacts {
  constructor(private readonly invitations: InvitationRepository) {}

  async withdraw(contacts: WithdrawnContacts): Promise<number> {
    if (contacts.channel !== null && contacts.channel !== 'email') return 0;
    const ids = await this.invitations.withdrawable(contacts);
    return this.invitations.cancel(ids, contacts.reason, 'other', contacts.at);
  }
}
