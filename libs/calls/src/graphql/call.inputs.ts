import { Field, ID, InputType } from '@nestjs/graphql';
import { DateTimeScalar } from '@kaiku/platform';
import { CallDirection, CallOutcome, CallTopic } from '../call.words';

@InputType('LogCallInput')
export class LogCallArgs {
  @Field(() => String)
  idempotencyKey: string;
  @Field(() => String, { nullable: true, description: 'In any spelling; left out or empty when the caller hides it.' })
  number?: string | null;
  @Field(() => CallDirection)
  direction: CallDirection;
  @Field(() => DateTimeScalar)
  startedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true })
  endedAt?: Date | null;
  @Field(() => CallTopic)
  topic: CallTopic;
  @Field(() => String, { description: 'For colleagues; never reaches the customer. May be empty.' })
  note: string;
  @Field(() => CallOutcome)
  outcome: CallOutcome;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Needed for CALL_BACK.' })
  callBackAt?: Date | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => ID, { nullable: true })
  addToTicketId?: string | null;
}
