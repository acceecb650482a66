import { Module } from '@nestjs/common';
import { CustomersModule } from '@kaiku/customers';
import { RelayLookup, SmtpSender } from '@kaiku/platform';
import { BounceRepository } from './dispatch/bounce.repository';
import { ClaimInvitation } from './dispatch/claim-invitation';
import { Gate } from './dispatch/gate';
import { MailMarks } from './dispatch/mail-marks';
import { SurveyMail } from './dispatch/survey-mail';
import { SurveyNews } from './dispatch/survey-news';
import { PlanOnSolvedHandler, WithdrawOnReopenedHandler } from './jobs/plan.job';
import { DueUnknownInvitations, ResolveUnknownInvitationHandler } from './jobs/resolve-unknown.job';
import { DueInvitations, SendInvitationHandler } from './jobs/send.job';
import { SurveyFollowupsWorkerModule } from './followups/survey-followups.worker.module';
import { ExpireInvitationsHandler, ReconcileSurveysHandler } from './jobs/upkeep.job';
import { ShipSurveys } from './ship-surveys';
import { SurveysModule } from './surveys.module';

/** Planning, sending and what happens later. */
@Module({
  imports: [SurveysModule, SurveyFollowupsWorkerModule, CustomersModule],
  providers: [
    SmtpSender, RelayLookup, MailMarks, SurveyMail, Gate, ClaimInvitation, BounceRepository, SurveyNews, ShipSurveys,
    PlanOnSolvedHandler, WithdrawOnReopenedHandler, DueInvitations, SendInvitationHandler, DueUnknownInvitations, ResolveUnknownInvitationHandler, ExpireInvitationsHandler, ReconcileSurveysHandler,
  ],
})
export class SurveysWorkerModule {}
