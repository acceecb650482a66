import { Module } from '@nestjs/common';
import { DeadlinesModule } from '@kaiku/deadlines';
import { SmtpSender } from '@kaiku/platform';
import { DeliveryRepository } from './delivery/delivery.repository';
import { NoticeMail } from './delivery/notice-mail';
import { PushSender } from './delivery/push-sender';
import { DeliverNoticeHandler, DueDeliveries } from './jobs/deliver.job';
import { NoticeOnReminderHandler } from './jobs/reminder.job';
import { NoticeOnAssignmentHandler, NoticeOnEntryHandler, NoticeOnOpeningHandler, NoticeOnReopeningHandler, SettleOnSolvingHandler } from './jobs/ticket-news.job';
import { ForgetBrowsersHandler, NotificationsUpkeepHandler } from './jobs/upkeep.job';
import { NotificationsModule } from './notifications.module';

/** News into notices, notices into mails and pushes. */
@Module({
  imports: [NotificationsModule, DeadlinesModule],
  providers: [
    SmtpSender, DeliveryRepository, NoticeMail, PushSender, DueDeliveries, DeliverNoticeHandler,
    NoticeOnAssignmentHandler, NoticeOnOpeningHandler, NoticeOnEntryHandler, NoticeOnReopeningHandler, SettleOnSolvingHandler, NoticeOnReminderHandler, NotificationsUpkeepHandler, ForgetBrowsersHandler,
  ],
})
export class NotificationsWorkerModule {}
