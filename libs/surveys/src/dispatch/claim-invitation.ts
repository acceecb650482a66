import { Injectable } from '@nestjs/common';
import { Clock, system, viewerOf } from '@kaiku/kernel';
import { Config, Database } from '@kaiku/platform';
import { InvitationRepository } from '../planning/invitation.repository';
import { blockedDays, plannedAt } from '../planning/schedule.rules';
import { SurveyQueries, type SurveyView } from '../survey.queries';
import { publicHoliday } from '../window/public-holidays';
import { nextOpening } from '../window/send-window.rules';
import { DispatchRepository, type InvitationRow } from './dispatch.repository';
import { Gate } from './gate';
import type { ReadyMail } from './survey-mail';

const VIEWER = viewerOf(system('surveys.dispatch'), 'operations');

export type Claimed = { readonly row: InvitationRow; readonly survey: SurveyView; readonly address: string } | { readonly skipped: string };

/** The two steps before a mail's first byte, each a transaction that holds the person and asks everything again. */
@Injectable()
export class ClaimInvitation {
  constructor(
    private readonly database: Database,
    private readonly dispatch: DispatchRepository,
    private readonly invitations: InvitationRepository,
    private readonly surveys: SurveyQueries,
    private readonly gate: Gate,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** `planned → claimed`, or cancelled, or planned for when the window opens. */
  claim(id: string, fence: number): Promise<Claimed> {
    return this.database.transaction(async () => {
      const row = await this.dispatch.get(id);
      if (row?.state !== 'planned' || row.fence !== fence) return { skipped: 'not planned any more, or taken by another sender' };
      const survey = (await this.surveys.byIds(VIEWER, [row.surveyId])).get(row.surveyId)!;
      const { reason, address } = await this.gate.decide(row, survey, null);
      const now = this.clock.now();
      if (reason !== 'eligible' || address === null) {
        await this.invitations.cancel([id], reason === 'eligible' ? 'no_address' : reason, 'claim', now);
        return { skipped: `not asked: ${reason}` };
      }
      if (nextOpening(now, survey.sendWindow, publicHoliday)?.at.getTime() !== now.getTime()) {
        await this.dispatch.replan(id, fence, plannedAt(id, now, survey.sendWindow, publicHoliday) ?? now);
        return { skipped: 'outside the window; waits for it to open' };
      }
      if (!(await this.dispatch.claim(id, fence, now, this.config.mail.leaseSeconds))) return { skipped: 'taken by another sender' };
      if (survey.exemptReason === null && !(await this.invitations.moveSlot(row, blockedDays(now, survey.sendWindow.zone, survey.minIntervalDays), now))) {
        await this.invitations.cancel([id], 'throttled', 'claim', now);
        return { skipped: 'not asked: throttled' };
      }
      return { row, survey, address };
    });
  }

  /** `claimed → sending`, committed before the first byte; false when it is not ours or may not be sent any more. */
  begin(claimed: { row: InvitationRow; survey: SurveyView; address: string }, mail: ReadyMail): Promise<boolean> {
    const { row, survey, address } = claimed;
    return this.database.transaction(async () => {
      const { reason } = await this.gate.decide(row, survey, address);
      const now = this.clock.now();
      if (reason !== 'eligible') {
        await this.invitations.cancel([row.id], reason, 'send', now);
        return false;
      }
      const expiresAt = new Date(now.getTime() + survey.expiryDays * 86_400_000);
      if (!(await this.dispatch.begin(row.id, row.fence, { messageId: mail.messageId, tokenHash: mail.tokenHash, expiresAt }, now, this.config.mail.leaseSeconds))) return false;
      await this.invitations.decide({ ...row, invitationId: row.id, stage: 'send', reason: 'eligible', at: now });
      return true;
    });
  }
}
