import { Module, type DynamicModule } from '@nestjs/common';
import { CallsApiModule } from '@kaiku/calls';
import { ConversationsApiModule } from '@kaiku/conversations';
import { CustomersApiModule } from '@kaiku/customers';
import { DeadlinesAdminApiModule } from '@kaiku/deadlines';
import type { Clock } from '@kaiku/kernel';
import { NotificationsApiModule } from '@kaiku/notifications';
import { GraphqlModule, GraphqlOutcomePlugin, PlatformModule, type Config } from '@kaiku/platform';
import { PrivacyModule } from '@kaiku/privacy';
import { ReportsApiModule } from '@kaiku/reports';
import { StaffApiModule } from '@kaiku/staff';
import { SurveysApiModule } from '@kaiku/surveys';
import { TicketsApiModule } from '@kaiku/tickets';
import { DevClockController } from './http/dev-clock.controller';
import { HealthController } from './http/health.controller';
import { Readiness } from './http/readiness';
import { ReadinessQueries } from './http/readiness.queries';

/** The libraries' api modules; the printed schema is made from the same list. */
export const LIBRARIES = [StaffApiModule, CustomersApiModule, DeadlinesAdminApiModule, TicketsApiModule, ConversationsApiModule, CallsApiModule, SurveysApiModule, NotificationsApiModule, PrivacyModule, ReportsApiModule];

/** Everything the api process answers. */
@Module({
  imports: LIBRARIES,
  controllers: [HealthController, DevClockController],
  providers: [Readiness, ReadinessQueries, GraphqlOutcomePlugin],
})
export class ApiModule {
  /** @param clock stands in for the business clock; for tests */
  static for(config: Config, clock?: Clock): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.for(config, clock), GraphqlModule] };
  }
}
