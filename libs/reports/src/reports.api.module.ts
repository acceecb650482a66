import { Module } from '@nestjs/common';
import { TicketsModule } from '@kaiku/tickets';
import { ReplyTimesResolver } from './graphql/reply-times.resolver';
import { ReportsModule } from './reports.module';

@Module({ imports: [ReportsModule, TicketsModule], providers: [ReplyTimesResolver] })
export class ReportsApiModule {}
