import { Module } from '@nestjs/common';
import { CustomersModule } from '@kaiku/customers';
import { AnswersModule } from '../answers/answers.module';
import { AnswerController } from './answer.controller';
import { AnswerThrottle } from './answer-throttle';
import { UnsubscribeController } from './unsubscribe.controller';

/** The public pages of surveys. */
@Module({ imports: [AnswersModule, CustomersModule], controllers: [AnswerController, UnsubscribeController], providers: [AnswerThrottle] })
export class SurveyPagesModule {}
