import { Module } from '@nestjs/common';
import { SurveysModule } from './surveys.module';

/** Planning, sending and what happens later. */
@Module({ imports: [SurveysModule] })
export class SurveysWorkerModule {}
