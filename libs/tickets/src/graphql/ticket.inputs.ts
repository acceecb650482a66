import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Locale } from '@kaiku/kernel';
import { DateTimeScalar, LocaleEnum } from '@kaiku/platform';
import { TicketChannel, TicketKind, TicketPriority, TicketStatus } from '../ticket.words';
import './ticket.enums';

const optional = { nullable: true } as const;

@InputType('TicketFilter')
export class TicketFilterArgs {
  @Field(() => [TicketKind], optional)
  kinds?: TicketKind[] | null;
  @Field(() => [TicketStatus], optional)
  statuses?: TicketStatus[] | null;
  @Field(() => [TicketPriority], optional)
  priorities?: TicketPriority[] | null;
  @Field(() => [ID], optional)
  teamIds?: string[] | null;
  @Field(() => [ID], optional)
  assigneeIds?: string[] | null;
  @Field(() => ID, optional)
  customerId?: string | null;
  @Field(() => [String], { nullable: true, description: 'Tickets that have all of them.' })
  tags?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Number, words of the subject, order number, or whose it is.' })
  search?: string | null;
}

@InputType('OpenTicketInput')
export class OpenTicketArgs {
  @Field(() => String)
  idempotencyKey: string;
  @Field(() => TicketKind)
  kind: TicketKind;
  @Field(() => String)
  subject: string;
  @Field(() => String)
  text: string;
  @Field(() => TicketChannel)
  channel: TicketChannel;
  @Field(() => ID, { nullable: true, description: 'The first of one\'s own teams unless given.' })
  teamId?: string | null;
  @Field(() => ID, optional)
  customerId?: string | null;
  @Field(() => TicketPriority, optional)
  priority?: TicketPriority | null;
  @Field(() => LocaleEnum, optional)
  language?: Locale | null;
  @Field(() => String, optional)
  orderNumber?: string | null;
  @Field(() => Boolean, optional)
  answerWanted?: boolean | null;
  @Field(() => Boolean, optional)
  assignToMe?: boolean | null;
  @Field(() => DateTimeScalar, optional)
  receivedAt?: Date | null;
}

/** What most changes of a ticket begin with. */
@InputType({ isAbstract: true })
abstract class ChangeArgs {
  @Field(() => ID)
  ticketId: string;
  @Field(() => Int)
  expectedVersion: number;
}

@InputType('ChangeTicketKindInput')
export class ChangeTicketKindArgs extends ChangeArgs {
  @Field(() => String)
  idempotencyKey: string;
  @Field(() => TicketKind)
  kind: TicketKind;
}

@InputType('UpdateTicketInput', { description: 'What is left out stays as it is.' })
export class UpdateTicketArgs extends ChangeArgs {
  @Field(() => String, optional)
  subject?: string | null;
  @Field(() => TicketStatus, optional)
  status?: TicketStatus | null;
  @Field(() => TicketPriority, optional)
  priority?: TicketPriority | null;
  @Field(() => ID, optional)
  teamId?: string | null;
  @Field(() => LocaleEnum, optional)
  language?: Locale | null;
  @Field(() => String, { nullable: true, description: 'Null takes it away.' })
  orderNumber?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Goes with SNOOZED.' })
  snoozeUntil?: Date | null;
}

@InputType('AssignTicketInput')
export class AssignTicketArgs extends ChangeArgs {
  @Field(() => ID, { nullable: true, description: 'Null: nobody.' })
  assigneeId?: string | null;
}

@InputType('TagTicketInput')
export class TagTicketArgs extends ChangeArgs {
  @Field(() => [String])
  add: string[];
  @Field(() => [String])
  remove: string[];
}

@InputType('LinkCustomerInput')
export class LinkCustomerArgs extends ChangeArgs {
  @Field(() => ID, optional)
  customerId?: string | null;
}

@InputType('SolveTicketInput')
export class SolveTicketArgs extends ChangeArgs {
  @Field(() => String, { nullable: true, description: 'Needed when nobody has answered.' })
  noReplyReason?: string | null;
}

@InputType('ReopenTicketInput')
export class ReopenTicketArgs extends ChangeArgs {}

@InputType('AddNoteInput')
export class AddNoteArgs {
  @Field(() => String)
  idempotencyKey: string;
  @Field(() => ID)
  ticketId: string;
  @Field(() => String)
  text: string;
}

@InputType('FixDeadlineInput')
export class FixDeadlineArgs {
  @Field(() => ID)
  deadlineId: string;
  @Field(() => DateTimeScalar)
  dueAt: Date;
  @Field(() => String)
  reason: string;
  @Field(() => Int, { description: 'Of the ticket.' })
  expectedVersion: number;
}

@InputType('WaiveReplyInput')
export class WaiveReplyArgs {
  @Field(() => ID)
  ticketId: string;
  @Field(() => String)
  reason: string;
  @Field(() => Int)
  expectedVersion: number;
}
