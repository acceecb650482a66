import { Module, type DynamicModule } from '@nestjs/common';
import { JobsModule, PlatformModule, type Config } from '@kaiku/platform';
import { ConversationsWorkerModule } from '@kaiku/conversations';
import { DeadlinesWorkerModule } from '@kaiku/deadlines';
import { NotificationsWorkerModule } from '@kaiku/notifications';
import { PrivacyModule } from '@kaiku/privacy';
import { SurveysWorkerModule } from '@kaiku/surveys';
import { TicketsWorkerModule } from '@kaiku/tickets';

/** Relay, sweep, job handlers, and the SMTP door. */
@Module({})
export class WorkerModule {
  static for(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.for(config), JobsModule, PrivacyModule, DeadlinesWorkerModule, TicketsWorkerModule, ConversationsWorkerModule, SurveysWorkerModule, NotificationsWorkerModule] };
  }
}
