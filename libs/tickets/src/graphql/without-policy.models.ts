import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum, DateTimeScalar } from '@kaiku/platform';
import type { Locale } from '@kaiku/kernel';
import { TicketChannel, TicketKind, TicketPriority } from '../ticket.words';

@ObjectType('PolicyMiss', { description: 'A policy that was tried, and what of it does not hold.' })
export class PolicyMissModel {
  @Field(() => String)
  name: string;
  @Field(() => Boolean, { description: 'False: switched off.' })
  active: boolean;
  @Field(() => [String], { description: 'Names of the conditions that do not hold; none: it would hold now, and promised nothing or was not there yet.' })
  unmet: readonly string[];
}

@ObjectType('TicketWithoutPolicy', { description: 'An open ticket to which nothing was promised, by what policies ask for.' })
export class TicketWithoutPolicyModel {
  /** For the fields beside it. */
  id: string;
  tags: readonly string[];
  @Field(() => TicketKind)
  kind: TicketKind;
  @Field(() => TicketChannel)
  channel: TicketChannel;
  @Field(() => TicketPriority)
  priority: TicketPriority;
  @Field(() => LocaleEnum)
  language: Locale;
  @Field(() => Boolean)
  answerWanted: boolean;
  @Field(() => DateTimeScalar)
  receivedAt: Date;
}

@ObjectType('TicketWithoutPolicyConnection')
export class TicketWithoutPolicyConnectionModel {
  @Field(() => [TicketWithoutPolicyModel])
  nodes: readonly TicketWithoutPolicyModel[];
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;
  @Field(() => Int)
  total: number;
  @Field(() => Boolean, { description: 'Totals are exact to 999.' })
  totalCapped: boolean;
}
