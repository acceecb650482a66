import { Module } from '@nestjs/common';
import { DeadlinesAdminModule } from './deadlines-admin.module';
import { ProposeNextYearHandler } from './jobs/propose-next-year.job';

@Module({ imports: [DeadlinesAdminModule], providers: [ProposeNextYearHandler] })
export class DeadlinesAdminWorkerModule {}
