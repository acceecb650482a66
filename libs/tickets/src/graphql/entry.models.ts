import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, JSONScalar } from '@kaiku/platform';
import { StaffMemberModel } from '@kaiku/staff';
import type { Added } from '../added-columns';
import type { EntryPage, EntryView } from '../entry.queries';
import { AuthorKind, EntryKind, EntryVisibility, TicketChannel } from '../ticket.words';
import './ticket.enums';

@ObjectType('TicketEntry', { description: 'One immutable item on a ticket\'s timeline.' })
export class TicketEntryModel {
  @Field(() => ID)
  id: string;
  @Field(() => EntryKind)
  kind: EntryKind;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: string;
  @Field(() => EntryVisibility)
  visibility: EntryVisibility;
  @Field(() => AuthorKind)
  authorKind: AuthorKind;
  @Field(() => String, { nullable: true })
  authorName: string | null;
  @Field(() => StaffMemberModel, { nullable: true, description: 'Who wrote it, or wrote down what the customer said.' })
  author: StaffMemberModel | null;
  @Field(() => TicketChannel, { nullable: true })
  channel: TicketChannel | null;
  @Field(() => String, { nullable: true, description: 'Plain text, whole.' })
  text: string | null;
  @Field(() => JSONScalar, { nullable: true, description: 'Of SYSTEM entries: { code, params }; the console has the words.' })
  change: unknown;
  @Field(() => [String])
  maskedFields: readonly string[];

  /** Not in the API. */
  ticketId: string;
  added: Added;

  static of(view: EntryView): TicketEntryModel {
    return Object.assign(new TicketEntryModel(), view);
  }
}

@ObjectType('TicketEntryConnection', { description: 'Oldest to newest.' })
export class TicketEntryConnectionModel {
  @Field(() => [TicketEntryModel])
  nodes: readonly TicketEntryModel[];
  @Field(() => String, { nullable: true })
  startCursor: string | null;
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;
  @Field(() => Boolean)
  hasPreviousPage: boolean;

  static of(page: EntryPage): TicketEntryConnectionModel {
    return { ...page, nodes: page.nodes.map(TicketEntryModel.of) };
  }
}
