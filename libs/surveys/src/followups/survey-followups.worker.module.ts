import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module';
import { DueAnswers, SettleAnswerHandler } from './settle-answers.job';

/** What follows from answers. */
@Module({ imports: [AnswersModule], providers: [DueAnswers, SettleAnswerHandler] })
export class SurveyFollowupsWorkerModule {}
