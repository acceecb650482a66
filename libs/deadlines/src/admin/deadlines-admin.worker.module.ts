import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines.module';
import { ChangeOpenClocksHandler, OpenClockChanges } from './jobs/change-open-clocks.job';
import { ProposeNextYearHandler } from './jobs/propose-next-year.job';

@Module({ imports: [DeadlinesModule], providers: [ProposeNextYearHandler, OpenClockChanges, ChangeOpenClocksHandler] })
export class DeadlinesAdminWorkerModule {}
