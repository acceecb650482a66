import { Injectable } from '@nestjs/common';
import { MayContact } from '@kaiku/customers';
import { Clock } from '@kaiku/kernel';
import { CandidateRepository } from '../planning/candidate.repository';
import { decideEligibility } from '../planning/eligibility.rules';
import type { SurveyView } from '../survey.queries';
import type { DecisionReason } from '../survey.words';
import type { InvitationRow } from './dispatch.repository';

/** The rules once more for an invitation that exists, in the transaction that moves it on. Holds the person until that ends. */
@Injectable()
export class Gate {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly mayContact: MayContact,
    private readonly clock: Clock,
  ) {}

  /** @param addressThen the address the mail was made for; null when it is read now */
  async decide(row: InvitationRow, survey: SurveyView, addressThen: string | null): Promise<{ reason: DecisionReason; address: string | null }> {
    const address = row.contactPointId ? await this.candidates.address(row.customerId, row.contactPointId) : null;
    const answer = await this.mayContact.decide({ customerId: row.customerId, address, purpose: survey.purpose, channel: 'email', legalMode: survey.legalMode });
    const ticket = row.ticketId ? await this.candidates.ofTicket(row.ticketId) : null;
    const reason = decideEligibility({
      // Whoever was within the quota when it was planned still is.
      survey: { ...survey, startsAt: survey.startsAt ? new Date(survey.startsAt) : null, endsAt: survey.endsAt ? new Date(survey.endsAt) : null, quota: null, invited: 0 },
      address: address !== null, refusal: answer.allowed ? null : answer.reason, ticket, invitedBefore: false, sampled: true, now: this.clock.now(),
    });
    return { reason: reason === 'eligible' && addressThen !== null && addressThen !== address ? 'address_changed' : reason, address };
  }
}
