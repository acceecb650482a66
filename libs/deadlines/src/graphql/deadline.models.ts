import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, JSONScalar } from '@kaiku/platform';
import { StaffMemberModel } from '@kaiku/staff';
import { DeadlineMetric, DeadlineUnit } from '../policy';
import { DeadlineState } from './deadline.enums';

const optional = { nullable: true } as const;

@ObjectType('Deadline', { description: 'One promise of a ticket, with everything needed to show it now.' })
export class DeadlineModel {
  @Field(() => ID)
  id: string;
  @Field(() => DeadlineMetric)
  metric: DeadlineMetric;
  @Field(() => Int)
  cycle: number;
  @Field(() => DeadlineState)
  state: DeadlineState;
  @Field(() => DateTimeScalar)
  startedAt: string;
  @Field(() => DateTimeScalar, optional)
  stoppedAt: string | null;
  @Field(() => DateTimeScalar, optional)
  dueAt: string | null;
  @Field(() => DateTimeScalar, optional)
  warnAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'End of a period of the law, exclusive.' })
  legalDueAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Late: the due instant that was missed.' })
  breachedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When work time goes on; null while the calendar is open now.' })
  nextOpenAt: string | null;
  @Field(() => Float, { description: 'Working time, milliseconds.' })
  consumedWorkMs: number;
  @Field(() => Float, optional)
  targetWorkMs: number | null;
  @Field(() => Float, { nullable: true, description: 'Working time left, milliseconds; negative when overdue.' })
  remainingWorkMs: number | null;
  @Field(() => DateTimeScalar, optional)
  pausedSince: string | null;
  @Field(() => String, optional)
  pausedReason: string | null;
  @Field(() => String, optional)
  outcomeReason: string | null;
  @Field(() => String, optional)
  errorCode: string | null;
  @Field(() => Boolean)
  fixed: boolean;
  @Field(() => Boolean)
  breachedByRetarget: boolean;
  @Field(() => Boolean)
  corrected: boolean;
}

@ObjectType('DeadlineEvent')
export class DeadlineEventModel {
  @Field(() => Int)
  seq: number;
  @Field(() => String)
  type: string;
  @Field(() => DateTimeScalar)
  at: Date;
  @Field(() => DateTimeScalar)
  recordedAt: Date;
  @Field(() => StaffMemberModel, optional)
  actor: StaffMemberModel | null;
  @Field(() => JSONScalar, optional)
  params: unknown;
  @Field(() => Boolean, { description: 'It made no difference where it stands, or was taken back.' })
  ignored: boolean;
  /** Not in the API: who the resolver of `actor` looks up. */
  actorId: string | null;
}

@ObjectType('DeadlineSlice', { description: 'A stretch of open time that was counted.' })
export class DeadlineSliceModel {
  @Field(() => DateTimeScalar)
  from: Date;
  @Field(() => DateTimeScalar)
  to: Date;
  @Field(() => Float)
  openMs: number;
  @Field(() => String)
  calendarName: string;
  @Field(() => Int)
  calendarVersion: number;
}

@ObjectType('DeadlinePause')
export class DeadlinePauseModel {
  @Field(() => DateTimeScalar)
  from: Date;
  @Field(() => DateTimeScalar, optional)
  to: Date | null;
  @Field(() => String, optional)
  reason: string | null;
}

@ObjectType('DeadlineReminder')
export class DeadlineReminderModel {
  @Field(() => String)
  step: string;
  @Field(() => DateTimeScalar)
  fireAt: Date;
  @Field(() => String)
  state: string;
  @Field(() => DateTimeScalar, optional)
  firedAt: Date | null;
  @Field(() => Boolean)
  late: boolean;
}

@ObjectType('DeadlineExplanation', { description: 'How a deadline was counted.' })
export class DeadlineExplanationModel {
  @Field(() => DeadlineModel)
  deadline: DeadlineModel;
  @Field(() => String, optional)
  policyName: string | null;
  @Field(() => Int, optional)
  policyVersion: number | null;
  @Field(() => String, optional)
  calendarName: string | null;
  @Field(() => Int, optional)
  calendarVersion: number | null;
  @Field(() => String, optional)
  zone: string | null;
  @Field(() => DeadlineUnit)
  unit: DeadlineUnit;
  @Field(() => Float)
  amount: number;
  @Field(() => Int, { nullable: true, description: 'Working days between the due time and the last day; null where there is no last day.' })
  bufferBusinessDays: number | null;
  @Field(() => ID, optional)
  startEntryId: string | null;
  @Field(() => [DeadlineEventModel])
  events: readonly DeadlineEventModel[];
  @Field(() => [DeadlineSliceModel])
  slices: readonly DeadlineSliceModel[];
  @Field(() => [DeadlinePauseModel])
  pauses: readonly DeadlinePauseModel[];
  @Field(() => [DeadlineReminderModel])
  reminders: readonly DeadlineReminderModel[];
}
