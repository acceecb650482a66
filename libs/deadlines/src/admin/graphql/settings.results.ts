import { Int } from '@nestjs/graphql';
import { problemField, resultOf } from '@kaiku/platform';
import { CalendarConflict, CalendarInvalid, CalendarNotFound, FeedInvalid, PolicyConflict, PolicyInvalid, PolicyNotFound, ReminderPlanConflict, ReminderPlanInvalid, ReminderPlanNotFound } from '../settings.problems';
import { BusinessCalendarModel, DeadlinePoliciesModel, DeadlinePolicyModel, DefinitionFaultModel, ReminderPlanModel } from './settings.models';

for (const problem of [CalendarInvalid, PolicyInvalid, ReminderPlanInvalid]) problemField(problem, 'faults', () => [DefinitionFaultModel]);
for (const problem of [CalendarConflict, PolicyConflict, ReminderPlanConflict]) problemField(problem, 'theirs', () => Int);

export const CreateCalendarResult = resultOf('CreateCalendarResult', BusinessCalendarModel, [CalendarInvalid]);
export const SaveCalendarResult = resultOf('SaveCalendarResult', BusinessCalendarModel, [CalendarNotFound, CalendarInvalid, CalendarConflict]);
export const SetDefaultCalendarResult = resultOf('SetDefaultCalendarResult', BusinessCalendarModel, [CalendarNotFound]);
export const ProposeHolidaysResult = resultOf('ProposeHolidaysResult', BusinessCalendarModel, [CalendarNotFound]);
export const ProposeFeedDaysResult = resultOf('ProposeFeedDaysResult', BusinessCalendarModel, [CalendarNotFound, FeedInvalid]);
export const DecideDayProposalsResult = resultOf('DecideDayProposalsResult', BusinessCalendarModel, [CalendarNotFound, CalendarInvalid, CalendarConflict]);
export const CreatePolicyResult = resultOf('CreatePolicyResult', DeadlinePolicyModel, [PolicyInvalid]);
export const SavePolicyResult = resultOf('SavePolicyResult', DeadlinePolicyModel, [PolicyNotFound, PolicyInvalid, PolicyConflict]);
export const SetPolicyActiveResult = resultOf('SetPolicyActiveResult', DeadlinePolicyModel, [PolicyNotFound]);
export const OrderPoliciesResult = resultOf('OrderPoliciesResult', DeadlinePoliciesModel, []);
export const CreateReminderPlanResult = resultOf('CreateReminderPlanResult', ReminderPlanModel, [ReminderPlanInvalid]);
export const SaveReminderPlanResult = resultOf('SaveReminderPlanResult', ReminderPlanModel, [ReminderPlanNotFound, ReminderPlanInvalid, ReminderPlanConflict]);
