import { Module } from '@nestjs/common';
import { DeadlinesAdminWorkerModule } from './admin/deadlines-admin.worker.module';
import { DeadlinesModule } from './deadlines.module';
import { DueReminders, FireReminderHandler } from './jobs/fire-reminder.job';

@Module({ imports: [DeadlinesModule, DeadlinesAdminWorkerModule], providers: [DueReminders, FireReminderHandler] })
export class DeadlinesWorkerModule {}
