import { registerEnumType } from '@nestjs/graphql';
import { DeskEventKind } from '../live/desk-event';
import { AuthorKind, EntryKind, EntryVisibility, TicketChannel, TicketKind, TicketPriority, TicketStatus } from '../ticket.words';
import { View } from '../view.rules';

registerEnumType(TicketKind, { name: 'TicketKind' });
registerEnumType(TicketStatus, { name: 'TicketStatus' });
registerEnumType(TicketPriority, { name: 'TicketPriority' });
registerEnumType(TicketChannel, { name: 'TicketChannel' });
registerEnumType(EntryKind, { name: 'EntryKind' });
registerEnumType(EntryVisibility, { name: 'EntryVisibility' });
registerEnumType(AuthorKind, { name: 'AuthorKind' });
registerEnumType(View, { name: 'View', description: 'The lists everybody has.' });
registerEnumType(DeskEventKind, { name: 'DeskEventKind' });
