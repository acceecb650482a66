import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { registerMessages } from '@kaiku/platform';
import { DeadlinesAdminModule } from './admin/deadlines-admin.module';
import { ApplySignals } from './commands/apply-signals';
import { MergeSubjects } from './commands/merge-subjects';
import { UnmergeSubjects } from './commands/unmerge-subjects';
import { SubjectPairs } from './subject-pairs';
import { SplitSubject } from './commands/split-subject';
import { RecordHolder } from './commands/record-holder';
import { DeadlineEventEntity } from './deadline-event.entity';
import { DeadlineReminderEntity } from './deadline-reminder.entity';
import { DeadlineEntity } from './deadline.entity';
import { DeadlineQueries } from './deadline.queries';
import { DeadlineRepository } from './deadline.repository';
import { Desks } from './desk';
import { ImaginedClocks } from './imagined-clocks';
import { ReminderRepository } from './reminder.repository';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('deadlines', { en, fi, sv });

const FRONT = [ApplySignals, RecordHolder, MergeSubjects, UnmergeSubjects, SplitSubject, DeadlineQueries, ImaginedClocks];

/** Running promises: told what happens to their subjects, they know when they are due. */
@Module({
  imports: [TypeOrmModule.forFeature([DeadlineEntity, DeadlineEventEntity, DeadlineReminderEntity]), DeadlinesAdminModule],
  providers: [SubjectPairs, DeadlineRepository, ReminderRepository, Desks, ...FRONT],
  exports: [DeadlineRepository, ReminderRepository, Desks, ...FRONT, DeadlinesAdminModule],
})
export class DeadlinesModule {}
