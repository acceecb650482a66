import { Field, Float, ID, InputType, Int, OmitType } from '@nestjs/graphql';
import { DateTimeScalar } from '@kaiku/platform';
import { DeadlineMetric, DeadlineUnit } from '../../policy';
import { CalendarApply, CalendarDayKind, CalendarDaySource } from './settings.enums';
import { DayIntervalModel, PolicyConditionsModel, ReminderStepModel, WeeklyHoursModel } from './settings.models';

@InputType('DayIntervalInput')
export class DayIntervalArgs extends OmitType(DayIntervalModel, [], InputType) {}

@InputType('WeeklyHoursInput')
export class WeeklyHoursArgs extends OmitType(WeeklyHoursModel, [], InputType) {}

@InputType('CalendarDayInput')
export class CalendarDayArgs {
  @Field(() => String)
  date: string;
  @Field(() => CalendarDayKind)
  kind: CalendarDayKind;
  @Field(() => [DayIntervalArgs])
  intervals: DayIntervalArgs[];
  @Field(() => CalendarDaySource)
  source: CalendarDaySource;
  @Field(() => String, { nullable: true })
  label?: string | null;
  @Field(() => Boolean, { nullable: true })
  keepSpill?: boolean | null;
}

@InputType('CalendarDefinitionInput')
export class CalendarDefinitionArgs {
  @Field(() => String)
  zone: string;
  @Field(() => Boolean)
  always: boolean;
  @Field(() => [WeeklyHoursArgs])
  weekly: WeeklyHoursArgs[];
  @Field(() => [CalendarDayArgs])
  days: CalendarDayArgs[];
}

@InputType('PreviewCalendarInput')
export class PreviewCalendarArgs {
  @Field(() => CalendarDefinitionArgs)
  definition: CalendarDefinitionArgs;
  @Field(() => DateTimeScalar)
  start: Date;
  @Field(() => Float)
  amount: number;
  @Field(() => DeadlineUnit)
  unit: DeadlineUnit;
}

@InputType('PreviewCalendarChangeInput')
export class PreviewCalendarChangeArgs {
  @Field(() => ID)
  calendarId: string;
  @Field(() => CalendarDefinitionArgs)
  definition: CalendarDefinitionArgs;
  @Field(() => CalendarApply)
  apply: CalendarApply;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Of CORRECT: since when it should have been so.' })
  effectiveFrom?: Date | null;
}

@InputType('CreateCalendarInput')
export class CreateCalendarArgs {
  @Field(() => String)
  name: string;
  @Field(() => CalendarDefinitionArgs)
  definition: CalendarDefinitionArgs;
  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType('SaveCalendarInput')
export class SaveCalendarArgs extends PreviewCalendarChangeArgs {
  @Field(() => Int)
  expectedVersion: number;
  @Field(() => String)
  name: string;
  @Field(() => String, { nullable: true })
  note?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'False: targets can no longer name it.' })
  active?: boolean | null;
}

@InputType('ProposeHolidaysInput')
export class ProposeHolidaysArgs {
  @Field(() => ID)
  calendarId: string;
  @Field(() => Int)
  year: number;
}

@InputType('ProposeFeedDaysInput')
export class ProposeFeedDaysArgs {
  @Field(() => ID)
  calendarId: string;
  @Field(() => String, { description: 'The text of an iCalendar feed.' })
  ics: string;
}

@InputType('DecideDayProposalsInput')
export class DecideDayProposalsArgs {
  @Field(() => ID)
  calendarId: string;
  @Field(() => Int)
  expectedVersion: number;
  @Field(() => [ID])
  accept: string[];
  @Field(() => [ID])
  dismiss: string[];
}

@InputType('PolicyConditionsInput')
export class PolicyConditionsArgs extends OmitType(PolicyConditionsModel, [], InputType) {}

@InputType('PolicyTargetInput')
export class PolicyTargetArgs {
  @Field(() => DeadlineMetric)
  metric: DeadlineMetric;
  @Field(() => String)
  priority: string;
  @Field(() => DeadlineUnit)
  unit: DeadlineUnit;
  @Field(() => Float)
  amount: number;
  @Field(() => ID, { nullable: true })
  calendarId?: string | null;
  @Field(() => String, { nullable: true })
  roll?: string | null;
  @Field(() => Float, { nullable: true })
  retargetGraceMs?: number | null;
  @Field(() => [String], { nullable: true })
  pauseStatuses?: string[] | null;
  @Field(() => ID, { nullable: true })
  reminderPlanId?: string | null;
  @Field(() => Boolean, { nullable: true })
  automaticAck?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  legal?: boolean | null;
  @Field(() => Int, { nullable: true })
  bufferBusinessDays?: number | null;
}

@InputType('PreviewPolicyChangeInput')
export class PreviewPolicyChangeArgs {
  @Field(() => ID)
  policyId: string;
  @Field(() => PolicyConditionsArgs)
  conditions: PolicyConditionsArgs;
  @Field(() => [PolicyTargetArgs])
  targets: PolicyTargetArgs[];
}

@InputType('CreatePolicyInput')
export class CreatePolicyArgs {
  @Field(() => String)
  name: string;
  @Field(() => PolicyConditionsArgs)
  conditions: PolicyConditionsArgs;
  @Field(() => [PolicyTargetArgs])
  targets: PolicyTargetArgs[];
  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType('SavePolicyInput')
export class SavePolicyArgs extends PreviewPolicyChangeArgs {
  @Field(() => Int)
  expectedVersion: number;
  @Field(() => String)
  name: string;
  @Field(() => String, { nullable: true })
  note?: string | null;
  @Field(() => Boolean, { description: 'Clocks that run go on towards the new targets and keep the time they have used.' })
  retargetOpen: boolean;
}

@InputType('SetPolicyActiveInput')
export class SetPolicyActiveArgs {
  @Field(() => ID)
  policyId: string;
  @Field(() => Boolean)
  active: boolean;
}

@InputType('OrderPoliciesInput')
export class OrderPoliciesArgs {
  @Field(() => [ID])
  ids: string[];
}

@InputType('ReminderStepInput')
export class ReminderStepArgs extends OmitType(ReminderStepModel, [], InputType) {}

@InputType('CreateReminderPlanInput')
export class CreateReminderPlanArgs {
  @Field(() => String)
  name: string;
  @Field(() => [ReminderStepArgs])
  steps: ReminderStepArgs[];
}

@InputType('SaveReminderPlanInput')
export class SaveReminderPlanArgs extends CreateReminderPlanArgs {
  @Field(() => ID)
  planId: string;
  @Field(() => Int)
  expectedVersion: number;
}
