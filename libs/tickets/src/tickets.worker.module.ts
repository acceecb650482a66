import { Module } from '@nestjs/common';
import { CloseStaleHandler } from './jobs/close-stale.job';
import { SnoozeReturnHandler } from './jobs/snooze-return.job';
import { TicketsModule } from './tickets.module';

@Module({ imports: [TicketsModule], providers: [CloseStaleHandler, SnoozeReturnHandler] })
export class TicketsWorkerModule {}
