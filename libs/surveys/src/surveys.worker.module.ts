import { Module } from '@nestjs/common';
import { SurveyFollowupsWorkerModule } from './followups/survey-followups.worker.module';
import { SurveysModule } from './surveys.module';

/** Planning, sending and what happens later. */
@Module({ imports: [SurveysModule, SurveyFollowupsWorkerModule] })
export class SurveysWorkerModule {}
