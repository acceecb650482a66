import { Module } from '@nestjs/common';
import { GraphqlModule } from '@kaiku/platform';
import { SurveysModule } from './surveys.module';

/** What the api answers about surveys, and their public pages. */
@Module({ imports: [SurveysModule, GraphqlModule] })
export class SurveysApiModule {}
