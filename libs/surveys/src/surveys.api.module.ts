import { Module } from '@nestjs/common';
import { GraphqlModule } from '@kaiku/platform';
import { SurveyPagesModule } from './pages/survey-pages.module';
import { SurveysModule } from './surveys.module';

/** What the api answers about surveys, and their public pages. */
@Module({ imports: [SurveysModule, SurveyPagesModule, GraphqlModule] })
export class SurveysApiModule {}
