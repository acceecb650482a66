import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DraftModeEnum, ReplyThenStatus } from './conversation.models';

@InputType('SendReplyInput')
export class SendReplyInputModel {
  @Field(() => String)
  idempotencyKey: string;
  @Field(() => ID)
  ticketId: string;
  @Field(() => ID, { nullable: true, description: 'The newest entry the author has seen; something newer refuses the reply as stale.' })
  lastSeenEntryId?: string;
  @Field(() => Boolean, { nullable: true })
  sendAnyway?: boolean;
  @Field(() => String)
  text: string;
  @Field(() => [String], { nullable: true })
  cc?: string[];
  @Field(() => [ID], { nullable: true })
  attachmentIds?: string[];
  @Field(() => ReplyThenStatus)
  thenStatus: string;
}

@InputType('SaveDraftInput')
export class SaveDraftInputModel {
  @Field(() => ID)
  ticketId: string;
  @Field(() => DraftModeEnum)
  mode: string;
  @Field(() => String)
  text: string;
  @Field(() => Int)
  baseRevision: number;
  @Field(() => [ID], { nullable: true })
  attachmentIds?: string[];
}
