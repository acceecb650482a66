import { Module } from '@nestjs/common';
import { GraphqlModule, LiveModule } from '@kaiku/platform';
import { TicketsModule } from '@kaiku/tickets';
import { NoticeResolver, NoticeSettingsResolver } from './graphql/notice.resolver';
import { NoticeFollower } from './live/notice-follower';
import { NotificationsModule } from './notifications.module';

@Module({ imports: [NotificationsModule, TicketsModule, GraphqlModule, LiveModule], providers: [NoticeResolver, NoticeSettingsResolver, NoticeFollower] })
export class NotificationsApiModule {}
