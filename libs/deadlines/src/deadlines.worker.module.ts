import { Module } from '@nestjs/common';
import { DeadlinesAdminWorkerModule } from './admin/deadlines-admin.worker.module';
import { DeadlinesModule } from './deadlines.module';
import { AuditRepository } from './audit.repository';
import { AuditDeadlinesHandler } from './jobs/audit.job';
import { ReminderMetrics } from './jobs/reminder-metrics';
import { DueReminders, FireReminderHandler } from './jobs/fire-reminder.job';

@Module({ imports: [DeadlinesModule, DeadlinesAdminWorkerModule], providers: [DueReminders, FireReminderHandler, AuditDeadlinesHandler, AuditRepository, ReminderMetrics] })
export class DeadlinesWorkerModule {}
