import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@kaiku/platform';
import { TicketKind } from '@kaiku/tickets';
import { ReviewDecision } from '../../commands/review-answer';

export const SurveySample = { NONE: 'none', HIDDEN: 'hidden', SMALL: 'small', ENOUGH: 'enough' } as const;
export type SurveySample = (typeof SurveySample)[keyof typeof SurveySample];
registerEnumType(SurveySample, { name: 'SurveySample', description: 'HIDDEN: fewer than five answers, nothing is shown. SMALL: fewer than thirty.' });
registerEnumType(ReviewDecision, { name: 'SurveyReviewDecision' });

@InputType('SurveyResultsInput')
export class SurveyResultsArgs {
  @Field(() => ID)
  surveyId: string;
  @Field(() => String, { description: 'First local day on which invitations left, YYYY-MM-DD.' })
  from: string;
  @Field(() => String, { description: 'The day after the last.' })
  to: string;
  @Field(() => ID, { nullable: true })
  teamId?: string | null;
  @Field(() => ID, { nullable: true })
  agentId?: string | null;
  @Field(() => String, { nullable: true })
  language?: string | null;
  @Field(() => TicketKind, { nullable: true })
  kind?: TicketKind | null;
}

@ObjectType('SurveyScore', { description: 'With the ends of its 95 % interval. Percents, or points of NPS.' })
export class SurveyScoreModel {
  @Field(() => Float)
  value: number;
  @Field(() => Float)
  low: number;
  @Field(() => Float)
  high: number;
}

@ObjectType('SurveyQuestionResult')
export class SurveyQuestionResultModel {
  @Field(() => String)
  id: string;
  @Field(() => String, { description: 'In the language of the reader.' })
  text: string;
  @Field(() => String, { description: 'csat5, nps, ces7 or solved: which figure the score is.' })
  scale: string;
  @Field(() => Int, { description: 'Valid answers: whoever skipped it is in none of the figures.' })
  n: number;
  @Field(() => SurveySample)
  sample: SurveySample;
  @Field(() => SurveyScoreModel, { nullable: true })
  score: SurveyScoreModel | null;
  @Field(() => Float, { nullable: true })
  mean: number | null;
  @Field(() => [Int], { nullable: true, description: 'How often each point was chosen, lowest first.' })
  counts: readonly number[] | null;
  @Field(() => [String])
  labels: readonly string[];
}

@ObjectType('SurveySkipReason')
export class SurveySkipReasonModel {
  @Field(() => String)
  reason: string;
  @Field(() => Int)
  count: number;
}

@ObjectType('SurveyComment')
export class SurveyCommentModel {
  @Field(() => ID)
  id: string;
  @Field(() => String, { nullable: true })
  text: string | null;
  @Field(() => Int, { nullable: true })
  rating: number | null;
  @Field(() => DateTimeScalar)
  at: string;
  ticketId: string | null;
  @Field(() => [String])
  maskedFields: readonly string[];
}

@ObjectType('SurveyResults')
export class SurveyResultsModel {
  @Field(() => ID)
  surveyId: string;
  @Field(() => Int, { nullable: true })
  versionNumber: number | null;
  @Field(() => Int)
  dispatched: number;
  @Field(() => Int, { description: 'Of these, those nobody knows to have arrived.' })
  presumed: number;
  @Field(() => Int)
  bounced: number;
  @Field(() => Int, { description: 'Dispatched less bounced.' })
  delivered: number;
  @Field(() => Int)
  answered: number;
  @Field(() => Int, { description: 'Answers that wait for a look; they count in nothing.' })
  held: number;
  @Field(() => SurveyScoreModel, { nullable: true, description: 'Answered of delivered; null of none.' })
  responseRate: SurveyScoreModel | null;
  @Field(() => Float, { nullable: true, description: 'Hours from the mail to the answer.' })
  medianHours: number | null;
  @Field(() => [SurveySkipReasonModel], { description: 'Who was not asked, and why.' })
  skipped: readonly SurveySkipReasonModel[];
  @Field(() => [SurveyQuestionResultModel])
  questions: readonly SurveyQuestionResultModel[];
}

@ObjectType('HeldSurveyAnswer', { description: 'Counts in nothing while it waits for a look.' })
export class HeldSurveyAnswerModel {
  @Field(() => ID)
  id: string;
  @Field(() => ID)
  surveyId: string;
  @Field(() => String)
  status: string;
  @Field(() => String, { nullable: true, description: 'trap_filled, ratings_changed, too_fast or same_from_domain.' })
  reason: string | null;
  @Field(() => Int, { nullable: true })
  rating: number | null;
  @Field(() => String, { nullable: true })
  comment: string | null;
  @Field(() => DateTimeScalar)
  submittedAt: string;
  @Field(() => Float, { nullable: true, description: 'Seconds from the mail to the answer.' })
  sinceDispatch: number | null;
  @Field(() => Float, { nullable: true, description: 'Seconds from the showing of the form.' })
  sinceShown: number | null;
  @Field(() => Int, { nullable: true, description: 'Answers sent with the same link.' })
  posts: number | null;
  @Field(() => [String])
  maskedFields: readonly string[];
}

@ObjectType('HeldSurveyAnswerConnection')
export class HeldSurveyAnswerConnectionModel {
  @Field(() => [HeldSurveyAnswerModel])
  nodes: readonly HeldSurveyAnswerModel[];
  @Field(() => String, { nullable: true })
  endCursor: string | null;
  @Field(() => Boolean)
  hasNextPage: boolean;
}

@InputType('ReviewSurveyAnswerInput')
export class ReviewSurveyAnswerArgs {
  @Field(() => ID)
  answerId: string;
  @Field(() => ReviewDecision)
  decision: ReviewDecision;
  @Field(() => String)
  reason: string;
}
