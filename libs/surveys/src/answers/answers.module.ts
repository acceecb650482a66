import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@kaiku/customers';
import { StaffModule } from '@kaiku/staff';
import { TicketsModule } from '@kaiku/tickets';
import { RecordAnswer } from '../commands/record-answer';
import { AnswerNonces } from './answer-nonce';
import { AnswerRepository } from './answer.repository';
import { LinkQueries } from './link.queries';
import { SurveySettlingEntity } from './survey-settling.entity';

const FRONT = [RecordAnswer, LinkQueries, AnswerNonces, AnswerRepository];

/** Answering: what comes back by a survey's link. */
@Module({ imports: [TypeOrmModule.forFeature([SurveySettlingEntity]), StaffModule, CustomersModule, TicketsModule], providers: FRONT, exports: FRONT })
export class AnswersModule {}
