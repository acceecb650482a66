import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module';
import { AnswerController } from './answer.controller';
import { AnswerThrottle } from './answer-throttle';

/** The public pages of surveys. */
@Module({ imports: [AnswersModule], controllers: [AnswerController], providers: [AnswerThrottle] })
export class SurveyPagesModule {}
