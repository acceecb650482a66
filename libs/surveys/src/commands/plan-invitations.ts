import { Injectable } from '@nestjs/common';
import { AddressHashes, MayContact } from '@kaiku/customers';
import { Clock, newId, viewerOf, type Actor } from '@kaiku/kernel';
import { currentTraceId, Database } from '@kaiku/platform';
import { CandidateRepository, type Candidate } from '../planning/candidate.repository';
import { decideEligibility } from '../planning/eligibility.rules';
import { InvitationRepository } from '../planning/invitation.repository';
import { inSample } from '../planning/sampling.rules';
import { blockedDays, plannedAt } from '../planning/schedule.rules';
import { SurveyQueries, type SurveyView } from '../survey.queries';
import type { DecisionReason } from '../survey.words';
import { publicHoliday } from '../window/public-holidays';
import { localDate } from '../window/send-window.rules';

/** Another worker has decided it in the meantime: everything of this one is undone. */
class DecidedAlready extends Error {}

/** Decides, for each survey that asks about solved tickets, whether this resolution is asked about, and writes down why or why not. */
@Injectable()
export class PlanInvitations {
  constructor(
    private readonly database: Database,
    private readonly surveys: SurveyQueries,
    private readonly candidates: CandidateRepository,
    private readonly invitations: InvitationRepository,
    private readonly mayContact: MayContact,
    private readonly hashes: AddressHashes,
    private readonly clock: Clock,
  ) {}

  /** @param resolutionNo the ticket's version with which it was solved @returns the reason by survey, of those decided now */
  async run(actor: Actor, ticketId: string, resolutionNo: number): Promise<ReadonlyMap<string, DecisionReason>> {
    const reasons = new Map<string, DecisionReason>();
    for (const survey of await this.surveys.forSolvedTickets(viewerOf(actor, 'operations'))) {
      try {
        const reason = await this.database.transaction(() => this.decide(survey, ticketId, resolutionNo));
        if (reason) reasons.set(survey.id, reason);
      } catch (error) {
        if (!(error instanceof DecidedAlready)) throw error;
      }
    }
    return reasons;
  }

  private async decide(survey: SurveyView, ticketId: string, resolutionNo: number): Promise<DecisionReason | null> {
    const seen = await this.candidates.ofTicket(ticketId);
    if (!seen || (await this.invitations.decided(survey.id, ticketId, resolutionNo))) return null;
    const { customerId, address } = seen;
    const answer = customerId && address ? await this.mayContact.decide({ customerId, address, purpose: survey.purpose, channel: 'email', legalMode: survey.legalMode }) : null;
    // The gate holds the person from here on: what is read now stays true until this commits.
    const ticket = (await this.candidates.ofTicket(ticketId))!;
    const now = this.clock.now();
    const { ofSurvey, before } = await this.invitations.invited(survey.id, ticketId, resolutionNo, customerId);
    let reason = decideEligibility({
      survey: { ...survey, startsAt: survey.startsAt ? new Date(survey.startsAt) : null, endsAt: survey.endsAt ? new Date(survey.endsAt) : null, invited: ofSurvey },
      address: answer !== null, refusal: answer && !answer.allowed ? answer.reason : null, ticket, invitedBefore: before,
      sampled: customerId !== null && inSample(survey.id, customerId, ticketId, survey.sampleBp), now,
    });
    const id = newId();
    if (reason === 'eligible') reason = await this.invite(id, survey, ticket, resolutionNo, now);
    const written = await this.invitations.decide({ surveyId: survey.id, invitationId: reason === 'eligible' ? id : null, ticketId, resolutionNo, customerId, stage: 'plan', reason, at: now });
    if (!written) throw new DecidedAlready();
    return reason;
  }

  private async invite(id: string, survey: SurveyView, ticket: Candidate, resolutionNo: number, now: Date): Promise<DecisionReason> {
    const from = new Date((ticket.solvedAt ? Date.parse(ticket.solvedAt) : now.getTime()) + survey.delayMinutes * 60_000);
    const planned = plannedAt(id, from < now ? now : from, survey.sendWindow, publicHoliday);
    if (!planned) return 'survey_inactive';
    const zone = survey.sendWindow.zone;
    if (survey.dailyCap !== null && (await this.invitations.onDay(survey.id, localDate(planned, zone), zone)) >= survey.dailyCap) return 'sampled_out';
    const addressHash = this.hashes.of('email', ticket.address!);
    if (survey.exemptReason === null && !(await this.invitations.reserve(id, ticket.customerId!, addressHash, blockedDays(planned, zone, survey.minIntervalDays)))) return 'throttled';
    const languages = [ticket.language, ticket.customerLanguage].filter((l) => l !== null && survey.languages.includes(l));
    const written = await this.invitations.insert({
      id, surveyId: survey.id, versionId: survey.activeVersionId!, customerId: ticket.customerId!, ticketId: ticket.ticketId, resolutionNo, contactPointId: ticket.contactPointId!, addressHash,
      language: languages[0] ?? survey.languages[0]!, plannedAt: planned, createdAt: now, traceId: currentTraceId(),
      snapshot: { teamId: ticket.teamId, agentId: ticket.assigneeId, kind: ticket.kind, channel: ticket.channel, language: ticket.language, solvedAt: ticket.solvedAt },
    });
    if (!written) throw new DecidedAlready();
    return 'eligible';
  }
}
