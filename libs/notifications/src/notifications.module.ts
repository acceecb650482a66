import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerMessages } from '@kaiku/platform';
import { StaffModule } from '@kaiku/staff';
import { TicketsModule } from '@kaiku/tickets';
import { ClockQueries } from './clock.queries';
import { MarkNoticesRead } from './commands/mark-notices-read';
import { Notify } from './commands/notify';
import { RegisterPush } from './commands/register-push';
import { RemovePush } from './commands/remove-push';
import { SetNoticePreference } from './commands/set-notice-preference';
import { SetQuietHours } from './commands/set-quiet-hours';
import { TellOfReminder } from './commands/tell-of-reminder';
import { NoticeDeliveryEntity } from './delivery/notice-delivery.entity';
import { PushKeys } from './delivery/push-keys';
import { PushNetwork } from './delivery/push-network';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';
import { NoticeEntity } from './notice.entity';
import { NoticeQueries } from './notice.queries';
import { NoticeRepository } from './notice.repository';
import { RecipientQueries } from './recipients.queries';
import { NoticePreferenceEntity } from './settings/notice-preference.entity';
import { PersonalNews } from './personal-news';
import { PushSubscriptionEntity } from './settings/push-subscription.entity';
import { PushSubscriptionRepository } from './settings/push-subscription.repository';
import { QuietHoursEntity } from './settings/quiet-hours.entity';
import { SettingsQueries } from './settings/settings.queries';
import { SettingsRepository } from './settings/settings.repository';

registerMessages('notifications', { en, fi, sv });

const PARTS = [
  NoticeRepository, NoticeQueries, RecipientQueries, ClockQueries, SettingsRepository, SettingsQueries, PushSubscriptionRepository, PushKeys, PersonalNews,
  Notify, TellOfReminder, MarkNoticesRead, SetNoticePreference, SetQuietHours, RegisterPush, RemovePush,
];

/** What colleagues are told, and how they want it. */
@Module({
  imports: [TypeOrmModule.forFeature([NoticeEntity, NoticePreferenceEntity, QuietHoursEntity, PushSubscriptionEntity, NoticeDeliveryEntity]), StaffModule, TicketsModule],
  providers: [{ provide: PushNetwork, useFactory: () => new PushNetwork() }, ...PARTS],
  exports: [PushNetwork, ...PARTS],
})
export class NotificationsModule {}
