import { Module } from '@nestjs/common';
import { DeadlinesModule } from '@kaiku/deadlines';
import { registerMessages } from '@kaiku/platform';
import { TicketsModule } from '@kaiku/tickets';
import { ReplyTimesQueries } from './reply-times/reply-times.queries';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('reports', { en, fi, sv });

/** Figures for supervisors, from the rows of the libraries below. */
@Module({ imports: [DeadlinesModule, TicketsModule], providers: [ReplyTimesQueries], exports: [ReplyTimesQueries] })
export class ReportsModule {}
