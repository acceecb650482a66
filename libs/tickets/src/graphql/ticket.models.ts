import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DeadlineFacts } from '@kaiku/deadlines';
import { CustomerModel } from '@kaiku/customers';
import type { Locale } from '@kaiku/kernel';
import { DateTimeScalar, LocaleEnum } from '@kaiku/platform';
import { StaffMemberModel, TeamModel } from '@kaiku/staff';
import type { Added } from '../added-columns';
import type { EntryPage } from '../entry.queries';
import type { TicketView } from '../ticket.views';
import { EntryKind, TicketChannel, TicketKind, TicketPriority, TicketStatus } from '../ticket.words';
import './ticket.enums';

@ObjectType('TicketRef', { description: 'Just enough to name a ticket.' })
export class TicketRefModel {
  @Field(() => ID)
  id: string;
  @Field(() => Int)
  number: number;
  @Field(() => String, { nullable: true })
  subject: string | null;
  @Field(() => TicketStatus)
  status: TicketStatus;
}

@ObjectType('LastEntry', { description: 'The newest thing somebody said.' })
export class LastEntryModel {
  @Field(() => ID)
  id: string;
  @Field(() => EntryKind)
  kind: EntryKind;
  @Field(() => DateTimeScalar)
  at: string;
  @Field(() => String, { nullable: true })
  preview: string | null;
  @Field(() => Boolean)
  byUs: boolean;
}

@ObjectType('Ticket', { description: 'One matter of one customer. What the reader may not see is null and named in maskedFields.' })
export class TicketModel {
  @Field(() => ID)
  id: string;
  @Field(() => Int, { description: 'For people; nothing public is reached by it.' })
  number: number;
  @Field(() => Int, { description: 'Rises by one with each change; name it when changing the ticket.' })
  version: number;
  @Field(() => TicketKind)
  kind: TicketKind;
  @Field(() => TicketStatus)
  status: TicketStatus;
  @Field(() => TicketPriority)
  priority: TicketPriority;
  @Field(() => TicketChannel)
  channel: TicketChannel;
  @Field(() => String, { nullable: true })
  subject: string | null;
  @Field(() => LocaleEnum, { description: 'The customer\'s language in this matter.' })
  language: Locale;
  @Field(() => String, { nullable: true })
  orderNumber: string | null;
  @Field(() => Boolean)
  answerWanted: boolean;
  @Field(() => TeamModel)
  team: TeamModel;
  @Field(() => StaffMemberModel, { nullable: true })
  assignee: StaffMemberModel | null;
  @Field(() => CustomerModel, { nullable: true })
  customer: CustomerModel | null;
  @Field(() => String, { nullable: true, description: 'Who turned to us, by their own words, while the ticket is nobody\'s.' })
  requesterName: string | null;
  @Field(() => [String])
  tags: readonly string[];
  @Field(() => DateTimeScalar)
  createdAt: string;
  @Field(() => DateTimeScalar)
  updatedAt: string;
  @Field(() => DateTimeScalar, { description: 'When the customer turned to us.' })
  receivedAt: string;
  @Field(() => DateTimeScalar, { nullable: true })
  solvedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  snoozeUntil: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'While solved: until when it can be reopened.' })
  reopenUntil: Date | null;
  @Field(() => String, { nullable: true })
  noReplyReason: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  nextDueAt: string | null;
  @Field(() => LastEntryModel, { nullable: true })
  lastEntry: LastEntryModel | null;
  @Field(() => Boolean, { description: 'Somebody else has said something that the reader has not seen.' })
  unread: boolean;
  @Field(() => ID, { nullable: true, description: 'The newest entry the reader has seen.' })
  lastSeenEntryId: string | null;
  @Field(() => [String])
  maskedFields: readonly string[];

  /** Not in the API: what the field resolvers of this and higher libraries need. */
  customerId: string | null;
  possiblyBelongsToId: string | null;
  followUpOfId: string | null;
  nextDeadlineFacts: DeadlineFacts | null;
  opened: boolean;
  /** Every clock, when they came with the ticket. */
  deadlineFacts?: readonly DeadlineFacts[];
  added?: Added;
  /** The newest entries, so many, when they came with the ticket. */
  timeline?: { readonly size: number; readonly page: EntryPage };

  static of(view: TicketView): TicketModel {
    return Object.assign(new TicketModel(), view, { customer: view.customer && CustomerModel.of(view.customer) });
  }
}
