import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@kaiku/customers';
import { DeadlinesModule } from '@kaiku/deadlines';
import { registerMessages } from '@kaiku/platform';
import { StaffModule } from '@kaiku/staff';
import { AssigneeQueries } from './assignees.queries';
import { AddNote } from './commands/add-note';
import { AnnounceTicket } from './commands/announce-ticket';
import { AppendEntry } from './commands/append-entry';
import { AskForAnswer } from './commands/ask-for-answer';
import { LockTicket } from './commands/lock-ticket';
import { AssignTicket } from './commands/assign-ticket';
import { ChangeTicketKind } from './commands/change-ticket-kind';
import { CreateTicket } from './commands/create-ticket';
import { FixDeadline } from './commands/fix-deadline';
import { LinkCustomer } from './commands/link-customer';
import { MarkAnswered } from './commands/mark-answered';
import { MarkTicketSeen } from './commands/mark-ticket-seen';
import { OpenTicket } from './commands/open-ticket';
import { ReopenTicket } from './commands/reopen-ticket';
import { SolveTicket } from './commands/solve-ticket';
import { TagTicket } from './commands/tag-ticket';
import { TellClocks } from './commands/tell-clocks';
import { UpdateTicket } from './commands/update-ticket';
import { WaiveReply } from './commands/waive-reply';
import { VoidReply } from './commands/void-reply';
import { EntryQueries } from './entry.queries';
import { EntryRepository } from './entry.repository';
import { FieldConflicts } from './field-conflicts';
import { ChangeEach } from './jobs/change-each';
import { TicketEntryEntity } from './ticket-entry.entity';
import { TicketFilterQueries } from './ticket-filter.queries';
import { TicketSeenEntity } from './ticket-seen.entity';
import { TicketSeenRepository } from './ticket-seen.repository';
import { TicketViewQueries } from './ticket-view.queries';
import { TicketEntity } from './ticket.entity';
import { TicketTiers } from './ticket-tiers';
import { TicketQueries } from './ticket.queries';
import { TicketRepository } from './ticket.repository';
import { TicketWriter } from './ticket.writer';
import { UpkeepQueries } from './upkeep.queries';
import en from './locales/en.json';
import fi from './locales/fi.json';
import sv from './locales/sv.json';

registerMessages('tickets', { en, fi, sv });

const FRONT = [
  TicketQueries, TicketViewQueries, TicketFilterQueries, EntryQueries, UpkeepQueries,
  OpenTicket, ChangeTicketKind, UpdateTicket, AssignTicket, TagTicket, LinkCustomer, AddNote, SolveTicket, ReopenTicket, MarkTicketSeen,
  CreateTicket, TellClocks, FixDeadline, WaiveReply, AppendEntry, AskForAnswer, LockTicket, MarkAnswered, VoidReply, AnnounceTicket, ChangeEach, TicketTiers,
];

/** Tickets and their timelines. Needs an AccessRecorder from whoever composes the process. */
@Module({
  imports: [TypeOrmModule.forFeature([TicketEntity, TicketEntryEntity, TicketSeenEntity]), StaffModule, CustomersModule, DeadlinesModule],
  providers: [TicketRepository, EntryRepository, TicketSeenRepository, TicketWriter, FieldConflicts, AssigneeQueries, ...FRONT],
  exports: [TicketRepository, ...FRONT],
})
export class TicketsModule {}
