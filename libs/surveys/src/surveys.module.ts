import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@kaiku/customers';
import { registerMessages } from '@kaiku/platform';
import { StaffModule } from '@kaiku/staff';
import { TicketsModule } from '@kaiku/tickets';
import { ActivateSurvey } from './commands/activate-survey';
import { CancelInvitation } from './commands/cancel-invitation';
import { CreateSurveyVersion } from './commands/create-survey-version';
import { PlanInvitations } from './commands/plan-invitations';
import { WithdrawAfterReopening } from './commands/withdraw-after-reopening';
import { DispatchRepository } from './dispatch/dispatch.repository';
import { PlannedSurveys } from './dispatch/planned-surveys';
import { ProviderRepository } from './dispatch/provider.repository';
import { SURVEY_ENTITIES } from './entities';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';
import { CandidateRepository } from './planning/candidate.repository';
import { InvitationRepository } from './planning/invitation.repository';
import { SurveyQueries } from './survey.queries';
import { SurveyRepository } from './versions/survey.repository';

registerMessages('surveys', { en, fi, sv });

const PARTS = [SurveyQueries, CandidateRepository, InvitationRepository, DispatchRepository, ProviderRepository, PlanInvitations, WithdrawAfterReopening, PlannedSurveys, SurveyRepository, CreateSurveyVersion, ActivateSurvey, CancelInvitation];

/** Asking: what is shared by the sending and the answering side. In the api too, where an objection takes back what is planned. */
@Module({ imports: [TypeOrmModule.forFeature(SURVEY_ENTITIES), StaffModule, CustomersModule, TicketsModule], providers: PARTS, exports: PARTS })
export class SurveysModule {}
