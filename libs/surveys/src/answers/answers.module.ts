import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@kaiku/customers';
import { registerMessages } from '@kaiku/platform';
import { StaffModule } from '@kaiku/staff';
import { TicketsModule } from '@kaiku/tickets';
import { RecordAnswer } from '../commands/record-answer';
import { ReviewAnswer } from '../commands/review-answer';
import { SettleAnswer } from '../commands/settle-answer';
import { FollowupRepository } from '../followups/followup.repository';
import { SettlingQueries } from '../followups/settling.queries';
import { HeldAnswersQueries } from '../results/held-answers.queries';
import { SurveyResultsQueries } from '../results/results.queries';
import { AnswerNonces } from './answer-nonce';
import { AnswerRepository } from './answer.repository';
import { LinkQueries } from './link.queries';
import { SurveySettlingEntity } from './survey-settling.entity';
import en from '../pages/locales/en.json';
import fi from '../pages/locales/fi.json';
import sv from '../pages/locales/sv.json';

registerMessages('survey-pages', { en, fi, sv });

const FRONT = [RecordAnswer, LinkQueries, AnswerNonces, AnswerRepository, SettleAnswer, ReviewAnswer, SettlingQueries, FollowupRepository, SurveyResultsQueries, HeldAnswersQueries];

/** Answering: what comes back by a survey's link. */
@Module({ imports: [TypeOrmModule.forFeature([SurveySettlingEntity]), StaffModule, CustomersModule, TicketsModule], providers: FRONT, exports: FRONT })
export class AnswersModule {}
