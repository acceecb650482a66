import { Module } from '@nestjs/common';
import { DeadlinesModule } from '@kaiku/deadlines';
import { CloseStaleHandler } from './jobs/close-stale.job';
import { FollowDeadlinesHandler, NoteHolderHandler } from './jobs/follow-deadlines.job';
import { ReleaseWorkHandler } from './jobs/release-work.job';
import { SnoozeReturnHandler } from './jobs/snooze-return.job';
import { TicketsModule } from './tickets.module';

@Module({ imports: [TicketsModule, DeadlinesModule], providers: [CloseStaleHandler, FollowDeadlinesHandler, NoteHolderHandler, SnoozeReturnHandler, ReleaseWorkHandler] })
export class TicketsWorkerModule {}
