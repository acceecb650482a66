import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@kaiku/customers';
import { registerMessages } from '@kaiku/platform';
import { StaffModule } from '@kaiku/staff';
import { AppendEntry } from './commands/append-entry';
import { CreateTicket } from './commands/create-ticket';
import { OpenTicket } from './commands/open-ticket';
import { EntryQueries } from './entry.queries';
import { EntryRepository } from './entry.repository';
import { TicketEntryEntity } from './ticket-entry.entity';
import { TicketSeenEntity } from './ticket-seen.entity';
import { TicketEntity } from './ticket.entity';
import { TicketQueries } from './ticket.queries';
import { TicketRepository } from './ticket.repository';
import { TicketWriter } from './ticket.writer';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('tickets', { en, fi, sv });

const FRONT = [TicketQueries, EntryQueries, OpenTicket, CreateTicket, AppendEntry];

/** Tickets and their timelines. Needs an AccessRecorder from whoever composes the process. */
@Module({
  imports: [TypeOrmModule.forFeature([TicketEntity, TicketEntryEntity, TicketSeenEntity]), StaffModule, CustomersModule],
  providers: [TicketRepository, EntryRepository, TicketWriter, ...FRONT],
  exports: FRONT,
})
export class TicketsModule {}
