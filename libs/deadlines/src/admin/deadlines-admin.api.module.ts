import { Module } from '@nestjs/common';
import { GraphqlModule } from '@kaiku/platform';
import '../graphql/deadline.enums';
import { DeadlinesAdminModule } from './deadlines-admin.module';
import { CalendarDayProposalResolver, CalendarDayResolver, CalendarResolver, CalendarVersionResolver, DefinitionFaultResolver } from './graphql/calendar.resolver';
import { PolicyResolver, PolicyVersionResolver, ReminderPlanResolver } from './graphql/policy.resolver';
import { PreviewResolver } from './graphql/preview.resolver';

@Module({
  imports: [DeadlinesAdminModule, GraphqlModule],
  providers: [CalendarResolver, CalendarVersionResolver, CalendarDayResolver, CalendarDayProposalResolver, DefinitionFaultResolver, PolicyResolver, PolicyVersionResolver, ReminderPlanResolver, PreviewResolver],
})
export class DeadlinesAdminApiModule {}
