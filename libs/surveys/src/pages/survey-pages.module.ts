import { Module } from '@nestjs/common';
import { registerMessages } from '@kaiku/platform';
import { AnswersModule } from '../answers/answers.module';
import { AnswerController } from './answer.controller';
import { AnswerThrottle } from './answer-throttle';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('survey-pages', { en, fi, sv });

/** The public pages of surveys. */
@Module({ imports: [AnswersModule], controllers: [AnswerController], providers: [AnswerThrottle] })
export class SurveyPagesModule {}
