import { Injectable } from '@nestjs/common';
import { Clock } from '@kaiku/kernel';
import { Metrics } from '@kaiku/platform';
import { AuditRepository } from '../audit.repository';

/** How long reminders wait: the one that waits longest now, and how late each was told. */
@Injectable()
export class ReminderMetrics {
  private readonly lateness: (seconds: number) => void;

  constructor(metrics: Metrics, audit: AuditRepository, clock: Clock) {
    metrics.gauge('kaiku_reminder_oldest_overdue_seconds', 'For how long the oldest reminder that has come is waiting; above 120 somebody should look', () => audit.oldestOverdue(clock.now()));
    this.lateness = metrics.histogram('kaiku_reminder_late_seconds', 'How long after its time a reminder was told', [1, 5, 10, 15, 30, 60, 120, 600, 3600]);
  }

  told(fireAt: Date, now: Date): void {
    this.lateness(Math.max(0, (now.getTime() - fireAt.getTime()) / 1000));
  }
}
