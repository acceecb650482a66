import { Module } from '@nestjs/common';
import { TicketsModule } from '@kaiku/tickets';
import { AnswersModule } from '../answers/answers.module';
import { SurveyResultsResolver } from './graphql/results.resolver';

/** What the api answers about answers. */
@Module({ imports: [AnswersModule, TicketsModule], providers: [SurveyResultsResolver] })
export class SurveyResultsApiModule {}
