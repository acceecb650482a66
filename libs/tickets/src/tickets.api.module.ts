import { Module } from '@nestjs/common';
import { CustomersModule } from '@kaiku/customers';
import { DeadlinesModule } from '@kaiku/deadlines';
import { GraphqlModule, LiveModule } from '@kaiku/platform';
import { ChangeSampleResolver } from './graphql/change-sample.resolver';
import { CustomerTicketsResolver } from './graphql/customer-tickets.resolver';
import { DeskEventsResolver } from './graphql/desk-events.resolver';
import { TicketAnswers } from './graphql/ticket-answers';
import { TicketCommandsResolver } from './graphql/ticket.commands.resolver';
import { DeadlineEventResolver, TicketDeadlinesResolver } from './graphql/ticket.deadlines.resolver';
import { TicketFieldsResolver, TicketTotalsResolver } from './graphql/ticket.fields.resolver';
import { TicketQueriesResolver } from './graphql/ticket.queries.resolver';
import { DeskEventsController } from './live/desk-events.controller';
import { DeskFeed } from './live/desk-feed';
import { DeskFollower, REFRESH_MS } from './live/desk-follower';
import { DeskLogQueries } from './live/desk-log.queries';
import { WithoutPolicyResolver } from './graphql/without-policy.resolver';
import { TicketsModule } from './tickets.module';
import { WithoutPolicyQueries } from './without-policy.queries';

@Module({
  imports: [TicketsModule, CustomersModule, DeadlinesModule, GraphqlModule, LiveModule],
  controllers: [DeskEventsController],
  providers: [
    TicketDeadlinesResolver, DeadlineEventResolver,
    TicketQueriesResolver, TicketFieldsResolver, TicketTotalsResolver, TicketCommandsResolver, TicketAnswers, CustomerTicketsResolver, DeskEventsResolver, ChangeSampleResolver, WithoutPolicyResolver, WithoutPolicyQueries,
    DeskLogQueries, DeskFeed, DeskFollower,
    // Rights that were taken away end within five seconds.
    { provide: REFRESH_MS, useValue: 4000 },
  ],
  exports: [TicketAnswers],
})
export class TicketsApiModule {}
