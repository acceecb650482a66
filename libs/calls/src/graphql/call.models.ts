import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CustomerModel } from '@kaiku/customers';
import { DateTimeScalar } from '@kaiku/platform';
import { TicketEntryModel, TicketModel, TicketRefModel } from '@kaiku/tickets';
import { CallDirection, CallOutcome, CallTopic } from '../call.words';

registerEnumType(CallDirection, { name: 'CallDirection' });
registerEnumType(CallOutcome, { name: 'CallOutcome' });
registerEnumType(CallTopic, { name: 'CallTopic' });

@ObjectType('Call', { description: 'A telephone call as it was written down.' })
export class CallModel {
  @Field(() => ID)
  id: string;
  @Field(() => String, { nullable: true, description: 'E.164. Null when the caller hides it, or it is hidden from the reader.' })
  number: string | null;
  @Field(() => CallDirection)
  direction: CallDirection;
  @Field(() => DateTimeScalar)
  startedAt: string;
  @Field(() => DateTimeScalar, { nullable: true })
  endedAt: string | null;
  @Field(() => CallTopic)
  topic: CallTopic;
  @Field(() => CallOutcome)
  outcome: CallOutcome;
  @Field(() => DateTimeScalar, { nullable: true })
  callBackAt: string | null;
}

@ObjectType('LoggedCall', { description: 'Ticket and entry are null only for a wrong number.' })
export class LoggedCallModel {
  @Field(() => CallModel)
  call: CallModel;
  @Field(() => TicketModel, { nullable: true })
  ticket: TicketModel | null;
  @Field(() => TicketEntryModel, { nullable: true })
  entry: TicketEntryModel | null;
}

@ObjectType('CallerMatch')
export class CallerMatchModel {
  @Field(() => CustomerModel)
  customer: CustomerModel;
  @Field(() => [TicketRefModel])
  openTickets: readonly TicketRefModel[];
  @Field(() => Boolean, { description: 'The whole number is theirs, not only its last seven digits.' })
  exact: boolean;
}

@ObjectType('CallerMatches')
export class CallerMatchesModel {
  @Field(() => String, { nullable: true, description: 'E.164, once what was typed is a whole number.' })
  normalised: string | null;
  @Field(() => [CallerMatchModel], { description: 'Five at most, the best first.' })
  matches: readonly CallerMatchModel[];
}
