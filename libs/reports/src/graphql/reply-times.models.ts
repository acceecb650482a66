import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@kaiku/platform';
import type { ReplyCase, ReplyCases } from '../reply-times/reply-times.queries';
import { Figure, GroupBy, ReplyMetric } from '../reply-times/reply-times.input';

registerEnumType(ReplyMetric, { name: 'ReplyMetric' });
registerEnumType(GroupBy, { name: 'ReplyTimesGroupBy' });
registerEnumType(Figure, {
  name: 'ReplyTimesFigure',
  description: 'Of those due in the period: DUE = MET + LATE + OVERDUE_OPEN; CANCELLED, WAIVED and MET_IN_CONTACT stand beside them. Of those who arrived in it: ARRIVED, and OPEN of these.',
});

/** What became of a promise. */
export const ReplyOutcome = { MET: 'met', LATE: 'late', OPEN: 'open', CANCELLED: 'cancelled', WAIVED: 'waived' } as const;
export type ReplyOutcome = (typeof ReplyOutcome)[keyof typeof ReplyOutcome];
registerEnumType(ReplyOutcome, { name: 'ReplyOutcome' });

@ObjectType('Quantile', { description: 'A time within which so many were answered.' })
export class QuantileModel {
  @Field(() => Float, { description: 'Milliseconds.' })
  ms: number;
  @Field(() => Boolean, { description: 'Too many still wait to tell: it is this long or longer.' })
  atLeast: boolean;
}

const times = { nullable: true, description: 'Kaplan–Meier, over those who arrived in the period; whoever still waits is counted.' } as const;

@ObjectType('ReplyTimesFigures')
export class ReplyTimesFiguresModel {
  @Field(() => Int)
  due: number;
  @Field(() => Int)
  met: number;
  @Field(() => Int)
  late: number;
  @Field(() => Int)
  overdueOpen: number;
  @Field(() => Float, { nullable: true, description: 'Met of due, 0…1; null of none.' })
  share: number | null;
  @Field(() => Float, { nullable: true, description: 'Ends of the 95 % interval (Wilson).' })
  shareLow: number | null;
  @Field(() => Float, { nullable: true })
  shareHigh: number | null;
  @Field(() => Int)
  cancelled: number;
  @Field(() => Int)
  waived: number;
  @Field(() => Int)
  metInContact: number;
  @Field(() => Int)
  arrived: number;
  @Field(() => Int)
  open: number;
  @Field(() => QuantileModel, times)
  workP50: QuantileModel | null;
  @Field(() => QuantileModel, times)
  workP90: QuantileModel | null;
  @Field(() => QuantileModel, times)
  calendarP50: QuantileModel | null;
  @Field(() => QuantileModel, times)
  calendarP90: QuantileModel | null;
}

@ObjectType('ReplyTimesGroup')
export class ReplyTimesGroupModel {
  @Field(() => String, { description: 'A kind, the id of a team, or a day; asks replyTimeCases for this group.' })
  key: string;
  @Field(() => String)
  label: string;
  @Field(() => ReplyTimesFiguresModel)
  figures: ReplyTimesFiguresModel;
}

@ObjectType('ReplyTimesReport', { description: 'Groups are those at the beginning of each promise.' })
export class ReplyTimesReportModel {
  @Field(() => String, { description: 'First local day, YYYY-MM-DD.' })
  from: string;
  @Field(() => String, { description: 'The day after the last.' })
  to: string;
  @Field(() => String)
  zone: string;
  @Field(() => DateTimeScalar)
  asOf: Date;
  @Field(() => Boolean, { description: 'False while part of the period lies ahead: what is due then is not counted yet.' })
  matured: boolean;
  @Field(() => ReplyTimesFiguresModel)
  overall: ReplyTimesFiguresModel;
  @Field(() => [ReplyTimesGroupModel])
  byKind: readonly ReplyTimesGroupModel[];
  @Field(() => [ReplyTimesGroupModel])
  byTeam: readonly ReplyTimesGroupModel[];
  @Field(() => [ReplyTimesGroupModel])
  byDay: readonly ReplyTimesGroupModel[];
}

@ObjectType('ReplyTimeCase', { description: 'One promise behind a figure. A ticket has as many as it was answered or waits to be.' })
export class ReplyTimeCaseModel {
  @Field(() => ID)
  id: string;
  @Field(() => ReplyOutcome)
  outcome: ReplyOutcome;
  @Field(() => DateTimeScalar)
  startedAt: string;
  @Field(() => DateTimeScalar, { nullable: true })
  dueAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  stoppedAt: string | null;
  @Field(() => Float, { description: 'Milliseconds of working time from the beginning to the end or until now.' })
  workMs: number;
  @Field(() => Float, { description: 'Milliseconds from the beginning to the end or until now.' })
  calendarMs: number;

  /** Not in the API: the ticket is asked for by it. */
  ticketId: string;

  static of({ id, ticketId, state, startedAt, dueAt, stoppedAt, workMs, calendarMs }: ReplyCase): ReplyTimeCaseModel {
    const outcome = (['met', 'late', 'cancelled', 'waived'] as const).find((o) => o === state) ?? 'open';
    return { id, ticketId, outcome, startedAt, dueAt, stoppedAt, workMs, calendarMs };
  }
}

@ObjectType('ReplyTimeCaseConnection')
export class ReplyTimeCaseConnectionModel {
  @Field(() => [ReplyTimeCaseModel])
  nodes: readonly ReplyTimeCaseModel[];
  @Field(() => Int, { description: 'Exact: the figure itself.' })
  totalCount: number;
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;

  static of(page: ReplyCases): ReplyTimeCaseConnectionModel {
    return { ...page, nodes: page.nodes.map(ReplyTimeCaseModel.of) };
  }
}
