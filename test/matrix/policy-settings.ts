import { CALENDAR_DEFINITION as definition, SETTINGS } from './fixture';
import { KINDS, type IdRule, type Outcome } from './policy-types';
import type { Role } from './roles';
import type { Policies } from './run';

/** Who looks after what the desk promises. Agents do not see the settings. */
const MANAGERS: readonly Role[] = ['supervisor', 'admin'];
const rule = (kind: keyof typeof KINDS, missing: Outcome, more: Partial<IdRule> = {}): IdRule => ({ kind: KINDS[kind], missing, malformed: 'input.invalid', ...more });

const calendarId = SETTINGS.calendar;
const policyId = SETTINGS.policy;
const target = { metric: 'FIRST_REPLY', priority: '*', unit: 'BUSINESS_DAYS', amount: 2, calendarId, reminderPlanId: SETTINGS.plan };
const promise = { conditions: { kinds: ['question'] }, targets: [target] };
/** What a policy names must be there; said at the field. */
const named = (path: string, missing: Outcome): Record<string, IdRule> => ({ [`${path}.calendarId`]: rule('calendar', missing), [`${path}.reminderPlanId`]: rule('plan', missing) });
const steps = [{ step: 'due', percent: 100, to: ['assignee'], critical: false }];

export const SETTINGS_POLICIES: Policies = {
  'Query.calendars': { roles: MANAGERS },
  'Query.calendar': { roles: MANAGERS, args: () => ({ id: calendarId }), ids: { id: rule('calendar', 'null', { malformed: 'null' }) } },
  'Query.deadlinePolicies': { roles: MANAGERS },
  'Query.withoutPolicy': { roles: MANAGERS },
  'Query.reminderPlans': { roles: MANAGERS },
  'Query.previewCalendar': { roles: MANAGERS, args: () => ({ input: { definition, start: '2026-11-23T09:00:00Z', amount: 3600, unit: 'BUSINESS_SECONDS' } }) },
  // No clock goes by a calendar or policy that is not there.
  'Query.previewCalendarChange': { roles: MANAGERS, args: () => ({ input: { calendarId, definition, apply: 'RECALENDAR' } }), ids: { 'input.calendarId': rule('calendar', 'data') } },
  'Query.previewPolicyChange': { roles: MANAGERS, args: () => ({ input: { policyId, ...promise } }), ids: { 'input.policyId': rule('policy', 'data'), ...named('input.targets', 'data') } },
  'Mutation.createCalendar': { roles: MANAGERS, args: () => ({ input: { name: 'Shop', definition } }) },
  'Mutation.saveCalendar': {
    roles: MANAGERS,
    args: () => ({ input: { calendarId, expectedVersion: 1, name: 'Office', definition, apply: 'KEEP' } }),
    ids: { 'input.calendarId': rule('calendar', 'calendar.not_found') },
  },
  'Mutation.setDefaultCalendar': { roles: MANAGERS, args: () => ({ calendarId }), ids: { calendarId: rule('calendar', 'calendar.not_found') } },
  'Mutation.proposeHolidays': { roles: MANAGERS, args: () => ({ input: { calendarId, year: 2027 } }), ids: { 'input.calendarId': rule('calendar', 'calendar.not_found') } },
  'Mutation.proposeFeedDays': {
    roles: MANAGERS,
    args: () => ({ input: { calendarId, ics: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270107\r\nSUMMARY:Inventory\r\nEND:VEVENT\r\nEND:VCALENDAR' } }),
    ids: { 'input.calendarId': rule('calendar', 'calendar.not_found') },
  },
  'Mutation.decideDayProposals': {
    roles: MANAGERS,
    args: () => ({ input: { calendarId, expectedVersion: 1, accept: [SETTINGS.proposal], dismiss: [] } }),
    // What is not proposed, or no longer, is left as it is.
    ids: { 'input.calendarId': rule('calendar', 'calendar.not_found'), 'input.accept': rule('proposal', 'data', { untouched: true }), 'input.dismiss': rule('proposal', 'data') },
  },
  'Mutation.createPolicy': { roles: MANAGERS, args: () => ({ input: { name: 'Another', ...promise } }), ids: named('input.targets', 'policy.invalid') },
  'Mutation.savePolicy': {
    roles: MANAGERS,
    args: () => ({ input: { policyId, expectedVersion: 1, name: 'Policy', retargetOpen: true, ...promise } }),
    ids: { 'input.policyId': rule('policy', 'policy.not_found'), ...named('input.targets', 'policy.invalid') },
  },
  'Mutation.setPolicyActive': { roles: MANAGERS, args: () => ({ input: { policyId, active: false } }), ids: { 'input.policyId': rule('policy', 'policy.not_found') } },
  'Mutation.orderPolicies': { roles: MANAGERS, args: () => ({ input: { ids: [policyId] } }), ids: { 'input.ids': rule('policy', 'input.invalid') } },
  'Mutation.createReminderPlan': { roles: MANAGERS, args: () => ({ input: { name: 'Another', steps } }) },
  'Mutation.saveReminderPlan': { roles: MANAGERS, args: () => ({ input: { planId: SETTINGS.plan, expectedVersion: 1, name: 'Plan', steps } }), ids: { 'input.planId': rule('plan', 'reminder_plan.not_found') } },
};
