import { Field, ID, InputType } from '@nestjs/graphql';
import { TicketKind } from '@kaiku/tickets';
import { Figure, GroupBy, ReplyMetric } from '../reply-times/reply-times.input';

@InputType('ReplyTimesInput')
export class ReplyTimesArgs {
  @Field(() => ReplyMetric)
  metric: ReplyMetric;
  @Field(() => String, { description: 'First local day, YYYY-MM-DD.' })
  from: string;
  @Field(() => String, { description: 'The day after the last.' })
  to: string;
  @Field(() => ID, { nullable: true })
  teamId?: string | null;
  @Field(() => TicketKind, { nullable: true })
  kind?: TicketKind | null;
}

@InputType('ReplyTimeCasesInput')
export class ReplyTimeCasesArgs extends ReplyTimesArgs {
  @Field(() => Figure)
  figure: Figure;
  @Field(() => GroupBy)
  groupBy: GroupBy;
  @Field(() => String, { nullable: true, description: 'The key of the group; none for ALL.' })
  key?: string | null;
}
