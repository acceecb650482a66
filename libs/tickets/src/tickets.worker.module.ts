import { Module } from '@nestjs/common';
import { CloseStaleHandler } from './jobs/close-stale.job';
import { ReleaseWorkHandler } from './jobs/release-work.job';
import { SnoozeReturnHandler } from './jobs/snooze-return.job';
import { TicketsModule } from './tickets.module';

@Module({ imports: [TicketsModule], providers: [CloseStaleHandler, SnoozeReturnHandler, ReleaseWorkHandler] })
export class TicketsWorkerModule {}
