import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@kaiku/platform';
import { DeadlineMetric, DeadlineUnit } from '../../policy';
import type { ProblemParams } from '@kaiku/kernel';
import { CalendarDayKind, CalendarDaySource } from './settings.enums';

@ObjectType('DayInterval', { description: 'Local hours, the end not included; `24:00` is allowed as an end. An end not later than the beginning is on the next day.' })
export class DayIntervalModel {
  @Field(() => String)
  from: string;
  @Field(() => String)
  to: string;
}

@ObjectType('WeeklyHours')
export class WeeklyHoursModel {
  @Field(() => Int, { description: 'Monday is 1, Sunday 7.' })
  isoDay: number;
  @Field(() => String)
  from: string;
  @Field(() => String)
  to: string;
}

@ObjectType('CalendarDay', { description: 'What holds on one date instead of the weekly hours.' })
export class CalendarDayModel {
  @Field(() => String, { description: 'YYYY-MM-DD, local.' })
  date: string;
  @Field(() => CalendarDayKind)
  kind: CalendarDayKind;
  @Field(() => [DayIntervalModel])
  intervals: readonly DayIntervalModel[];
  @Field(() => CalendarDaySource)
  source: CalendarDaySource;
}

@ObjectType('CalendarDefinition')
export class CalendarDefinitionModel {
  @Field(() => String, { description: 'IANA name, Europe/Helsinki.' })
  zone: string;
  @Field(() => Boolean, { description: 'Open around the clock: hours and dates are without effect.' })
  always: boolean;
  @Field(() => [WeeklyHoursModel])
  weekly: readonly WeeklyHoursModel[];
  @Field(() => [CalendarDayModel])
  days: readonly CalendarDayModel[];
}

@ObjectType('CalendarVersion')
export class CalendarVersionModel {
  @Field(() => Int)
  version: number;
  @Field(() => DateTimeScalar)
  effectiveFrom: Date;
  @Field(() => String, { nullable: true })
  note: string | null;
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => CalendarDefinitionModel)
  definition: CalendarDefinitionModel;
}

@ObjectType('CalendarDayProposal', { description: 'A day that the law or a feed names; it holds when somebody accepts it.' })
export class CalendarDayProposalModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  date: string;
  @Field(() => CalendarDayKind)
  kind: CalendarDayKind;
  @Field(() => [DayIntervalModel])
  intervals: readonly DayIntervalModel[];
  @Field(() => CalendarDaySource)
  source: CalendarDaySource;
}

@ObjectType('BusinessCalendar', { description: 'When working time passes.' })
export class BusinessCalendarModel {
  @Field(() => ID)
  id: string;
  @Field(() => Boolean, { description: 'Targets without a calendar of their own go by it.' })
  isDefault: boolean;
  @Field(() => Boolean)
  active: boolean;
  @Field(() => Int)
  version: number;
  @Field(() => CalendarDefinitionModel)
  definition: CalendarDefinitionModel;
}

@ObjectType('DefinitionFault')
export class DefinitionFaultModel {
  @Field(() => String, { description: 'Dotted path into the definition, for example weekly.2.to.' })
  path: string;
  @Field(() => String)
  code: string;
  params?: ProblemParams;
}

@ObjectType('CalendarPreview')
export class CalendarPreviewModel {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When a clock started then would be due; null when there is a fault.' })
  dueAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Of days and months: the end of the period, before which the work is due.' })
  legalDueAt: Date | null;
  @Field(() => [DefinitionFaultModel])
  faults: readonly DefinitionFaultModel[];
  @Field(() => [DefinitionFaultModel], { description: 'Worth a look; it can be saved all the same.' })
  warnings: readonly DefinitionFaultModel[];
}

@ObjectType('PolicyConditions', { description: 'All that are given must hold; a list means any of.' })
export class PolicyConditionsModel {
  @Field(() => [String], { nullable: true })
  kinds?: readonly string[];
  @Field(() => [String], { nullable: true })
  channels?: readonly string[];
  @Field(() => [String], { nullable: true })
  priorities?: readonly string[];
  @Field(() => [String], { nullable: true })
  languages?: readonly string[];
  @Field(() => [String], { nullable: true })
  tags?: readonly string[];
  @Field(() => [String], { nullable: true })
  customerTiers?: readonly string[];
  @Field(() => Boolean, { nullable: true })
  answerWanted?: boolean;
}

@ObjectType('PolicyTarget')
export class PolicyTargetModel {
  @Field(() => DeadlineMetric)
  metric: DeadlineMetric;
  @Field(() => String, { description: 'A priority in lower case, or * for those that no other target of the metric names.' })
  priority: string;
  @Field(() => DeadlineUnit)
  unit: DeadlineUnit;
  @Field(() => Float, { description: 'Seconds, days or months by the unit; 0 for FIXED, whose time comes with each promise.' })
  amount: number;
  @Field(() => ID, { nullable: true, description: 'Null: the default calendar.' })
  calendarId: string | null;
  @Field(() => String, { description: 'none, following or preceding: where a period that ends on a day off runs to.' })
  roll: string;
  @Field(() => Float)
  retargetGraceMs: number;
  @Field(() => [String])
  pauseStatuses: readonly string[];
  @Field(() => ID, { nullable: true })
  reminderPlanId: string | null;
  @Field(() => Boolean)
  automaticAck: boolean;
  @Field(() => Boolean)
  legal: boolean;
  @Field(() => Int)
  bufferBusinessDays: number;
}

@ObjectType('PolicyVersion')
export class PolicyVersionModel {
  @Field(() => Int)
  version: number;
  @Field(() => DateTimeScalar)
  effectiveFrom: Date;
  @Field(() => String, { nullable: true })
  note: string | null;
  @Field(() => DateTimeScalar)
  createdAt: Date;
}

@ObjectType('DeadlinePolicy', { description: 'What is promised to whom. The first by rank whose conditions hold is the one that counts.' })
export class DeadlinePolicyModel {
  @Field(() => ID)
  id: string;
  @Field(() => Int)
  rank: number;
  @Field(() => Boolean)
  active: boolean;
  @Field(() => Int)
  version: number;
  @Field(() => PolicyConditionsModel)
  conditions: PolicyConditionsModel;
  @Field(() => [PolicyTargetModel])
  targets: readonly PolicyTargetModel[];
}

@ObjectType('DeadlinePolicies', { description: 'All of them, in the order in which they are tried.' })
export class DeadlinePoliciesModel {
  @Field(() => [DeadlinePolicyModel])
  policies: readonly DeadlinePolicyModel[];
}

@ObjectType('ReminderStep', { description: 'Exactly one of the four instants is given.' })
export class ReminderStepModel {
  @Field(() => String)
  step: string;
  @Field(() => Float, { nullable: true })
  percent: number | null;
  @Field(() => Float, { nullable: true })
  afterDueBusinessHours: number | null;
  @Field(() => Boolean, { nullable: true })
  dailyAfterDue: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Of dailyAfterDue: how many days at most.' })
  max: number | null;
  @Field(() => Int, { nullable: true })
  beforeLegalBusinessDays: number | null;
  @Field(() => [String])
  to: readonly string[];
  @Field(() => Boolean, { description: 'Told in quiet hours too.' })
  critical: boolean;
}

@ObjectType('ReminderPlan')
export class ReminderPlanModel {
  @Field(() => ID)
  id: string;
  @Field(() => Int)
  version: number;
}
