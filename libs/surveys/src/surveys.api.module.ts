import { Module } from '@nestjs/common';
import { GraphqlModule } from '@kaiku/platform';
import { SurveyPagesModule } from './pages/survey-pages.module';
import { SurveyResultsApiModule } from './results/survey-results.api.module';
import { SurveyResolver } from './graphql/survey.resolver';
import { SurveysModule } from './surveys.module';

/** What the api answers about surveys, and their public pages. */
@Module({ imports: [SurveysModule, SurveyPagesModule, SurveyResultsApiModule, GraphqlModule], providers: [SurveyResolver] })
export class SurveysApiModule {}
