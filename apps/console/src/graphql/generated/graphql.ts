/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AddContactPointInput = {
  customerId: string | number;
  kind: ContactPointKind;
  reason: string;
  value: string;
};

export type AddNoteInput = {
  idempotencyKey: string;
  text: string;
  ticketId: string | number;
};

export type AssignTicketInput = {
  /** Null: nobody. */
  assigneeId?: string | number | null | undefined;
  expectedVersion: number;
  ticketId: string | number;
};

export type AuthorKind =
  | 'AGENT'
  | 'BOT'
  | 'CUSTOMER'
  | 'IMPORT'
  | 'RULE';

/** What a changed calendar does to clocks that run: nothing, from now on, or from `effectiveFrom` on as if it had always been so. */
export type CalendarApply =
  | 'CORRECT'
  | 'KEEP'
  | 'RECALENDAR';

export type CalendarDayInput = {
  date: string;
  intervals: Array<DayIntervalInput>;
  keepSpill?: boolean | null | undefined;
  kind: CalendarDayKind;
  label?: string | null | undefined;
  source: CalendarDaySource;
};

export type CalendarDayKind =
  | 'CLOSED'
  | 'HOURS';

export type CalendarDaySource =
  | 'CUSTOM'
  | 'FEED'
  | 'LAW';

export type CalendarDefinitionInput = {
  always: boolean;
  days: Array<CalendarDayInput>;
  weekly: Array<WeeklyHoursInput>;
  zone: string;
};

export type CallDirection =
  | 'INBOUND'
  | 'OUTBOUND';

export type CallOutcome =
  | 'CALL_BACK'
  | 'NEEDS_WORK'
  | 'SOLVED'
  | 'WRONG_NUMBER';

export type CallTopic =
  | 'COMPLAINT'
  | 'LOYALTY'
  | 'ORDER'
  | 'OTHER'
  | 'PRODUCT'
  | 'RETURN';

export type ChangeMyPasswordInput = {
  current: string;
  next: string;
};

export type ChangeTicketKindInput = {
  expectedVersion: number;
  idempotencyKey: string;
  kind: TicketKind;
  ticketId: string | number;
};

/** The door a choice came through. */
export type ChoiceSource =
  | 'EMAIL'
  | 'IMPORT'
  | 'LETTER'
  | 'PHONE'
  | 'SHOP'
  | 'SURVEY_PAGE'
  | 'SYSTEM'
  | 'UNSUBSCRIBE_LINK'
  | 'WEB';

export type ConsentBasis =
  | 'CONSENT'
  | 'EXISTING_CUSTOMER';

export type ConsentInput = {
  /** Left out: every channel. */
  channel?: ContactChannel | null | undefined;
  customerId: string | number;
  /** What the person said, or where it is written. */
  evidence: string;
  purpose: ConsentPurpose;
  source: SpokenSource;
};

export type ConsentPurpose =
  | 'DIRECT_MARKETING'
  | 'MARKET_RESEARCH'
  | 'OPINION_RESEARCH'
  | 'SERVICE_QUALITY';

export type ContactChannel =
  | 'EMAIL'
  | 'LETTER'
  | 'PHONE'
  | 'SMS';

export type ContactPointKind =
  | 'EMAIL'
  | 'PHONE';

export type ContactRefusal =
  | 'NO_CONSENT'
  | 'OBJECTION'
  | 'RESTRICTED'
  | 'SUPPRESSED';

export type CreateCalendarInput = {
  definition: CalendarDefinitionInput;
  name: string;
  note?: string | null | undefined;
};

export type CreateCustomerInput = {
  customerNumber?: string | null | undefined;
  email?: string | null | undefined;
  firstName?: string | null | undefined;
  idempotencyKey: string;
  language: Locale;
  lastName: string;
  phone?: string | null | undefined;
  reason?: string | null | undefined;
};

export type CreateFirstAdminInput = {
  email: string;
  locale: Locale;
  name: string;
  password: string;
  token: string;
};

export type CreatePolicyInput = {
  conditions: PolicyConditionsInput;
  name: string;
  note?: string | null | undefined;
  targets: Array<PolicyTargetInput>;
};

export type CreateReminderPlanInput = {
  name: string;
  steps: Array<ReminderStepInput>;
};

export type CreateStaffMemberInput = {
  email: string;
  /** Teams the person leads; a lead is a member. */
  leadTeamIds?: Array<string | number> | null | undefined;
  locale: Locale;
  name: string;
  password: string;
  roles: Array<string>;
  teamIds: Array<string | number>;
};

export type CreateTeamInput = {
  name: string;
};

export type CustomerFlag =
  | 'DECEASED'
  | 'MINOR'
  | 'RESTRICTED'
  | 'SAFETY_BAN';

export type DayIntervalInput = {
  from: string;
  to: string;
};

export type DeadlineMetric =
  | 'ACKNOWLEDGE'
  | 'CALLBACK'
  | 'DECISION'
  | 'FIRST_REPLY'
  | 'NEXT_REPLY'
  | 'PROGRESS_UPDATE'
  | 'REMEDY'
  | 'RESOLUTION'
  | 'STATUTORY';

/** LATE: it ended after its due time. One that still runs and is overdue is RUNNING with breachedAt. */
export type DeadlineState =
  | 'CANCELLED'
  | 'ERROR'
  | 'LATE'
  | 'MET'
  | 'PAUSED'
  | 'RUNNING'
  | 'SUSPENDED'
  | 'WAIVED';

export type DeadlineUnit =
  | 'BUSINESS_DAYS'
  | 'BUSINESS_SECONDS'
  | 'CALENDAR_DAYS'
  | 'CALENDAR_MONTHS'
  | 'CALENDAR_SECONDS'
  | 'FIXED';

export type DecideDayProposalsInput = {
  accept: Array<string | number>;
  calendarId: string | number;
  dismiss: Array<string | number>;
  expectedVersion: number;
};

export type DeliveryState =
  | 'BOUNCED'
  | 'DELIVERED'
  | 'FAILED'
  | 'QUEUED'
  | 'SENDING'
  | 'SENT'
  | 'UNDONE'
  | 'UNKNOWN'
  | 'WAITING';

export type DeskEventKind =
  | 'RESYNC'
  | 'SIGNED_OUT'
  | 'TICKET';

export type DraftMode =
  | 'NOTE'
  | 'REPLY';

export type EntryKind =
  | 'CALL'
  | 'CUSTOMER_MESSAGE'
  | 'DECISION'
  | 'NOTE'
  | 'REPLY'
  | 'SURVEY_ANSWER'
  | 'SYSTEM';

export type EntryVisibility =
  | 'INTERNAL'
  | 'PUBLIC';

export type FixDeadlineInput = {
  deadlineId: string | number;
  dueAt: string;
  /** Of the ticket. */
  expectedVersion: number;
  reason: string;
};

export type LiftRestrictionInput = {
  customerId: string | number;
  /** What the person said, or where it is written. */
  evidence: string;
  ground: RestrictionGround;
  source: SpokenSource;
  /** When the person was told that it ends, which comes first. */
  toldAt?: string | null | undefined;
};

export type LiftSuppressionInput = {
  contactPointId: string | number;
  customerId: string | number;
  reason: string;
};

export type LinkCustomerInput = {
  customerId?: string | number | null | undefined;
  expectedVersion: number;
  ticketId: string | number;
};

export type Locale =
  | 'en'
  | 'fi'
  | 'sv';

export type LogCallInput = {
  addToTicketId?: string | number | null | undefined;
  /** Needed for CALL_BACK. */
  callBackAt?: string | null | undefined;
  customerId?: string | number | null | undefined;
  direction: CallDirection;
  endedAt?: string | null | undefined;
  idempotencyKey: string;
  /** For colleagues; never reaches the customer. May be empty. */
  note: string;
  /** In any spelling; left out or empty when the caller hides it. */
  number?: string | null | undefined;
  outcome: CallOutcome;
  startedAt: string;
  topic: CallTopic;
};

export type MessageDirection =
  | 'INBOUND'
  | 'OUTBOUND';

/** Why somebody is told. */
export type NoticeCause =
  | 'ASSIGNED'
  | 'CUSTOMER_REPLIED'
  | 'DEADLINE_ESCALATED'
  | 'DEADLINE_LATE'
  | 'DEADLINE_WARN'
  | 'DIGEST'
  | 'MENTIONED';

export type NoticeChannel =
  | 'IN_APP'
  | 'MAIL'
  | 'PUSH';

export type ObjectToContactInput = {
  /** Left out: every channel. */
  channel?: ContactChannel | null | undefined;
  customerId: string | number;
  /** What the person said, or where it is written. */
  evidence: string;
  scope: ObjectionScope;
  source: SpokenSource;
};

/** One kind of survey, surveys of every kind, direct marketing (and with it surveys), or all of it. */
export type ObjectionScope =
  | 'ALL'
  | 'DIRECT_MARKETING'
  | 'MARKET_RESEARCH'
  | 'OPINION_RESEARCH'
  | 'SERVICE_QUALITY'
  | 'SURVEYS';

export type OpenTicketInput = {
  answerWanted?: boolean | null | undefined;
  assignToMe?: boolean | null | undefined;
  channel: TicketChannel;
  customerId?: string | number | null | undefined;
  idempotencyKey: string;
  kind: TicketKind;
  language?: Locale | null | undefined;
  orderNumber?: string | null | undefined;
  priority?: TicketPriority | null | undefined;
  receivedAt?: string | null | undefined;
  subject: string;
  /** The first of one's own teams unless given. */
  teamId?: string | number | null | undefined;
  text: string;
};

export type OrderPoliciesInput = {
  ids: Array<string | number>;
};

export type PolicyConditionsInput = {
  answerWanted?: boolean | null | undefined;
  channels?: Array<string> | null | undefined;
  customerTiers?: Array<string> | null | undefined;
  kinds?: Array<string> | null | undefined;
  languages?: Array<string> | null | undefined;
  priorities?: Array<string> | null | undefined;
  tags?: Array<string> | null | undefined;
};

export type PolicyTargetInput = {
  amount: number;
  automaticAck?: boolean | null | undefined;
  bufferBusinessDays?: number | null | undefined;
  calendarId?: string | number | null | undefined;
  legal?: boolean | null | undefined;
  metric: DeadlineMetric;
  pauseStatuses?: Array<string> | null | undefined;
  priority: string;
  reminderPlanId?: string | number | null | undefined;
  retargetGraceMs?: number | null | undefined;
  roll?: string | null | undefined;
  unit: DeadlineUnit;
};

export type PreviewCalendarChangeInput = {
  apply: CalendarApply;
  calendarId: string | number;
  definition: CalendarDefinitionInput;
  /** Of CORRECT: since when it should have been so. */
  effectiveFrom?: string | null | undefined;
};

export type PreviewCalendarInput = {
  amount: number;
  definition: CalendarDefinitionInput;
  start: string;
  unit: DeadlineUnit;
};

export type PreviewPolicyChangeInput = {
  conditions: PolicyConditionsInput;
  policyId: string | number;
  targets: Array<PolicyTargetInput>;
};

export type ProposeFeedDaysInput = {
  calendarId: string | number;
  /** The text of an iCalendar feed. */
  ics: string;
};

export type ProposeHolidaysInput = {
  calendarId: string | number;
  year: number;
};

/** A PushSubscription of the browser. */
export type RegisterPushInput = {
  auth: string;
  endpoint: string;
  p256dh: string;
};

export type ReminderStepInput = {
  afterDueBusinessHours?: number | null | undefined;
  beforeLegalBusinessDays?: number | null | undefined;
  /** Told in quiet hours too. */
  critical: boolean;
  dailyAfterDue?: boolean | null | undefined;
  /** Of dailyAfterDue: how many days at most. */
  max?: number | null | undefined;
  percent?: number | null | undefined;
  step: string;
  to: Array<string>;
};

export type ReopenTicketInput = {
  expectedVersion: number;
  ticketId: string | number;
};

export type ReplyMetric =
  | 'ACKNOWLEDGE'
  | 'FIRST_REPLY'
  | 'NEXT_REPLY';

export type ReplyOutcome =
  | 'CANCELLED'
  | 'LATE'
  | 'MET'
  | 'OPEN'
  | 'WAIVED';

export type ReplyThenStatus =
  | 'KEEP'
  | 'SOLVED'
  | 'WAITING_CUSTOMER';

export type ReplyTimeCasesInput = {
  figure: ReplyTimesFigure;
  /** First local day, YYYY-MM-DD. */
  from: string;
  groupBy: ReplyTimesGroupBy;
  /** The key of the group; none for ALL. */
  key?: string | null | undefined;
  kind?: TicketKind | null | undefined;
  metric: ReplyMetric;
  teamId?: string | number | null | undefined;
  /** The day after the last. */
  to: string;
};

/** Of those due in the period: DUE = MET + LATE + OVERDUE_OPEN; CANCELLED, WAIVED and MET_IN_CONTACT stand beside them. Of those who arrived in it: ARRIVED, and OPEN of these. */
export type ReplyTimesFigure =
  | 'ARRIVED'
  | 'CANCELLED'
  | 'DUE'
  | 'LATE'
  | 'MET'
  | 'MET_IN_CONTACT'
  | 'OPEN'
  | 'OVERDUE_OPEN'
  | 'WAIVED';

export type ReplyTimesGroupBy =
  | 'ALL'
  | 'DAY'
  | 'KIND'
  | 'TEAM';

export type ReplyTimesInput = {
  /** First local day, YYYY-MM-DD. */
  from: string;
  kind?: TicketKind | null | undefined;
  metric: ReplyMetric;
  teamId?: string | number | null | undefined;
  /** The day after the last. */
  to: string;
};

export type RestrictProcessingInput = {
  customerId: string | number;
  /** What the person said, or where it is written. */
  evidence: string;
  ground: RestrictionGround;
  source: SpokenSource;
};

export type RestrictionGround =
  | 'ACCURACY_CONTESTED'
  | 'LEGAL_CLAIMS'
  | 'OBJECTION_PENDING'
  | 'UNLAWFUL_PROCESSING';

export type SaveCalendarInput = {
  /** False: targets can no longer name it. */
  active?: boolean | null | undefined;
  apply: CalendarApply;
  calendarId: string | number;
  definition: CalendarDefinitionInput;
  /** Of CORRECT: since when it should have been so. */
  effectiveFrom?: string | null | undefined;
  expectedVersion: number;
  name: string;
  note?: string | null | undefined;
};

export type SaveDraftInput = {
  attachmentIds?: Array<string | number> | null | undefined;
  baseRevision: number;
  mode: DraftMode;
  text: string;
  ticketId: string | number;
};

export type SavePolicyInput = {
  conditions: PolicyConditionsInput;
  expectedVersion: number;
  name: string;
  note?: string | null | undefined;
  policyId: string | number;
  /** Clocks that run go on towards the new targets and keep the time they have used. */
  retargetOpen: boolean;
  targets: Array<PolicyTargetInput>;
};

export type SaveReminderPlanInput = {
  expectedVersion: number;
  name: string;
  planId: string | number;
  steps: Array<ReminderStepInput>;
};

export type SendReplyInput = {
  attachmentIds?: Array<string | number> | null | undefined;
  cc?: Array<string> | null | undefined;
  idempotencyKey: string;
  /** The newest entry the author has seen; something newer refuses the reply as stale. */
  lastSeenEntryId?: string | number | null | undefined;
  sendAnyway?: boolean | null | undefined;
  text: string;
  thenStatus: ReplyThenStatus;
  ticketId: string | number;
};

export type SetNoticePreferenceInput = {
  cause: NoticeCause;
  channel: NoticeChannel;
  on: boolean;
};

export type SetPolicyActiveInput = {
  active: boolean;
  policyId: string | number;
};

export type SetQuietHoursInput = {
  from: string;
  to: string;
};

export type SignInInput = {
  email: string;
  password: string;
};

export type SolveTicketInput = {
  expectedVersion: number;
  /** Needed when nobody has answered. */
  noReplyReason?: string | null | undefined;
  ticketId: string | number;
};

/** How a person told staff. */
export type SpokenSource =
  | 'EMAIL'
  | 'LETTER'
  | 'PHONE'
  | 'SHOP';

export type SuppressAddressInput = {
  contactPointId: string | number;
  customerId: string | number;
  reason: string;
  scope: SuppressionScope;
};

export type SuppressionCause =
  | 'BY_HAND'
  | 'COMPLAINT'
  | 'ERASED'
  | 'HARD_BOUNCE'
  | 'SOFT_BOUNCES'
  | 'UNSUBSCRIBED';

export type SuppressionScope =
  | 'ALL'
  | 'MARKETING'
  | 'SURVEYS';

export type TagTicketInput = {
  add: Array<string>;
  expectedVersion: number;
  remove: Array<string>;
  ticketId: string | number;
};

export type TicketChannel =
  | 'API'
  | 'EMAIL'
  | 'FORM'
  | 'LETTER'
  | 'PHONE'
  | 'STORE'
  | 'SURVEY';

export type TicketKind =
  | 'CALL'
  | 'COMPLAINT'
  | 'FEEDBACK'
  | 'PRIVACY_REQUEST'
  | 'QUESTION'
  | 'SURVEY';

export type TicketPriority =
  | 'HIGH'
  | 'LOW'
  | 'NORMAL'
  | 'URGENT';

export type TicketStatus =
  | 'CLOSED'
  | 'MERGED'
  | 'NEW'
  | 'OPEN'
  | 'SNOOZED'
  | 'SOLVED'
  | 'SPAM'
  | 'WAITING_CUSTOMER'
  | 'WAITING_THIRD_PARTY';

/** A field left out stays as it is; null clears it. */
export type UpdateCustomerInput = {
  customerId: string | number;
  expectedVersion: number;
  firstName?: string | null | undefined;
  language?: Locale | null | undefined;
  lastName?: string | null | undefined;
  postalAddress?: string | null | undefined;
  reason: string;
};

export type UpdateMySettingsInput = {
  locale?: Locale | null | undefined;
  undoSeconds?: number | null | undefined;
};

/** What is left out stays as it is. */
export type UpdateStaffMemberInput = {
  expectedVersion: number;
  leadTeamIds?: Array<string | number> | null | undefined;
  name?: string | null | undefined;
  roles?: Array<string> | null | undefined;
  staffId: string | number;
  teamIds?: Array<string | number> | null | undefined;
};

/** What is left out stays as it is. */
export type UpdateTicketInput = {
  expectedVersion: number;
  language?: Locale | null | undefined;
  /** Null takes it away. */
  orderNumber?: string | null | undefined;
  priority?: TicketPriority | null | undefined;
  /** Goes with SNOOZED. */
  snoozeUntil?: string | null | undefined;
  status?: TicketStatus | null | undefined;
  subject?: string | null | undefined;
  teamId?: string | number | null | undefined;
  ticketId: string | number;
};

/** The lists everybody has. */
export type View =
  | 'ALL_OPEN'
  | 'COMPLAINTS'
  | 'DUE_TODAY'
  | 'MY_DRAFTS'
  | 'MY_OPEN'
  | 'UNASSIGNED'
  | 'WAITING';

export type WaiveReplyInput = {
  expectedVersion: number;
  reason: string;
  ticketId: string | number;
};

export type WeeklyHoursInput = {
  from: string;
  /** Monday is 1, Sunday 7. */
  isoDay: number;
  to: string;
};

/** Names the objection as it is read. */
export type WithdrawObjectionInput = {
  /** Left out: every channel. */
  channel?: ContactChannel | null | undefined;
  contactPointId?: string | number | null | undefined;
  customerId: string | number;
  /** What the person said, or where it is written. */
  evidence: string;
  scope: ObjectionScope;
  source: SpokenSource;
};

export type TicketRowFragment = { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null };

export type ClockRowFragment = { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null };

export type QueuePageQueryVariables = Exact<{
  view: View;
  first: number;
}>;


export type QueuePageQuery = { __typename: 'Query', tickets: { __typename: 'TicketConnection', endCursor: string | null, hasNextPage: boolean, nodes: Array<{ __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }> }, viewCounts: Array<{ __typename: 'ViewCount', view: View, count: number, capped: boolean }> };

export type TicketRowsQueryVariables = Exact<{
  numbers: Array<number> | number;
}>;


export type TicketRowsQuery = { __typename: 'Query', tickets: { __typename: 'TicketConnection', nodes: Array<{ __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }> } };

export type DeskEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DeskEventsSubscription = { deskEvents: { __typename: 'DeskEvent', cursor: string, kind: DeskEventKind, ticketNumber: number | null, ticketId: string | null, version: number | null, changed: Array<string>, actorId: string | null } };

export type StaffQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffQuery = { __typename: 'Query', staffMembers: Array<{ __typename: 'StaffMember', id: string, name: string, initials: string, active: boolean }>, teams: Array<{ __typename: 'Team', id: string, name: string }> };

export type StaffFieldsFragment = { __typename: 'StaffMember', id: string, name: string, initials: string, email: string | null, active: boolean, locale: Locale | null, roles: Array<string> | null, version: number, maskedFields: Array<string>, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { __typename: 'Query', staffMembers: Array<{ __typename: 'StaffMember', id: string, name: string, initials: string, email: string | null, active: boolean, locale: Locale | null, roles: Array<string> | null, version: number, maskedFields: Array<string>, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> }>, teams: Array<{ __typename: 'Team', id: string, name: string }> };

export type CreateStaffMemberMutationVariables = Exact<{
  input: CreateStaffMemberInput;
}>;


export type CreateStaffMemberMutation = { __typename: 'Mutation', createStaffMember:
    | { __typename: 'CannotChangeOwnRights', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'StaffEmailTaken', code: string, message: string }
    | { __typename: 'StaffMember', id: string, name: string, initials: string, email: string | null, active: boolean, locale: Locale | null, roles: Array<string> | null, version: number, maskedFields: Array<string>, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> }
    | { __typename: 'TeamNotFound', code: string, message: string }
   };

export type UpdateStaffMemberMutationVariables = Exact<{
  input: UpdateStaffMemberInput;
}>;


export type UpdateStaffMemberMutation = { __typename: 'Mutation', updateStaffMember:
    | { __typename: 'CannotChangeOwnRights', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'LastAdmin', code: string, message: string }
    | { __typename: 'StaffMember', id: string, name: string, initials: string, email: string | null, active: boolean, locale: Locale | null, roles: Array<string> | null, version: number, maskedFields: Array<string>, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> }
    | { __typename: 'StaffNotFound', code: string, message: string }
    | { __typename: 'TeamNotFound', code: string, message: string }
   };

export type DeactivateStaffMemberMutationVariables = Exact<{
  staffId: string | number;
}>;


export type DeactivateStaffMemberMutation = { __typename: 'Mutation', deactivateStaffMember:
    | { __typename: 'CannotChangeOwnRights', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'LastAdmin', code: string, message: string }
    | { __typename: 'StaffMember', id: string, name: string, initials: string, email: string | null, active: boolean, locale: Locale | null, roles: Array<string> | null, version: number, maskedFields: Array<string>, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> }
    | { __typename: 'StaffNotFound', code: string, message: string }
   };

export type CreateTeamMutationVariables = Exact<{
  input: CreateTeamInput;
}>;


export type CreateTeamMutation = { __typename: 'Mutation', createTeam:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Team', id: string, name: string }
   };

export type QuarantinedMailsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type QuarantinedMailsQuery = { __typename: 'Query', quarantinedMails: { __typename: 'QuarantinedMailConnection', hasNextPage: boolean, endCursor: string | null, nodes: Array<{ __typename: 'QuarantinedMail', id: string, receivedAt: string, from: string | null, error: string, tries: number, size: number, rawUrl: string }> } };

export type RetryQuarantinedMailMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryQuarantinedMailMutation = { __typename: 'Mutation', retryQuarantinedMail:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'QuarantinedMail', id: string, error: string, tries: number }
    | { __typename: 'QuarantinedMailNotFound', code: string, message: string }
   };

export type CallerMatchesQueryVariables = Exact<{
  number: string;
}>;


export type CallerMatchesQuery = { __typename: 'Query', callerMatches: { __typename: 'CallerMatches', normalised: string | null, matches: Array<{ __typename: 'CallerMatch', exact: boolean, openTickets: Array<{ __typename: 'TicketRef', id: string, number: number, subject: string | null, status: TicketStatus }>, customer: { __typename: 'Customer', id: string, name: string | null, language: Locale | null, loyalty: { __typename: 'Loyalty', tier: string | null, points: number | null } | null, pets: Array<{ __typename: 'Pet', id: string, name: string | null, species: string, allergies: Array<string> }>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null }> } }> } };

export type LogCallMutationVariables = Exact<{
  input: LogCallInput;
}>;


export type LogCallMutation = { __typename: 'Mutation', logCall:
    | { __typename: 'CallNumberInvalid', code: string, message: string }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'LoggedCall', call: { __typename: 'Call', id: string }, ticket: { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } | null, entry: { __typename: 'TicketEntry', id: string } | null }
    | { __typename: 'TicketNotFound', code: string, message: string }
   };

export type DraftFieldsFragment = { __typename: 'Draft', ticketId: string, mode: DraftMode, text: string, revision: number, savedAt: string, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> };

export type DraftQueryVariables = Exact<{
  ticketId: string | number;
  mode: DraftMode;
}>;


export type DraftQuery = { __typename: 'Query', draft: { __typename: 'Draft', ticketId: string, mode: DraftMode, text: string, revision: number, savedAt: string, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> } | null };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { __typename: 'Mutation', saveDraft:
    | { __typename: 'AttachmentNotFound', code: string, message: string }
    | { __typename: 'Draft', ticketId: string, mode: DraftMode, text: string, revision: number, savedAt: string, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'TicketNotFound', code: string, message: string }
   };

export type DiscardDraftMutationVariables = Exact<{
  ticketId: string | number;
  mode: DraftMode;
}>;


export type DiscardDraftMutation = { __typename: 'Mutation', discardDraft: boolean };

export type SendReplyMutationVariables = Exact<{
  input: SendReplyInput;
}>;


export type SendReplyMutation = { __typename: 'Mutation', sendReply:
    | { __typename: 'AttachmentNotFound', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'RecipientNotAllowed', code: string, message: string }
    | { __typename: 'TicketEntry', id: string, kind: EntryKind, at: string, visibility: EntryVisibility, authorKind: AuthorKind, authorName: string | null, channel: TicketChannel | null, text: string | null, change: unknown, maskedFields: Array<string>, author: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, mail: { __typename: 'Message', id: string, direction: MessageDirection, subject: string | null, html: string | null, simple: boolean, quoted: string | null, remoteImages: boolean, automatic: boolean, suspicion: string | null, delivery: DeliveryState | null, deliveryDetail: string | null, undoUntil: string | null, originalUrl: string | null, from: { __typename: 'MailAddress', name: string | null, address: string | null } | null, to: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, cc: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> } | null, call: { __typename: 'Call', id: string, number: string | null, direction: CallDirection, startedAt: string, endedAt: string | null, topic: CallTopic, outcome: CallOutcome, callBackAt: string | null } | null }
    | { __typename: 'TicketNotFound', code: string, message: string }
    | { __typename: 'TicketStale', code: string, message: string, newer: Array<{ __typename: 'TicketEntry', id: string, kind: EntryKind, at: string, visibility: EntryVisibility, authorKind: AuthorKind, authorName: string | null, channel: TicketChannel | null, text: string | null, change: unknown, maskedFields: Array<string>, author: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, mail: { __typename: 'Message', id: string, direction: MessageDirection, subject: string | null, html: string | null, simple: boolean, quoted: string | null, remoteImages: boolean, automatic: boolean, suspicion: string | null, delivery: DeliveryState | null, deliveryDetail: string | null, undoUntil: string | null, originalUrl: string | null, from: { __typename: 'MailAddress', name: string | null, address: string | null } | null, to: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, cc: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> } | null, call: { __typename: 'Call', id: string, number: string | null, direction: CallDirection, startedAt: string, endedAt: string | null, topic: CallTopic, outcome: CallOutcome, callBackAt: string | null } | null }> }
   };

export type AddNoteMutationVariables = Exact<{
  input: AddNoteInput;
}>;


export type AddNoteMutation = { __typename: 'Mutation', addNote:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'TicketEntry', id: string, kind: EntryKind, at: string, visibility: EntryVisibility, authorKind: AuthorKind, authorName: string | null, channel: TicketChannel | null, text: string | null, change: unknown, maskedFields: Array<string>, author: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, mail: { __typename: 'Message', id: string, direction: MessageDirection, subject: string | null, html: string | null, simple: boolean, quoted: string | null, remoteImages: boolean, automatic: boolean, suspicion: string | null, delivery: DeliveryState | null, deliveryDetail: string | null, undoUntil: string | null, originalUrl: string | null, from: { __typename: 'MailAddress', name: string | null, address: string | null } | null, to: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, cc: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> } | null, call: { __typename: 'Call', id: string, number: string | null, direction: CallDirection, startedAt: string, endedAt: string | null, topic: CallTopic, outcome: CallOutcome, callBackAt: string | null } | null }
    | { __typename: 'TicketNotFound', code: string, message: string }
   };

export type ContactChoicesQueryVariables = Exact<{
  id: string | number;
}>;


export type ContactChoicesQuery = { __typename: 'Query', customer: { __typename: 'Customer', id: string, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null }>, contactChoices: { __typename: 'ContactChoices', maskedFields: Array<string>, outlook: Array<{ __typename: 'ContactOutlook', purpose: ConsentPurpose, allowed: boolean, reason: ContactRefusal | null, since: string | null }>, consents: Array<{ __typename: 'Consent', purpose: ConsentPurpose, channel: ContactChannel | null, basis: ConsentBasis, since: string, source: ChoiceSource | null, evidence: string | null }>, objections: Array<{ __typename: 'Objection', scope: ObjectionScope, channel: ContactChannel | null, contactPointId: string | null, since: string, source: ChoiceSource | null, evidence: string | null }>, restrictions: Array<{ __typename: 'Restriction', ground: RestrictionGround, since: string, source: ChoiceSource | null, evidence: string | null }>, suppressions: Array<{ __typename: 'Suppression', scope: SuppressionScope, cause: SuppressionCause, contactPointId: string, since: string, evidence: string | null }> } | null } | null };

export type GiveConsentMutationVariables = Exact<{
  input: ConsentInput;
}>;


export type GiveConsentMutation = { __typename: 'Mutation', giveConsent:
    | { __typename: 'Customer', id: string, version: number, flags: Array<CustomerFlag> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type WithdrawConsentMutationVariables = Exact<{
  input: ConsentInput;
}>;


export type WithdrawConsentMutation = { __typename: 'Mutation', withdrawConsent:
    | { __typename: 'Customer', id: string, version: number, flags: Array<CustomerFlag> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type ObjectToContactMutationVariables = Exact<{
  input: ObjectToContactInput;
}>;


export type ObjectToContactMutation = { __typename: 'Mutation', objectToContact:
    | { __typename: 'Customer', id: string, version: number, flags: Array<CustomerFlag> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type WithdrawObjectionMutationVariables = Exact<{
  input: WithdrawObjectionInput;
}>;


export type WithdrawObjectionMutation = { __typename: 'Mutation', withdrawObjection:
    | { __typename: 'ChoiceNotInForce', code: string, message: string }
    | { __typename: 'Customer', id: string, version: number, flags: Array<CustomerFlag> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type RestrictProcessingMutationVariables = Exact<{
  input: RestrictProcessingInput;
}>;


export type RestrictProcessingMutation = { __typename: 'Mutation', restrictProcessing:
    | { __typename: 'Customer', id: string, version: number, flags: Array<CustomerFlag> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type LiftRestrictionMutationVariables = Exact<{
  input: LiftRestrictionInput;
}>;


export type LiftRestrictionMutation = { __typename: 'Mutation', liftRestriction:
    | { __typename: 'ChoiceNotInForce', code: string, message: string }
    | { __typename: 'Customer', id: string, version: number, flags: Array<CustomerFlag> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'RestrictionNotTold', code: string, message: string }
   };

export type SuppressAddressMutationVariables = Exact<{
  input: SuppressAddressInput;
}>;


export type SuppressAddressMutation = { __typename: 'Mutation', suppressAddress:
    | { __typename: 'Customer', id: string, version: number, flags: Array<CustomerFlag> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type LiftSuppressionMutationVariables = Exact<{
  input: LiftSuppressionInput;
}>;


export type LiftSuppressionMutation = { __typename: 'Mutation', liftSuppression:
    | { __typename: 'ChoiceNotInForce', code: string, message: string }
    | { __typename: 'Customer', id: string, version: number, flags: Array<CustomerFlag> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type CustomerBriefFragment = { __typename: 'Customer', id: string, version: number, name: string | null, firstName: string | null, lastName: string | null, language: Locale | null, customerNumber: string | null, since: string | null, flags: Array<CustomerFlag>, maskedFields: Array<string>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null, label: string | null, verifiedAt: string | null }> };

export type ReceiptFieldsFragment = { __typename: 'Receipt', id: string, receiptNumber: string, boughtOn: string, shop: string, totalCents: number | null, importedAt: string, source: string, lines: Array<{ __typename: 'ReceiptLine', product: string, quantity: number, priceCents: number | null, batch: string | null }> };

export type CustomerFullFragment = { __typename: 'Customer', postalAddress: string | null, id: string, version: number, name: string | null, firstName: string | null, lastName: string | null, language: Locale | null, customerNumber: string | null, since: string | null, flags: Array<CustomerFlag>, maskedFields: Array<string>, loyalty: { __typename: 'Loyalty', number: string | null, tier: string | null, startedOn: string | null, endedOn: string | null, points: number | null, importedAt: string, source: string } | null, pets: Array<{ __typename: 'Pet', id: string, name: string | null, species: string, birthYear: number | null, allergies: Array<string>, importedAt: string, source: string }>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null, label: string | null, verifiedAt: string | null }> };

export type CustomerPanelQueryVariables = Exact<{
  id: string | number;
  ticketId: string | number;
}>;


export type CustomerPanelQuery = { __typename: 'Query', customer: { __typename: 'Customer', postalAddress: string | null, id: string, version: number, name: string | null, firstName: string | null, lastName: string | null, language: Locale | null, customerNumber: string | null, since: string | null, flags: Array<CustomerFlag>, maskedFields: Array<string>, receiptsOfTicket: Array<{ __typename: 'Receipt', id: string, receiptNumber: string, boughtOn: string, shop: string, totalCents: number | null, importedAt: string, source: string, lines: Array<{ __typename: 'ReceiptLine', product: string, quantity: number, priceCents: number | null, batch: string | null }> }>, tickets: { __typename: 'TicketConnection', total: number, totalCapped: boolean, nodes: Array<{ __typename: 'Ticket', id: string, number: number, subject: string | null, status: TicketStatus, kind: TicketKind }> }, loyalty: { __typename: 'Loyalty', number: string | null, tier: string | null, startedOn: string | null, endedOn: string | null, points: number | null, importedAt: string, source: string } | null, pets: Array<{ __typename: 'Pet', id: string, name: string | null, species: string, birthYear: number | null, allergies: Array<string>, importedAt: string, source: string }>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null, label: string | null, verifiedAt: string | null }> } | null };

export type CustomerPageQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerPageQuery = { __typename: 'Query', customer: { __typename: 'Customer', postalAddress: string | null, id: string, version: number, name: string | null, firstName: string | null, lastName: string | null, language: Locale | null, customerNumber: string | null, since: string | null, flags: Array<CustomerFlag>, maskedFields: Array<string>, tickets: { __typename: 'TicketConnection', total: number, totalCapped: boolean, nodes: Array<{ __typename: 'Ticket', id: string, number: number, subject: string | null, status: TicketStatus, kind: TicketKind, channel: TicketChannel, createdAt: string }> }, history: { __typename: 'FieldChangeConnection', hasNextPage: boolean, endCursor: string | null, nodes: Array<{ __typename: 'FieldChange', id: string, field: string, old: string | null, new: string | null, at: string, by: string, source: string, reason: string | null }> }, loyalty: { __typename: 'Loyalty', number: string | null, tier: string | null, startedOn: string | null, endedOn: string | null, points: number | null, importedAt: string, source: string } | null, pets: Array<{ __typename: 'Pet', id: string, name: string | null, species: string, birthYear: number | null, allergies: Array<string>, importedAt: string, source: string }>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null, label: string | null, verifiedAt: string | null }> } | null };

export type CustomerReceiptsQueryVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type CustomerReceiptsQuery = { __typename: 'Query', customer: { __typename: 'Customer', id: string, receipts: Array<{ __typename: 'Receipt', id: string, receiptNumber: string, boughtOn: string, shop: string, totalCents: number | null, importedAt: string, source: string, lines: Array<{ __typename: 'ReceiptLine', product: string, quantity: number, priceCents: number | null, batch: string | null }> }> } | null };

export type CustomerSearchQueryVariables = Exact<{
  search: string;
}>;


export type CustomerSearchQuery = { __typename: 'Query', customers: { __typename: 'CustomerConnection', hasNextPage: boolean, nodes: Array<{ __typename: 'Customer', id: string, version: number, name: string | null, firstName: string | null, lastName: string | null, language: Locale | null, customerNumber: string | null, since: string | null, flags: Array<CustomerFlag>, maskedFields: Array<string>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null, label: string | null, verifiedAt: string | null }> }> } };

export type LinkCustomerMutationVariables = Exact<{
  input: LinkCustomerInput;
}>;


export type LinkCustomerMutation = { __typename: 'Mutation', linkCustomer:
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
    | { __typename: 'TicketConflict', code: string, message: string, field: string, yours: unknown, theirs: unknown, changedBy: string | null, ticket: { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } }
    | { __typename: 'TicketNotFound', code: string, message: string }
   };

export type CreateCustomerMutationVariables = Exact<{
  input: CreateCustomerInput;
}>;


export type CreateCustomerMutation = { __typename: 'Mutation', createCustomer:
    | { __typename: 'ContactPointInvalid', code: string, message: string }
    | { __typename: 'Customer', id: string, version: number, name: string | null, firstName: string | null, lastName: string | null, language: Locale | null, customerNumber: string | null, since: string | null, flags: Array<CustomerFlag>, maskedFields: Array<string>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null, label: string | null, verifiedAt: string | null }> }
    | { __typename: 'CustomerNumberTaken', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type UpdateCustomerMutationVariables = Exact<{
  input: UpdateCustomerInput;
}>;


export type UpdateCustomerMutation = { __typename: 'Mutation', updateCustomer:
    | { __typename: 'Customer', postalAddress: string | null, id: string, version: number, name: string | null, firstName: string | null, lastName: string | null, language: Locale | null, customerNumber: string | null, since: string | null, flags: Array<CustomerFlag>, maskedFields: Array<string>, loyalty: { __typename: 'Loyalty', number: string | null, tier: string | null, startedOn: string | null, endedOn: string | null, points: number | null, importedAt: string, source: string } | null, pets: Array<{ __typename: 'Pet', id: string, name: string | null, species: string, birthYear: number | null, allergies: Array<string>, importedAt: string, source: string }>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null, label: string | null, verifiedAt: string | null }> }
    | { __typename: 'CustomerConflict', code: string, message: string }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type AddContactPointMutationVariables = Exact<{
  input: AddContactPointInput;
}>;


export type AddContactPointMutation = { __typename: 'Mutation', addContactPoint:
    | { __typename: 'ContactPointInvalid', code: string, message: string }
    | { __typename: 'Customer', id: string, version: number, name: string | null, firstName: string | null, lastName: string | null, language: Locale | null, customerNumber: string | null, since: string | null, flags: Array<CustomerFlag>, maskedFields: Array<string>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null, label: string | null, verifiedAt: string | null }> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type RemoveContactPointMutationVariables = Exact<{
  customerId: string | number;
  contactPointId: string | number;
  reason: string;
}>;


export type RemoveContactPointMutation = { __typename: 'Mutation', removeContactPoint:
    | { __typename: 'Customer', id: string, version: number, name: string | null, firstName: string | null, lastName: string | null, language: Locale | null, customerNumber: string | null, since: string | null, flags: Array<CustomerFlag>, maskedFields: Array<string>, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null, original: string | null, label: string | null, verifiedAt: string | null }> }
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type DefinitionFieldsFragment = { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }>, days: Array<{ __typename: 'CalendarDay', date: string, kind: CalendarDayKind, source: CalendarDaySource, label: string | null, keepSpill: boolean, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> };

export type CalendarFieldsFragment = { __typename: 'BusinessCalendar', id: string, name: string, isDefault: boolean, active: boolean, version: number, openDeadlines: number, definition: { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }>, days: Array<{ __typename: 'CalendarDay', date: string, kind: CalendarDayKind, source: CalendarDaySource, label: string | null, keepSpill: boolean, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }, proposals: Array<{ __typename: 'CalendarDayProposal', id: string, date: string, kind: CalendarDayKind, label: string | null, source: CalendarDaySource, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> };

export type CalendarsQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarsQuery = { __typename: 'Query', calendars: Array<{ __typename: 'BusinessCalendar', id: string, name: string, isDefault: boolean, active: boolean, version: number, openDeadlines: number, definition: { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }> }, proposals: Array<{ __typename: 'CalendarDayProposal', id: string }> }> };

export type CalendarQueryVariables = Exact<{
  id: string | number;
}>;


export type CalendarQuery = { __typename: 'Query', calendar: { __typename: 'BusinessCalendar', id: string, name: string, isDefault: boolean, active: boolean, version: number, openDeadlines: number, versions: Array<{ __typename: 'CalendarVersion', version: number, effectiveFrom: string, note: string | null, createdAt: string, createdBy: { __typename: 'StaffMember', id: string, name: string } | null }>, definition: { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }>, days: Array<{ __typename: 'CalendarDay', date: string, kind: CalendarDayKind, source: CalendarDaySource, label: string | null, keepSpill: boolean, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }, proposals: Array<{ __typename: 'CalendarDayProposal', id: string, date: string, kind: CalendarDayKind, label: string | null, source: CalendarDaySource, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> } | null };

export type CalendarVersionsQueryVariables = Exact<{
  id: string | number;
}>;


export type CalendarVersionsQuery = { __typename: 'Query', calendar: { __typename: 'BusinessCalendar', id: string, versions: Array<{ __typename: 'CalendarVersion', version: number, definition: { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }>, days: Array<{ __typename: 'CalendarDay', date: string, kind: CalendarDayKind, source: CalendarDaySource, label: string | null, keepSpill: boolean, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> } }> } | null };

export type PreviewCalendarQueryVariables = Exact<{
  input: PreviewCalendarInput;
}>;


export type PreviewCalendarQuery = { __typename: 'Query', previewCalendar: { __typename: 'CalendarPreview', dueAt: string | null, legalDueAt: string | null, faults: Array<{ __typename: 'DefinitionFault', path: string, code: string, message: string }>, warnings: Array<{ __typename: 'DefinitionFault', path: string, code: string, message: string }> } };

export type PreviewCalendarChangeQueryVariables = Exact<{
  input: PreviewCalendarChangeInput;
}>;


export type PreviewCalendarChangeQuery = { __typename: 'Query', previewCalendarChange: { __typename: 'ChangePreview', moves: number, becomeOverdue: number, becomeMetAble: number, legalUntouched: number, sample: Array<{ __typename: 'ChangeSample', ticketNumber: number | null, metric: DeadlineMetric, from: string | null, to: string | null }> } };

export type CreateCalendarMutationVariables = Exact<{
  input: CreateCalendarInput;
}>;


export type CreateCalendarMutation = { __typename: 'Mutation', createCalendar:
    | { __typename: 'BusinessCalendar', id: string, name: string, isDefault: boolean, active: boolean, version: number, openDeadlines: number, definition: { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }>, days: Array<{ __typename: 'CalendarDay', date: string, kind: CalendarDayKind, source: CalendarDaySource, label: string | null, keepSpill: boolean, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }, proposals: Array<{ __typename: 'CalendarDayProposal', id: string, date: string, kind: CalendarDayKind, label: string | null, source: CalendarDaySource, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }
    | { __typename: 'CalendarInvalid', code: string, message: string, faults: Array<{ __typename: 'DefinitionFault', path: string, code: string, message: string }> }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type SaveCalendarMutationVariables = Exact<{
  input: SaveCalendarInput;
}>;


export type SaveCalendarMutation = { __typename: 'Mutation', saveCalendar:
    | { __typename: 'BusinessCalendar', id: string, name: string, isDefault: boolean, active: boolean, version: number, openDeadlines: number, definition: { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }>, days: Array<{ __typename: 'CalendarDay', date: string, kind: CalendarDayKind, source: CalendarDaySource, label: string | null, keepSpill: boolean, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }, proposals: Array<{ __typename: 'CalendarDayProposal', id: string, date: string, kind: CalendarDayKind, label: string | null, source: CalendarDaySource, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }
    | { __typename: 'CalendarConflict', code: string, message: string, theirs: number }
    | { __typename: 'CalendarInvalid', code: string, message: string, faults: Array<{ __typename: 'DefinitionFault', path: string, code: string, message: string }> }
    | { __typename: 'CalendarNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type SetDefaultCalendarMutationVariables = Exact<{
  calendarId: string | number;
}>;


export type SetDefaultCalendarMutation = { __typename: 'Mutation', setDefaultCalendar:
    | { __typename: 'BusinessCalendar', id: string, isDefault: boolean }
    | { __typename: 'CalendarNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type ProposeHolidaysMutationVariables = Exact<{
  input: ProposeHolidaysInput;
}>;


export type ProposeHolidaysMutation = { __typename: 'Mutation', proposeHolidays:
    | { __typename: 'BusinessCalendar', id: string, name: string, isDefault: boolean, active: boolean, version: number, openDeadlines: number, definition: { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }>, days: Array<{ __typename: 'CalendarDay', date: string, kind: CalendarDayKind, source: CalendarDaySource, label: string | null, keepSpill: boolean, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }, proposals: Array<{ __typename: 'CalendarDayProposal', id: string, date: string, kind: CalendarDayKind, label: string | null, source: CalendarDaySource, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }
    | { __typename: 'CalendarNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type ProposeFeedDaysMutationVariables = Exact<{
  input: ProposeFeedDaysInput;
}>;


export type ProposeFeedDaysMutation = { __typename: 'Mutation', proposeFeedDays:
    | { __typename: 'BusinessCalendar', id: string, name: string, isDefault: boolean, active: boolean, version: number, openDeadlines: number, definition: { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }>, days: Array<{ __typename: 'CalendarDay', date: string, kind: CalendarDayKind, source: CalendarDaySource, label: string | null, keepSpill: boolean, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }, proposals: Array<{ __typename: 'CalendarDayProposal', id: string, date: string, kind: CalendarDayKind, label: string | null, source: CalendarDaySource, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }
    | { __typename: 'CalendarNotFound', code: string, message: string }
    | { __typename: 'FeedInvalid', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type DecideDayProposalsMutationVariables = Exact<{
  input: DecideDayProposalsInput;
}>;


export type DecideDayProposalsMutation = { __typename: 'Mutation', decideDayProposals:
    | { __typename: 'BusinessCalendar', id: string, name: string, isDefault: boolean, active: boolean, version: number, openDeadlines: number, definition: { __typename: 'CalendarDefinition', zone: string, always: boolean, weekly: Array<{ __typename: 'WeeklyHours', isoDay: number, from: string, to: string }>, days: Array<{ __typename: 'CalendarDay', date: string, kind: CalendarDayKind, source: CalendarDaySource, label: string | null, keepSpill: boolean, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }, proposals: Array<{ __typename: 'CalendarDayProposal', id: string, date: string, kind: CalendarDayKind, label: string | null, source: CalendarDaySource, intervals: Array<{ __typename: 'DayInterval', from: string, to: string }> }> }
    | { __typename: 'CalendarConflict', code: string, message: string, theirs: number }
    | { __typename: 'CalendarInvalid', code: string, message: string, faults: Array<{ __typename: 'DefinitionFault', path: string, code: string, message: string }> }
    | { __typename: 'CalendarNotFound', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type PolicyFieldsFragment = { __typename: 'DeadlinePolicy', id: string, name: string, rank: number, active: boolean, version: number, openDeadlines: number, conditions: { __typename: 'PolicyConditions', kinds: Array<string> | null, channels: Array<string> | null, priorities: Array<string> | null, languages: Array<string> | null, tags: Array<string> | null, customerTiers: Array<string> | null, answerWanted: boolean | null }, targets: Array<{ __typename: 'PolicyTarget', metric: DeadlineMetric, priority: string, unit: DeadlineUnit, amount: number, calendarId: string | null, roll: string, retargetGraceMs: number, pauseStatuses: Array<string>, reminderPlanId: string | null, automaticAck: boolean, legal: boolean, bufferBusinessDays: number }> };

export type PlanFieldsFragment = { __typename: 'ReminderPlan', id: string, name: string, version: number, steps: Array<{ __typename: 'ReminderStep', step: string, percent: number | null, afterDueBusinessHours: number | null, dailyAfterDue: boolean | null, max: number | null, beforeLegalBusinessDays: number | null, to: Array<string>, critical: boolean }> };

export type DeadlinePoliciesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeadlinePoliciesQuery = { __typename: 'Query', deadlinePolicies: Array<{ __typename: 'DeadlinePolicy', id: string, name: string, rank: number, active: boolean, version: number, openDeadlines: number, versions: Array<{ __typename: 'PolicyVersion', version: number, effectiveFrom: string, note: string | null, createdAt: string, createdBy: { __typename: 'StaffMember', id: string, name: string } | null }>, conditions: { __typename: 'PolicyConditions', kinds: Array<string> | null, channels: Array<string> | null, priorities: Array<string> | null, languages: Array<string> | null, tags: Array<string> | null, customerTiers: Array<string> | null, answerWanted: boolean | null }, targets: Array<{ __typename: 'PolicyTarget', metric: DeadlineMetric, priority: string, unit: DeadlineUnit, amount: number, calendarId: string | null, roll: string, retargetGraceMs: number, pauseStatuses: Array<string>, reminderPlanId: string | null, automaticAck: boolean, legal: boolean, bufferBusinessDays: number }> }>, calendars: Array<{ __typename: 'BusinessCalendar', id: string, name: string, isDefault: boolean, active: boolean }>, reminderPlans: Array<{ __typename: 'ReminderPlan', id: string, name: string }> };

export type ReminderPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type ReminderPlansQuery = { __typename: 'Query', reminderPlans: Array<{ __typename: 'ReminderPlan', id: string, name: string, version: number, steps: Array<{ __typename: 'ReminderStep', step: string, percent: number | null, afterDueBusinessHours: number | null, dailyAfterDue: boolean | null, max: number | null, beforeLegalBusinessDays: number | null, to: Array<string>, critical: boolean }> }> };

export type PreviewPolicyChangeQueryVariables = Exact<{
  input: PreviewPolicyChangeInput;
}>;


export type PreviewPolicyChangeQuery = { __typename: 'Query', previewPolicyChange: { __typename: 'ChangePreview', moves: number, becomeOverdue: number, becomeMetAble: number, legalUntouched: number, sample: Array<{ __typename: 'ChangeSample', ticketNumber: number | null, metric: DeadlineMetric, from: string | null, to: string | null }> } };

export type CreatePolicyMutationVariables = Exact<{
  input: CreatePolicyInput;
}>;


export type CreatePolicyMutation = { __typename: 'Mutation', createPolicy:
    | { __typename: 'DeadlinePolicy', id: string, name: string, rank: number, active: boolean, version: number, openDeadlines: number, conditions: { __typename: 'PolicyConditions', kinds: Array<string> | null, channels: Array<string> | null, priorities: Array<string> | null, languages: Array<string> | null, tags: Array<string> | null, customerTiers: Array<string> | null, answerWanted: boolean | null }, targets: Array<{ __typename: 'PolicyTarget', metric: DeadlineMetric, priority: string, unit: DeadlineUnit, amount: number, calendarId: string | null, roll: string, retargetGraceMs: number, pauseStatuses: Array<string>, reminderPlanId: string | null, automaticAck: boolean, legal: boolean, bufferBusinessDays: number }> }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'PolicyInvalid', code: string, message: string, faults: Array<{ __typename: 'DefinitionFault', path: string, code: string, message: string }> }
   };

export type SavePolicyMutationVariables = Exact<{
  input: SavePolicyInput;
}>;


export type SavePolicyMutation = { __typename: 'Mutation', savePolicy:
    | { __typename: 'DeadlinePolicy', id: string, name: string, rank: number, active: boolean, version: number, openDeadlines: number, conditions: { __typename: 'PolicyConditions', kinds: Array<string> | null, channels: Array<string> | null, priorities: Array<string> | null, languages: Array<string> | null, tags: Array<string> | null, customerTiers: Array<string> | null, answerWanted: boolean | null }, targets: Array<{ __typename: 'PolicyTarget', metric: DeadlineMetric, priority: string, unit: DeadlineUnit, amount: number, calendarId: string | null, roll: string, retargetGraceMs: number, pauseStatuses: Array<string>, reminderPlanId: string | null, automaticAck: boolean, legal: boolean, bufferBusinessDays: number }> }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'PolicyConflict', code: string, message: string, theirs: number }
    | { __typename: 'PolicyInvalid', code: string, message: string, faults: Array<{ __typename: 'DefinitionFault', path: string, code: string, message: string }> }
    | { __typename: 'PolicyNotFound', code: string, message: string }
   };

export type SetPolicyActiveMutationVariables = Exact<{
  input: SetPolicyActiveInput;
}>;


export type SetPolicyActiveMutation = { __typename: 'Mutation', setPolicyActive:
    | { __typename: 'DeadlinePolicy', id: string, name: string, rank: number, active: boolean, version: number, openDeadlines: number, conditions: { __typename: 'PolicyConditions', kinds: Array<string> | null, channels: Array<string> | null, priorities: Array<string> | null, languages: Array<string> | null, tags: Array<string> | null, customerTiers: Array<string> | null, answerWanted: boolean | null }, targets: Array<{ __typename: 'PolicyTarget', metric: DeadlineMetric, priority: string, unit: DeadlineUnit, amount: number, calendarId: string | null, roll: string, retargetGraceMs: number, pauseStatuses: Array<string>, reminderPlanId: string | null, automaticAck: boolean, legal: boolean, bufferBusinessDays: number }> }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'PolicyNotFound', code: string, message: string }
   };

export type OrderPoliciesMutationVariables = Exact<{
  input: OrderPoliciesInput;
}>;


export type OrderPoliciesMutation = { __typename: 'Mutation', orderPolicies:
    | { __typename: 'DeadlinePolicies', policies: Array<{ __typename: 'DeadlinePolicy', id: string, name: string, rank: number, active: boolean, version: number, openDeadlines: number, conditions: { __typename: 'PolicyConditions', kinds: Array<string> | null, channels: Array<string> | null, priorities: Array<string> | null, languages: Array<string> | null, tags: Array<string> | null, customerTiers: Array<string> | null, answerWanted: boolean | null }, targets: Array<{ __typename: 'PolicyTarget', metric: DeadlineMetric, priority: string, unit: DeadlineUnit, amount: number, calendarId: string | null, roll: string, retargetGraceMs: number, pauseStatuses: Array<string>, reminderPlanId: string | null, automaticAck: boolean, legal: boolean, bufferBusinessDays: number }> }> }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
   };

export type CreateReminderPlanMutationVariables = Exact<{
  input: CreateReminderPlanInput;
}>;


export type CreateReminderPlanMutation = { __typename: 'Mutation', createReminderPlan:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'ReminderPlan', id: string, name: string, version: number, steps: Array<{ __typename: 'ReminderStep', step: string, percent: number | null, afterDueBusinessHours: number | null, dailyAfterDue: boolean | null, max: number | null, beforeLegalBusinessDays: number | null, to: Array<string>, critical: boolean }> }
    | { __typename: 'ReminderPlanInvalid', code: string, message: string, faults: Array<{ __typename: 'DefinitionFault', path: string, code: string, message: string }> }
   };

export type SaveReminderPlanMutationVariables = Exact<{
  input: SaveReminderPlanInput;
}>;


export type SaveReminderPlanMutation = { __typename: 'Mutation', saveReminderPlan:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'ReminderPlan', id: string, name: string, version: number, steps: Array<{ __typename: 'ReminderStep', step: string, percent: number | null, afterDueBusinessHours: number | null, dailyAfterDue: boolean | null, max: number | null, beforeLegalBusinessDays: number | null, to: Array<string>, critical: boolean }> }
    | { __typename: 'ReminderPlanConflict', code: string, message: string, theirs: number }
    | { __typename: 'ReminderPlanInvalid', code: string, message: string, faults: Array<{ __typename: 'DefinitionFault', path: string, code: string, message: string }> }
    | { __typename: 'ReminderPlanNotFound', code: string, message: string }
   };

export type WithoutPolicyQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WithoutPolicyQuery = { __typename: 'Query', withoutPolicy: { __typename: 'TicketWithoutPolicyConnection', total: number, totalCapped: boolean, hasNextPage: boolean, endCursor: string | null, nodes: Array<{ __typename: 'TicketWithoutPolicy', number: number | null, receivedAt: string, kind: TicketKind, channel: TicketChannel, priority: TicketPriority, language: Locale, answerWanted: boolean, policies: Array<{ __typename: 'PolicyMiss', name: string, active: boolean, unmet: Array<string> }> }> } };

export type OpenTicketMutationVariables = Exact<{
  input: OpenTicketInput;
}>;


export type OpenTicketMutation = { __typename: 'Mutation', openTicket:
    | { __typename: 'CustomerNotFound', code: string, message: string }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'TeamNotFound', code: string, message: string }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
   };

export type MyNoticesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type MyNoticesSubscription = { myNotices: { __typename: 'NoticeNews', unread: number, newest: { __typename: 'NewestNotice', id: string, cause: NoticeCause, ticketNumber: number | null } | null } };

export type UnreadNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNoticesQuery = { __typename: 'Query', unreadNotices: number };

export type NoticesQueryVariables = Exact<{
  after?: string | null | undefined;
  unreadOnly?: boolean | null | undefined;
}>;


export type NoticesQuery = { __typename: 'Query', notices: { __typename: 'NoticeConnection', hasNextPage: boolean, endCursor: string | null, nodes: Array<{ __typename: 'Notice', id: string, cause: NoticeCause, ticketNumber: number | null, at: string, readAt: string | null, params: unknown, ticket: { __typename: 'TicketRef', id: string, number: number, subject: string | null } | null }> } };

export type NoticeSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type NoticeSettingsQuery = { __typename: 'Query', pushKey: string, noticePreferences: Array<{ __typename: 'NoticePreference', cause: NoticeCause, channel: NoticeChannel, on: boolean }>, quietHours: { __typename: 'QuietHours', from: string, to: string } };

export type MarkNoticesReadMutationVariables = Exact<{
  ids?: Array<string | number> | string | number | null | undefined;
  ticketId?: string | number | null | undefined;
  all?: boolean | null | undefined;
}>;


export type MarkNoticesReadMutation = { __typename: 'Mutation', markNoticesRead: number };

export type SetNoticePreferenceMutationVariables = Exact<{
  input: SetNoticePreferenceInput;
}>;


export type SetNoticePreferenceMutation = { __typename: 'Mutation', setNoticePreference:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'NoticePreference', cause: NoticeCause, channel: NoticeChannel, on: boolean }
   };

export type SetQuietHoursMutationVariables = Exact<{
  input: SetQuietHoursInput;
}>;


export type SetQuietHoursMutation = { __typename: 'Mutation', setQuietHours:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'QuietHours', from: string, to: string }
   };

export type RegisterPushMutationVariables = Exact<{
  input: RegisterPushInput;
}>;


export type RegisterPushMutation = { __typename: 'Mutation', registerPush:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'PushEndpointNotAllowed', code: string, message: string }
    | { __typename: 'PushRegistration', endpoint: string }
   };

export type RemovePushMutationVariables = Exact<{
  endpoint: string;
}>;


export type RemovePushMutation = { __typename: 'Mutation', removePush: boolean };

export type ViewIndexQueryVariables = Exact<{
  view: View;
}>;


export type ViewIndexQuery = { __typename: 'Query', viewIndex: { __typename: 'ViewIndex', total: number, totalCapped: boolean, cursor: string, entries: unknown } };

export type ViewCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewCountsQuery = { __typename: 'Query', viewCounts: Array<{ __typename: 'ViewCount', view: View, count: number, capped: boolean }> };

export type TimeFieldsFragment = { __typename: 'Quantile', ms: number, atLeast: boolean };

export type FigureFieldsFragment = { __typename: 'ReplyTimesFigures', due: number, met: number, late: number, overdueOpen: number, share: number | null, shareLow: number | null, shareHigh: number | null, cancelled: number, waived: number, metInContact: number, arrived: number, open: number, workP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, workP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null };

export type GroupFieldsFragment = { __typename: 'ReplyTimesGroup', key: string, label: string, figures: { __typename: 'ReplyTimesFigures', due: number, met: number, late: number, overdueOpen: number, share: number | null, shareLow: number | null, shareHigh: number | null, cancelled: number, waived: number, metInContact: number, arrived: number, open: number, workP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, workP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null } };

export type ReplyTimesQueryVariables = Exact<{
  input: ReplyTimesInput;
}>;


export type ReplyTimesQuery = { __typename: 'Query', replyTimes: { __typename: 'ReplyTimesReport', from: string, to: string, zone: string, asOf: string, matured: boolean, overall: { __typename: 'ReplyTimesFigures', due: number, met: number, late: number, overdueOpen: number, share: number | null, shareLow: number | null, shareHigh: number | null, cancelled: number, waived: number, metInContact: number, arrived: number, open: number, workP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, workP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null }, byKind: Array<{ __typename: 'ReplyTimesGroup', key: string, label: string, figures: { __typename: 'ReplyTimesFigures', due: number, met: number, late: number, overdueOpen: number, share: number | null, shareLow: number | null, shareHigh: number | null, cancelled: number, waived: number, metInContact: number, arrived: number, open: number, workP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, workP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null } }>, byTeam: Array<{ __typename: 'ReplyTimesGroup', key: string, label: string, figures: { __typename: 'ReplyTimesFigures', due: number, met: number, late: number, overdueOpen: number, share: number | null, shareLow: number | null, shareHigh: number | null, cancelled: number, waived: number, metInContact: number, arrived: number, open: number, workP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, workP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null } }>, byDay: Array<{ __typename: 'ReplyTimesGroup', key: string, label: string, figures: { __typename: 'ReplyTimesFigures', due: number, met: number, late: number, overdueOpen: number, share: number | null, shareLow: number | null, shareHigh: number | null, cancelled: number, waived: number, metInContact: number, arrived: number, open: number, workP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, workP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP50: { __typename: 'Quantile', ms: number, atLeast: boolean } | null, calendarP90: { __typename: 'Quantile', ms: number, atLeast: boolean } | null } }> } | null };

export type ReplyTimeCasesQueryVariables = Exact<{
  input: ReplyTimeCasesInput;
  after?: string | null | undefined;
}>;


export type ReplyTimeCasesQuery = { __typename: 'Query', replyTimeCases: { __typename: 'ReplyTimeCaseConnection', totalCount: number, hasNextPage: boolean, endCursor: string | null, nodes: Array<{ __typename: 'ReplyTimeCase', id: string, outcome: ReplyOutcome, startedAt: string, dueAt: string | null, stoppedAt: string | null, workMs: number, calendarMs: number, ticket: { __typename: 'Ticket', number: number, subject: string | null, kind: TicketKind, team: { __typename: 'Team', name: string } } | null }> } };

export type SearchTicketsQueryVariables = Exact<{
  search: string;
}>;


export type SearchTicketsQuery = { __typename: 'Query', tickets: { __typename: 'TicketConnection', nodes: Array<{ __typename: 'Ticket', id: string, number: number, subject: string | null, status: TicketStatus, customer: { __typename: 'Customer', id: string, name: string | null } | null }> } };

export type SearchCustomersQueryVariables = Exact<{
  search: string;
}>;


export type SearchCustomersQuery = { __typename: 'Query', customers: { __typename: 'CustomerConnection', nodes: Array<{ __typename: 'Customer', id: string, name: string | null, customerNumber: string | null, contactPoints: Array<{ __typename: 'ContactPoint', id: string, kind: ContactPointKind, value: string | null }> }> } };

export type MeFieldsFragment = { __typename: 'Me', id: string, name: string, email: string, locale: Locale, roles: Array<string>, permissions: Array<string>, undoSeconds: number, timeZone: string, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> };

export type SetupQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupQuery = { __typename: 'Query', setup: { __typename: 'Setup', needsFirstAdmin: boolean, demo: boolean, organisation: string, now: string, outboundPaused: boolean } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { __typename: 'Query', me: { __typename: 'Me', id: string, name: string, email: string, locale: Locale, roles: Array<string>, permissions: Array<string>, undoSeconds: number, timeZone: string, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { __typename: 'Mutation', signIn:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Me', id: string, name: string, email: string, locale: Locale, roles: Array<string>, permissions: Array<string>, undoSeconds: number, timeZone: string, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> }
    | { __typename: 'SignInRefused', code: string, message: string }
    | { __typename: 'SignInThrottled', code: string, message: string, retryAfterSeconds: number }
   };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { __typename: 'Mutation', signOut: boolean };

export type CreateFirstAdminMutationVariables = Exact<{
  input: CreateFirstAdminInput;
}>;


export type CreateFirstAdminMutation = { __typename: 'Mutation', createFirstAdmin:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Me', id: string, name: string, email: string, locale: Locale, roles: Array<string>, permissions: Array<string>, undoSeconds: number, timeZone: string, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> }
    | { __typename: 'SetupLinkInvalid', code: string, message: string }
   };

export type UpdateMySettingsMutationVariables = Exact<{
  input: UpdateMySettingsInput;
}>;


export type UpdateMySettingsMutation = { __typename: 'Mutation', updateMySettings:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Me', id: string, name: string, email: string, locale: Locale, roles: Array<string>, permissions: Array<string>, undoSeconds: number, timeZone: string, teams: Array<{ __typename: 'TeamMembership', lead: boolean, team: { __typename: 'Team', id: string, name: string } }> }
   };

export type ChangeMyPasswordMutationVariables = Exact<{
  input: ChangeMyPasswordInput;
}>;


export type ChangeMyPasswordMutation = { __typename: 'Mutation', changeMyPassword:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Me', id: string }
    | { __typename: 'SignInRefused', code: string, message: string }
    | { __typename: 'SignInThrottled', code: string, message: string, retryAfterSeconds: number }
   };

export type ClockFieldsFragment = { __typename: 'Deadline', cycle: number, startedAt: string, stoppedAt: string | null, legalDueAt: string | null, breachedAt: string | null, consumedWorkMs: number, targetWorkMs: number | null, remainingWorkMs: number | null, pausedSince: string | null, pausedReason: string | null, outcomeReason: string | null, errorCode: string | null, fixed: boolean, breachedByRetarget: boolean, corrected: boolean, id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null };

export type TicketClocksQueryVariables = Exact<{
  number: number;
}>;


export type TicketClocksQuery = { __typename: 'Query', tickets: { __typename: 'TicketConnection', nodes: Array<{ __typename: 'Ticket', id: string, noPolicy: boolean, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null, deadlines: Array<{ __typename: 'Deadline', cycle: number, startedAt: string, stoppedAt: string | null, legalDueAt: string | null, breachedAt: string | null, consumedWorkMs: number, targetWorkMs: number | null, remainingWorkMs: number | null, pausedSince: string | null, pausedReason: string | null, outcomeReason: string | null, errorCode: string | null, fixed: boolean, breachedByRetarget: boolean, corrected: boolean, id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null }> }> } };

export type ExplainDeadlineQueryVariables = Exact<{
  id: string | number;
}>;


export type ExplainDeadlineQuery = { __typename: 'Query', explainDeadline: { __typename: 'DeadlineExplanation', policyName: string | null, policyVersion: number | null, calendarName: string | null, calendarVersion: number | null, zone: string | null, unit: DeadlineUnit, amount: number, bufferBusinessDays: number | null, startEntryId: string | null, deadline: { __typename: 'Deadline', cycle: number, startedAt: string, stoppedAt: string | null, legalDueAt: string | null, breachedAt: string | null, consumedWorkMs: number, targetWorkMs: number | null, remainingWorkMs: number | null, pausedSince: string | null, pausedReason: string | null, outcomeReason: string | null, errorCode: string | null, fixed: boolean, breachedByRetarget: boolean, corrected: boolean, id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null }, events: Array<{ __typename: 'DeadlineEvent', seq: number, type: string, at: string, recordedAt: string, params: unknown, ignored: boolean, actor: { __typename: 'StaffMember', id: string, name: string } | null }>, slices: Array<{ __typename: 'DeadlineSlice', from: string, to: string, openMs: number, calendarName: string, calendarVersion: number }>, pauses: Array<{ __typename: 'DeadlinePause', from: string, to: string | null, reason: string | null }>, reminders: Array<{ __typename: 'DeadlineReminder', step: string, fireAt: string, state: string, firedAt: string | null, late: boolean }> } | null };

export type FixDeadlineMutationVariables = Exact<{
  input: FixDeadlineInput;
}>;


export type FixDeadlineMutation = { __typename: 'Mutation', fixDeadline:
    | { __typename: 'DeadlineClosed', code: string, message: string }
    | { __typename: 'DeadlineNotFound', code: string, message: string }
    | { __typename: 'DueAfterLegal', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
    | { __typename: 'TicketConflict', code: string, message: string, field: string, yours: unknown, theirs: unknown, changedBy: string | null, ticket: { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } }
   };

export type WaiveReplyMutationVariables = Exact<{
  input: WaiveReplyInput;
}>;


export type WaiveReplyMutation = { __typename: 'Mutation', waiveReply:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'NoReplyAwaited', code: string, message: string }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
    | { __typename: 'TicketConflict', code: string, message: string, field: string, yours: unknown, theirs: unknown, changedBy: string | null, ticket: { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } }
    | { __typename: 'TicketNotFound', code: string, message: string }
   };

export type AttachmentFieldsFragment = { __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean };

export type EntryFieldsFragment = { __typename: 'TicketEntry', id: string, kind: EntryKind, at: string, visibility: EntryVisibility, authorKind: AuthorKind, authorName: string | null, channel: TicketChannel | null, text: string | null, change: unknown, maskedFields: Array<string>, author: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, mail: { __typename: 'Message', id: string, direction: MessageDirection, subject: string | null, html: string | null, simple: boolean, quoted: string | null, remoteImages: boolean, automatic: boolean, suspicion: string | null, delivery: DeliveryState | null, deliveryDetail: string | null, undoUntil: string | null, originalUrl: string | null, from: { __typename: 'MailAddress', name: string | null, address: string | null } | null, to: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, cc: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> } | null, call: { __typename: 'Call', id: string, number: string | null, direction: CallDirection, startedAt: string, endedAt: string | null, topic: CallTopic, outcome: CallOutcome, callBackAt: string | null } | null };

export type TicketPageFragment = { __typename: 'Ticket', receivedAt: string, lastSeenEntryId: string | null, noPolicy: boolean, id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, deadlines: Array<{ __typename: 'Deadline', cycle: number, startedAt: string, stoppedAt: string | null, legalDueAt: string | null, breachedAt: string | null, consumedWorkMs: number, targetWorkMs: number | null, remainingWorkMs: number | null, pausedSince: string | null, pausedReason: string | null, outcomeReason: string | null, errorCode: string | null, fixed: boolean, breachedByRetarget: boolean, corrected: boolean, id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null }>, possiblyBelongsTo: { __typename: 'TicketRef', id: string, number: number, subject: string | null, status: TicketStatus } | null, followUpOf: { __typename: 'TicketRef', id: string, number: number, subject: string | null, status: TicketStatus } | null, recipients: { __typename: 'ReplyRecipients', canReply: boolean, whyNot: string | null, to: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, from: { __typename: 'MailAddress', name: string | null, address: string | null } | null }, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null };

export type TicketQueryVariables = Exact<{
  number: number;
  last: number;
}>;


export type TicketQuery = { __typename: 'Query', ticket: { __typename: 'Ticket', receivedAt: string, lastSeenEntryId: string | null, noPolicy: boolean, id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, entries: { __typename: 'TicketEntryConnection', startCursor: string | null, hasPreviousPage: boolean, nodes: Array<{ __typename: 'TicketEntry', id: string, kind: EntryKind, at: string, visibility: EntryVisibility, authorKind: AuthorKind, authorName: string | null, channel: TicketChannel | null, text: string | null, change: unknown, maskedFields: Array<string>, author: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, mail: { __typename: 'Message', id: string, direction: MessageDirection, subject: string | null, html: string | null, simple: boolean, quoted: string | null, remoteImages: boolean, automatic: boolean, suspicion: string | null, delivery: DeliveryState | null, deliveryDetail: string | null, undoUntil: string | null, originalUrl: string | null, from: { __typename: 'MailAddress', name: string | null, address: string | null } | null, to: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, cc: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> } | null, call: { __typename: 'Call', id: string, number: string | null, direction: CallDirection, startedAt: string, endedAt: string | null, topic: CallTopic, outcome: CallOutcome, callBackAt: string | null } | null }> }, deadlines: Array<{ __typename: 'Deadline', cycle: number, startedAt: string, stoppedAt: string | null, legalDueAt: string | null, breachedAt: string | null, consumedWorkMs: number, targetWorkMs: number | null, remainingWorkMs: number | null, pausedSince: string | null, pausedReason: string | null, outcomeReason: string | null, errorCode: string | null, fixed: boolean, breachedByRetarget: boolean, corrected: boolean, id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null }>, possiblyBelongsTo: { __typename: 'TicketRef', id: string, number: number, subject: string | null, status: TicketStatus } | null, followUpOf: { __typename: 'TicketRef', id: string, number: number, subject: string | null, status: TicketStatus } | null, recipients: { __typename: 'ReplyRecipients', canReply: boolean, whyNot: string | null, to: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, from: { __typename: 'MailAddress', name: string | null, address: string | null } | null }, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } | null };

export type EarlierEntriesQueryVariables = Exact<{
  number: number;
  last: number;
  before: string;
}>;


export type EarlierEntriesQuery = { __typename: 'Query', ticket: { __typename: 'Ticket', id: string, entries: { __typename: 'TicketEntryConnection', startCursor: string | null, hasPreviousPage: boolean, nodes: Array<{ __typename: 'TicketEntry', id: string, kind: EntryKind, at: string, visibility: EntryVisibility, authorKind: AuthorKind, authorName: string | null, channel: TicketChannel | null, text: string | null, change: unknown, maskedFields: Array<string>, author: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, mail: { __typename: 'Message', id: string, direction: MessageDirection, subject: string | null, html: string | null, simple: boolean, quoted: string | null, remoteImages: boolean, automatic: boolean, suspicion: string | null, delivery: DeliveryState | null, deliveryDetail: string | null, undoUntil: string | null, originalUrl: string | null, from: { __typename: 'MailAddress', name: string | null, address: string | null } | null, to: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, cc: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> } | null, call: { __typename: 'Call', id: string, number: string | null, direction: CallDirection, startedAt: string, endedAt: string | null, topic: CallTopic, outcome: CallOutcome, callBackAt: string | null } | null }> } } | null };

export type MarkTicketSeenMutationVariables = Exact<{
  ticketId: string | number;
  entryId: string | number;
}>;


export type MarkTicketSeenMutation = { __typename: 'Mutation', markTicketSeen: boolean };

export type UpdateTicketMutationVariables = Exact<{
  input: UpdateTicketInput;
}>;


export type UpdateTicketMutation = { __typename: 'Mutation', updateTicket:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'TeamNotFound', code: string, message: string }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
    | { __typename: 'TicketConflict', code: string, message: string, field: string, yours: unknown, theirs: unknown, changedBy: string | null, ticket: { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } }
    | { __typename: 'TicketNotFound', code: string, message: string }
    | { __typename: 'TicketStatusNotAllowed', code: string, message: string }
   };

export type ChangeTicketKindMutationVariables = Exact<{
  input: ChangeTicketKindInput;
}>;


export type ChangeTicketKindMutation = { __typename: 'Mutation', changeTicketKind:
    | { __typename: 'IdempotencyKeyReused', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
    | { __typename: 'TicketConflict', code: string, message: string, field: string, yours: unknown, theirs: unknown, changedBy: string | null, ticket: { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } }
    | { __typename: 'TicketNotFound', code: string, message: string }
   };

export type AssignTicketMutationVariables = Exact<{
  input: AssignTicketInput;
}>;


export type AssignTicketMutation = { __typename: 'Mutation', assignTicket:
    | { __typename: 'AssigneeNotAllowed', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
    | { __typename: 'TicketConflict', code: string, message: string, field: string, yours: unknown, theirs: unknown, changedBy: string | null, ticket: { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } }
    | { __typename: 'TicketNotFound', code: string, message: string }
   };

export type TagTicketMutationVariables = Exact<{
  input: TagTicketInput;
}>;


export type TagTicketMutation = { __typename: 'Mutation', tagTicket:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
    | { __typename: 'TicketNotFound', code: string, message: string }
   };

export type SolveTicketMutationVariables = Exact<{
  input: SolveTicketInput;
}>;


export type SolveTicketMutation = { __typename: 'Mutation', solveTicket:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'SolveNeedsReplyOrReason', code: string, message: string }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
    | { __typename: 'TicketAlreadySolved', code: string, message: string }
    | { __typename: 'TicketConflict', code: string, message: string, field: string, yours: unknown, theirs: unknown, changedBy: string | null, ticket: { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } }
    | { __typename: 'TicketNotFound', code: string, message: string }
   };

export type ReopenTicketMutationVariables = Exact<{
  input: ReopenTicketInput;
}>;


export type ReopenTicketMutation = { __typename: 'Mutation', reopenTicket:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null }
    | { __typename: 'TicketConflict', code: string, message: string, field: string, yours: unknown, theirs: unknown, changedBy: string | null, ticket: { __typename: 'Ticket', id: string, number: number, version: number, kind: TicketKind, status: TicketStatus, priority: TicketPriority, channel: TicketChannel, subject: string | null, language: Locale, orderNumber: string | null, answerWanted: boolean, tags: Array<string>, createdAt: string, updatedAt: string, nextDueAt: string | null, unread: boolean, solvedAt: string | null, snoozeUntil: string | null, reopenUntil: string | null, noReplyReason: string | null, requesterName: string | null, maskedFields: Array<string>, team: { __typename: 'Team', id: string, name: string }, assignee: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, customer: { __typename: 'Customer', id: string, name: string | null } | null, lastEntry: { __typename: 'LastEntry', id: string, kind: EntryKind, at: string, preview: string | null, byUs: boolean } | null, nextDeadline: { __typename: 'Deadline', id: string, metric: DeadlineMetric, state: DeadlineState, dueAt: string | null, warnAt: string | null, nextOpenAt: string | null } | null } }
    | { __typename: 'TicketNotFound', code: string, message: string }
    | { __typename: 'TicketNotReopenable', code: string, message: string }
    | { __typename: 'TicketNotSolved', code: string, message: string }
   };

export type UndoReplyMutationVariables = Exact<{
  entryId: string | number;
}>;


export type UndoReplyMutation = { __typename: 'Mutation', undoReply:
    | { __typename: 'Draft', ticketId: string, mode: DraftMode, text: string, revision: number, savedAt: string, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> }
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'ReplyNotFound', code: string, message: string }
    | { __typename: 'ReplyTooLateToUndo', code: string, message: string }
   };

export type ResendReplyMutationVariables = Exact<{
  entryId: string | number;
}>;


export type ResendReplyMutation = { __typename: 'Mutation', resendReply:
    | { __typename: 'InvalidInput', code: string, message: string, fields: Array<{ __typename: 'FieldError', path: string, code: string, message: string }> }
    | { __typename: 'ReplyNotFound', code: string, message: string }
    | { __typename: 'TicketEntry', id: string, kind: EntryKind, at: string, visibility: EntryVisibility, authorKind: AuthorKind, authorName: string | null, channel: TicketChannel | null, text: string | null, change: unknown, maskedFields: Array<string>, author: { __typename: 'StaffMember', id: string, name: string, initials: string } | null, mail: { __typename: 'Message', id: string, direction: MessageDirection, subject: string | null, html: string | null, simple: boolean, quoted: string | null, remoteImages: boolean, automatic: boolean, suspicion: string | null, delivery: DeliveryState | null, deliveryDetail: string | null, undoUntil: string | null, originalUrl: string | null, from: { __typename: 'MailAddress', name: string | null, address: string | null } | null, to: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, cc: Array<{ __typename: 'MailAddress', name: string | null, address: string | null }>, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, size: number, url: string, inline: boolean, image: boolean }> } | null, call: { __typename: 'Call', id: string, number: string | null, direction: CallDirection, startedAt: string, endedAt: string | null, topic: CallTopic, outcome: CallOutcome, callBackAt: string | null } | null }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const StaffFieldsFragmentDoc = new TypedDocumentString(`
    fragment StaffFields on StaffMember {
  __typename
  id
  name
  initials
  email
  active
  locale
  roles
  version
  maskedFields
  teams {
    __typename
    lead
    team {
      __typename
      id
      name
    }
  }
}
    `, {"fragmentName":"StaffFields"}) as unknown as TypedDocumentString<StaffFieldsFragment, unknown>;
export const AttachmentFieldsFragmentDoc = new TypedDocumentString(`
    fragment AttachmentFields on Attachment {
  __typename
  id
  name
  contentType
  size
  url
  inline
  image
}
    `, {"fragmentName":"AttachmentFields"}) as unknown as TypedDocumentString<AttachmentFieldsFragment, unknown>;
export const DraftFieldsFragmentDoc = new TypedDocumentString(`
    fragment DraftFields on Draft {
  __typename
  ticketId
  mode
  text
  revision
  savedAt
  attachments {
    __typename
    ...AttachmentFields
  }
}
    fragment AttachmentFields on Attachment {
  __typename
  id
  name
  contentType
  size
  url
  inline
  image
}`, {"fragmentName":"DraftFields"}) as unknown as TypedDocumentString<DraftFieldsFragment, unknown>;
export const ReceiptFieldsFragmentDoc = new TypedDocumentString(`
    fragment ReceiptFields on Receipt {
  __typename
  id
  receiptNumber
  boughtOn
  shop
  totalCents
  importedAt
  source
  lines {
    __typename
    product
    quantity
    priceCents
    batch
  }
}
    `, {"fragmentName":"ReceiptFields"}) as unknown as TypedDocumentString<ReceiptFieldsFragment, unknown>;
export const CustomerBriefFragmentDoc = new TypedDocumentString(`
    fragment CustomerBrief on Customer {
  __typename
  id
  version
  name
  firstName
  lastName
  language
  customerNumber
  since
  flags
  maskedFields
  contactPoints {
    __typename
    id
    kind
    value
    original
    label
    verifiedAt
  }
}
    `, {"fragmentName":"CustomerBrief"}) as unknown as TypedDocumentString<CustomerBriefFragment, unknown>;
export const CustomerFullFragmentDoc = new TypedDocumentString(`
    fragment CustomerFull on Customer {
  __typename
  ...CustomerBrief
  postalAddress
  loyalty {
    __typename
    number
    tier
    startedOn
    endedOn
    points
    importedAt
    source
  }
  pets {
    __typename
    id
    name
    species
    birthYear
    allergies
    importedAt
    source
  }
}
    fragment CustomerBrief on Customer {
  __typename
  id
  version
  name
  firstName
  lastName
  language
  customerNumber
  since
  flags
  maskedFields
  contactPoints {
    __typename
    id
    kind
    value
    original
    label
    verifiedAt
  }
}`, {"fragmentName":"CustomerFull"}) as unknown as TypedDocumentString<CustomerFullFragment, unknown>;
export const DefinitionFieldsFragmentDoc = new TypedDocumentString(`
    fragment DefinitionFields on CalendarDefinition {
  __typename
  zone
  always
  weekly {
    __typename
    isoDay
    from
    to
  }
  days {
    __typename
    date
    kind
    source
    label
    keepSpill
    intervals {
      __typename
      from
      to
    }
  }
}
    `, {"fragmentName":"DefinitionFields"}) as unknown as TypedDocumentString<DefinitionFieldsFragment, unknown>;
export const CalendarFieldsFragmentDoc = new TypedDocumentString(`
    fragment CalendarFields on BusinessCalendar {
  __typename
  id
  name
  isDefault
  active
  version
  openDeadlines
  definition {
    __typename
    ...DefinitionFields
  }
  proposals {
    __typename
    id
    date
    kind
    label
    source
    intervals {
      __typename
      from
      to
    }
  }
}
    fragment DefinitionFields on CalendarDefinition {
  __typename
  zone
  always
  weekly {
    __typename
    isoDay
    from
    to
  }
  days {
    __typename
    date
    kind
    source
    label
    keepSpill
    intervals {
      __typename
      from
      to
    }
  }
}`, {"fragmentName":"CalendarFields"}) as unknown as TypedDocumentString<CalendarFieldsFragment, unknown>;
export const PolicyFieldsFragmentDoc = new TypedDocumentString(`
    fragment PolicyFields on DeadlinePolicy {
  __typename
  id
  name
  rank
  active
  version
  openDeadlines
  conditions {
    __typename
    kinds
    channels
    priorities
    languages
    tags
    customerTiers
    answerWanted
  }
  targets {
    __typename
    metric
    priority
    unit
    amount
    calendarId
    roll
    retargetGraceMs
    pauseStatuses
    reminderPlanId
    automaticAck
    legal
    bufferBusinessDays
  }
}
    `, {"fragmentName":"PolicyFields"}) as unknown as TypedDocumentString<PolicyFieldsFragment, unknown>;
export const PlanFieldsFragmentDoc = new TypedDocumentString(`
    fragment PlanFields on ReminderPlan {
  __typename
  id
  name
  version
  steps {
    __typename
    step
    percent
    afterDueBusinessHours
    dailyAfterDue
    max
    beforeLegalBusinessDays
    to
    critical
  }
}
    `, {"fragmentName":"PlanFields"}) as unknown as TypedDocumentString<PlanFieldsFragment, unknown>;
export const TimeFieldsFragmentDoc = new TypedDocumentString(`
    fragment TimeFields on Quantile {
  __typename
  ms
  atLeast
}
    `, {"fragmentName":"TimeFields"}) as unknown as TypedDocumentString<TimeFieldsFragment, unknown>;
export const FigureFieldsFragmentDoc = new TypedDocumentString(`
    fragment FigureFields on ReplyTimesFigures {
  __typename
  due
  met
  late
  overdueOpen
  share
  shareLow
  shareHigh
  cancelled
  waived
  metInContact
  arrived
  open
  workP50 {
    __typename
    ...TimeFields
  }
  workP90 {
    __typename
    ...TimeFields
  }
  calendarP50 {
    __typename
    ...TimeFields
  }
  calendarP90 {
    __typename
    ...TimeFields
  }
}
    fragment TimeFields on Quantile {
  __typename
  ms
  atLeast
}`, {"fragmentName":"FigureFields"}) as unknown as TypedDocumentString<FigureFieldsFragment, unknown>;
export const GroupFieldsFragmentDoc = new TypedDocumentString(`
    fragment GroupFields on ReplyTimesGroup {
  __typename
  key
  label
  figures {
    __typename
    ...FigureFields
  }
}
    fragment TimeFields on Quantile {
  __typename
  ms
  atLeast
}
fragment FigureFields on ReplyTimesFigures {
  __typename
  due
  met
  late
  overdueOpen
  share
  shareLow
  shareHigh
  cancelled
  waived
  metInContact
  arrived
  open
  workP50 {
    __typename
    ...TimeFields
  }
  workP90 {
    __typename
    ...TimeFields
  }
  calendarP50 {
    __typename
    ...TimeFields
  }
  calendarP90 {
    __typename
    ...TimeFields
  }
}`, {"fragmentName":"GroupFields"}) as unknown as TypedDocumentString<GroupFieldsFragment, unknown>;
export const MeFieldsFragmentDoc = new TypedDocumentString(`
    fragment MeFields on Me {
  __typename
  id
  name
  email
  locale
  roles
  permissions
  undoSeconds
  timeZone
  teams {
    __typename
    lead
    team {
      __typename
      id
      name
    }
  }
}
    `, {"fragmentName":"MeFields"}) as unknown as TypedDocumentString<MeFieldsFragment, unknown>;
export const EntryFieldsFragmentDoc = new TypedDocumentString(`
    fragment EntryFields on TicketEntry {
  __typename
  id
  kind
  at
  visibility
  authorKind
  authorName
  channel
  text
  change
  maskedFields
  author {
    __typename
    id
    name
    initials
  }
  mail: message {
    __typename
    id
    direction
    subject
    html
    simple
    quoted
    remoteImages
    automatic
    suspicion
    delivery
    deliveryDetail
    undoUntil
    originalUrl
    from {
      __typename
      name
      address
    }
    to {
      __typename
      name
      address
    }
    cc {
      __typename
      name
      address
    }
    attachments {
      __typename
      ...AttachmentFields
    }
  }
  call {
    __typename
    id
    number
    direction
    startedAt
    endedAt
    topic
    outcome
    callBackAt
  }
}
    fragment AttachmentFields on Attachment {
  __typename
  id
  name
  contentType
  size
  url
  inline
  image
}`, {"fragmentName":"EntryFields"}) as unknown as TypedDocumentString<EntryFieldsFragment, unknown>;
export const ClockRowFragmentDoc = new TypedDocumentString(`
    fragment ClockRow on Deadline {
  __typename
  id
  metric
  state
  dueAt
  warnAt
  nextOpenAt
}
    `, {"fragmentName":"ClockRow"}) as unknown as TypedDocumentString<ClockRowFragment, unknown>;
export const TicketRowFragmentDoc = new TypedDocumentString(`
    fragment TicketRow on Ticket {
  __typename
  id
  number
  version
  kind
  status
  priority
  channel
  subject
  language
  orderNumber
  answerWanted
  tags
  createdAt
  updatedAt
  nextDueAt
  unread
  solvedAt
  snoozeUntil
  reopenUntil
  noReplyReason
  team {
    __typename
    id
    name
  }
  assignee {
    __typename
    id
    name
    initials
  }
  customer {
    __typename
    id
    name
  }
  requesterName
  lastEntry {
    __typename
    id
    kind
    at
    preview
    byUs
  }
  nextDeadline {
    __typename
    ...ClockRow
  }
  maskedFields
}
    fragment ClockRow on Deadline {
  __typename
  id
  metric
  state
  dueAt
  warnAt
  nextOpenAt
}`, {"fragmentName":"TicketRow"}) as unknown as TypedDocumentString<TicketRowFragment, unknown>;
export const ClockFieldsFragmentDoc = new TypedDocumentString(`
    fragment ClockFields on Deadline {
  __typename
  ...ClockRow
  cycle
  startedAt
  stoppedAt
  legalDueAt
  breachedAt
  consumedWorkMs
  targetWorkMs
  remainingWorkMs
  pausedSince
  pausedReason
  outcomeReason
  errorCode
  fixed
  breachedByRetarget
  corrected
}
    fragment ClockRow on Deadline {
  __typename
  id
  metric
  state
  dueAt
  warnAt
  nextOpenAt
}`, {"fragmentName":"ClockFields"}) as unknown as TypedDocumentString<ClockFieldsFragment, unknown>;
export const TicketPageFragmentDoc = new TypedDocumentString(`
    fragment TicketPage on Ticket {
  __typename
  ...TicketRow
  receivedAt
  lastSeenEntryId
  noPolicy
  deadlines {
    __typename
    ...ClockFields
  }
  possiblyBelongsTo {
    __typename
    id
    number
    subject
    status
  }
  followUpOf {
    __typename
    id
    number
    subject
    status
  }
  recipients {
    __typename
    canReply
    whyNot
    to {
      __typename
      name
      address
    }
    from {
      __typename
      name
      address
    }
  }
}
    fragment TicketRow on Ticket {
  __typename
  id
  number
  version
  kind
  status
  priority
  channel
  subject
  language
  orderNumber
  answerWanted
  tags
  createdAt
  updatedAt
  nextDueAt
  unread
  solvedAt
  snoozeUntil
  reopenUntil
  noReplyReason
  team {
    __typename
    id
    name
  }
  assignee {
    __typename
    id
    name
    initials
  }
  customer {
    __typename
    id
    name
  }
  requesterName
  lastEntry {
    __typename
    id
    kind
    at
    preview
    byUs
  }
  nextDeadline {
    __typename
    ...ClockRow
  }
  maskedFields
}
fragment ClockRow on Deadline {
  __typename
  id
  metric
  state
  dueAt
  warnAt
  nextOpenAt
}
fragment ClockFields on Deadline {
  __typename
  ...ClockRow
  cycle
  startedAt
  stoppedAt
  legalDueAt
  breachedAt
  consumedWorkMs
  targetWorkMs
  remainingWorkMs
  pausedSince
  pausedReason
  outcomeReason
  errorCode
  fixed
  breachedByRetarget
  corrected
}`, {"fragmentName":"TicketPage"}) as unknown as TypedDocumentString<TicketPageFragment, unknown>;
export const QueuePageDocument = {"__meta__":{"hash":"sha256:4d60c477c73a53ea5be6e082fc1f5cc4462eefb6c637944efd992ffc48396686"}} as unknown as TypedDocumentString<QueuePageQuery, QueuePageQueryVariables>;
export const TicketRowsDocument = {"__meta__":{"hash":"sha256:eb437c7db6a2a7e9e6ba3e0aa2cf4d0a9efc7aa6fc82b1d907111ba4efa33228"}} as unknown as TypedDocumentString<TicketRowsQuery, TicketRowsQueryVariables>;
export const DeskEventsDocument = {"__meta__":{"hash":"sha256:d9f95ced2e0403159b4eab561a1e40cf345d8285c668efc7d9c2635f4b5b789d"}} as unknown as TypedDocumentString<DeskEventsSubscription, DeskEventsSubscriptionVariables>;
export const StaffDocument = {"__meta__":{"hash":"sha256:016cd538e66d9fc140312923c50ceadefdd9eb8266636a264ddbf8bdca955311"}} as unknown as TypedDocumentString<StaffQuery, StaffQueryVariables>;
export const PeopleDocument = {"__meta__":{"hash":"sha256:e0c7388db2182a8a7f57195de176c983d35ffc5f028024afc671e1cb4536683a"}} as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const CreateStaffMemberDocument = {"__meta__":{"hash":"sha256:531deb26d2301dbb484a041740d1b4cffcd0403ae49b6d35f609f3e955af5dec"}} as unknown as TypedDocumentString<CreateStaffMemberMutation, CreateStaffMemberMutationVariables>;
export const UpdateStaffMemberDocument = {"__meta__":{"hash":"sha256:1605f6b263cb0c0b94db8726e13bee5f49bfb06c5933e8c19b8b4ed1acbbebff"}} as unknown as TypedDocumentString<UpdateStaffMemberMutation, UpdateStaffMemberMutationVariables>;
export const DeactivateStaffMemberDocument = {"__meta__":{"hash":"sha256:4aba830faead01eaa36891424d0f9a97c55148c19e7128eab7538caee3318753"}} as unknown as TypedDocumentString<DeactivateStaffMemberMutation, DeactivateStaffMemberMutationVariables>;
export const CreateTeamDocument = {"__meta__":{"hash":"sha256:a623acabdaa898e49c5f1a5f74af7906119d8e87b7ea5384304c76fb94483905"}} as unknown as TypedDocumentString<CreateTeamMutation, CreateTeamMutationVariables>;
export const QuarantinedMailsDocument = {"__meta__":{"hash":"sha256:44630f2f39a29ece9706be3240b5bbe58d46f7d26345182c875e4c9c593e24e0"}} as unknown as TypedDocumentString<QuarantinedMailsQuery, QuarantinedMailsQueryVariables>;
export const RetryQuarantinedMailDocument = {"__meta__":{"hash":"sha256:3b15db103d7928c2de01ca6e43140fe2a7c4a8d0205a41bacb76862676f5ae70"}} as unknown as TypedDocumentString<RetryQuarantinedMailMutation, RetryQuarantinedMailMutationVariables>;
export const CallerMatchesDocument = {"__meta__":{"hash":"sha256:cb3401fe592bb87f5535a979dd7ddd6d7c57768b15b9f768bd20df5adeb4b418"}} as unknown as TypedDocumentString<CallerMatchesQuery, CallerMatchesQueryVariables>;
export const LogCallDocument = {"__meta__":{"hash":"sha256:a673bd813351a70529e90cd6395d92012b3a33cd90c9e6cfc84bd54994914988"}} as unknown as TypedDocumentString<LogCallMutation, LogCallMutationVariables>;
export const DraftDocument = {"__meta__":{"hash":"sha256:e78f4d8813772c3d81a178481eb96b2541e6a3a05aac28087fe5acc96073beb2"}} as unknown as TypedDocumentString<DraftQuery, DraftQueryVariables>;
export const SaveDraftDocument = {"__meta__":{"hash":"sha256:1a48f67f6e4d7242d9a315569450093d3cd9f88b2c4b906d153152e3d875fe05"}} as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const DiscardDraftDocument = {"__meta__":{"hash":"sha256:70d3c37e8a73a69cfc4e11660941d61cf96447a9e926c41d3919d9705d2ac155"}} as unknown as TypedDocumentString<DiscardDraftMutation, DiscardDraftMutationVariables>;
export const SendReplyDocument = {"__meta__":{"hash":"sha256:1180a1e6d084c19199e7752bf332dcc4d06e579bc9fe2e8dc52715454969aaa9"}} as unknown as TypedDocumentString<SendReplyMutation, SendReplyMutationVariables>;
export const AddNoteDocument = {"__meta__":{"hash":"sha256:409c711cd8445b059b3bdf32c37d78e3ae831205ac76d3eb57b494345cfed9a9"}} as unknown as TypedDocumentString<AddNoteMutation, AddNoteMutationVariables>;
export const ContactChoicesDocument = {"__meta__":{"hash":"sha256:f62a1b62a67bdcbebfe99ed47382e0014bb9ed835c16923b89d0a52f9aeae55d"}} as unknown as TypedDocumentString<ContactChoicesQuery, ContactChoicesQueryVariables>;
export const GiveConsentDocument = {"__meta__":{"hash":"sha256:dd8cc7274b9e119c706af1eb8fc5891eaa9e3a99d6bef164622eaffb0a64518f"}} as unknown as TypedDocumentString<GiveConsentMutation, GiveConsentMutationVariables>;
export const WithdrawConsentDocument = {"__meta__":{"hash":"sha256:79d7314fe0913bca78263e97bc9a438804f17dcb44e909b83174be3fee9fd6a8"}} as unknown as TypedDocumentString<WithdrawConsentMutation, WithdrawConsentMutationVariables>;
export const ObjectToContactDocument = {"__meta__":{"hash":"sha256:2134641bf7c780ba440b3cc40525c5a3a7e91ebfd5ed6e6ecc146465d3c589d5"}} as unknown as TypedDocumentString<ObjectToContactMutation, ObjectToContactMutationVariables>;
export const WithdrawObjectionDocument = {"__meta__":{"hash":"sha256:a8f01b3a4ef520bb7e0c079ebeae435a7705b9dbf389ebebf2aaf9da8b40ccba"}} as unknown as TypedDocumentString<WithdrawObjectionMutation, WithdrawObjectionMutationVariables>;
export const RestrictProcessingDocument = {"__meta__":{"hash":"sha256:40039448c4d7734bb461191e69b2a7ad18d97bd158a9a78a3e5bdd70bcf32f1f"}} as unknown as TypedDocumentString<RestrictProcessingMutation, RestrictProcessingMutationVariables>;
export const LiftRestrictionDocument = {"__meta__":{"hash":"sha256:029092ddbe1eb5702075bb40b72af7e933d646f31ccd369dfaecc266e4b1ea79"}} as unknown as TypedDocumentString<LiftRestrictionMutation, LiftRestrictionMutationVariables>;
export const SuppressAddressDocument = {"__meta__":{"hash":"sha256:950a821a969f90dde8e0a271f99fdbe360da5fe02a287877a66884f4f46975ec"}} as unknown as TypedDocumentString<SuppressAddressMutation, SuppressAddressMutationVariables>;
export const LiftSuppressionDocument = {"__meta__":{"hash":"sha256:556294ad55f18ab99441cc64b60f49e714b38c72e1fb425a0069857d5c8836c7"}} as unknown as TypedDocumentString<LiftSuppressionMutation, LiftSuppressionMutationVariables>;
export const CustomerPanelDocument = {"__meta__":{"hash":"sha256:46aef34cc0ac87e9b6ab3c01e0d1548a91accfe65637e90e95b3bfcc3dab1269"}} as unknown as TypedDocumentString<CustomerPanelQuery, CustomerPanelQueryVariables>;
export const CustomerPageDocument = {"__meta__":{"hash":"sha256:26a4dc417754d39c1cc30d3e6acad40d85b220ec45dbe548baa14e27b0a77f07"}} as unknown as TypedDocumentString<CustomerPageQuery, CustomerPageQueryVariables>;
export const CustomerReceiptsDocument = {"__meta__":{"hash":"sha256:6b6aaa9cc421ca7ebaf9f911ce17442c483677812711750fe8106e487ad6785c"}} as unknown as TypedDocumentString<CustomerReceiptsQuery, CustomerReceiptsQueryVariables>;
export const CustomerSearchDocument = {"__meta__":{"hash":"sha256:267d2ab2db1a92d52324e315d086902779377d42a1f05411533378c82cf5eb20"}} as unknown as TypedDocumentString<CustomerSearchQuery, CustomerSearchQueryVariables>;
export const LinkCustomerDocument = {"__meta__":{"hash":"sha256:0b8f181f00ed19fac2e6fcfdb44c10bbd97e8112d9171cc004508a4eacb931dd"}} as unknown as TypedDocumentString<LinkCustomerMutation, LinkCustomerMutationVariables>;
export const CreateCustomerDocument = {"__meta__":{"hash":"sha256:a677d25f16014c9158a0f082f883ce27adf7459c96c33a67d7c41e5ce34c5c7e"}} as unknown as TypedDocumentString<CreateCustomerMutation, CreateCustomerMutationVariables>;
export const UpdateCustomerDocument = {"__meta__":{"hash":"sha256:9ccacd291730851603468184f832f29dba9aa0a193d3b7603d49936c60bff01c"}} as unknown as TypedDocumentString<UpdateCustomerMutation, UpdateCustomerMutationVariables>;
export const AddContactPointDocument = {"__meta__":{"hash":"sha256:1f889f0ae2ee2a9847af09cc4cb2a858320ebd2dc5df07bf0a2bb9fd1b30fab0"}} as unknown as TypedDocumentString<AddContactPointMutation, AddContactPointMutationVariables>;
export const RemoveContactPointDocument = {"__meta__":{"hash":"sha256:65052c8b4bb7e61239034c612dbfa20c44e9db142293214fba0d2c67702dcfa2"}} as unknown as TypedDocumentString<RemoveContactPointMutation, RemoveContactPointMutationVariables>;
export const CalendarsDocument = {"__meta__":{"hash":"sha256:40e29c4716acc2194a0f6d5aea743e6795097585844b113bf4dd732fc6cb269a"}} as unknown as TypedDocumentString<CalendarsQuery, CalendarsQueryVariables>;
export const CalendarDocument = {"__meta__":{"hash":"sha256:a0af81f30af747ed976e16c1d30d926f68c6213c62817a079680474129d49b45"}} as unknown as TypedDocumentString<CalendarQuery, CalendarQueryVariables>;
export const CalendarVersionsDocument = {"__meta__":{"hash":"sha256:a8d4ea60de6d018361a5d07ec1e1a5eb2480b292219a7770c7994c6291b6b7f6"}} as unknown as TypedDocumentString<CalendarVersionsQuery, CalendarVersionsQueryVariables>;
export const PreviewCalendarDocument = {"__meta__":{"hash":"sha256:f2e28fb18dca00d66113c0691b37df4d61ac42d0505657c065e363609411a549"}} as unknown as TypedDocumentString<PreviewCalendarQuery, PreviewCalendarQueryVariables>;
export const PreviewCalendarChangeDocument = {"__meta__":{"hash":"sha256:eaa872fa0adb29b0e152002485641a2f755d17bcf6aeef82ebe8d04a4a99f4e3"}} as unknown as TypedDocumentString<PreviewCalendarChangeQuery, PreviewCalendarChangeQueryVariables>;
export const CreateCalendarDocument = {"__meta__":{"hash":"sha256:5317c9c33f1076baee52f965d1bb35742bf1045b3158f5db1b3a3c1d884e6466"}} as unknown as TypedDocumentString<CreateCalendarMutation, CreateCalendarMutationVariables>;
export const SaveCalendarDocument = {"__meta__":{"hash":"sha256:59dca9c7c6efe3e531f9b2922b3ace52cefd90df726fa6c58f027791a40db269"}} as unknown as TypedDocumentString<SaveCalendarMutation, SaveCalendarMutationVariables>;
export const SetDefaultCalendarDocument = {"__meta__":{"hash":"sha256:6b53b4f95daa11783fa9b1e8de4acd1c4451fccb6008fb40b8f8b2a381bf54eb"}} as unknown as TypedDocumentString<SetDefaultCalendarMutation, SetDefaultCalendarMutationVariables>;
export const ProposeHolidaysDocument = {"__meta__":{"hash":"sha256:edfcb7d4f2c6a091d9ff83492e80c14978eefd5bbed4d5f6af9285057b161146"}} as unknown as TypedDocumentString<ProposeHolidaysMutation, ProposeHolidaysMutationVariables>;
export const ProposeFeedDaysDocument = {"__meta__":{"hash":"sha256:ca9aa291013df3dd476155cf9b3fe599d41cb798be238f4251acea6af7609c91"}} as unknown as TypedDocumentString<ProposeFeedDaysMutation, ProposeFeedDaysMutationVariables>;
export const DecideDayProposalsDocument = {"__meta__":{"hash":"sha256:c1b967bbeff5d367f384406452f24cc1c1321be0e5bdac91a0f9d622b903912c"}} as unknown as TypedDocumentString<DecideDayProposalsMutation, DecideDayProposalsMutationVariables>;
export const DeadlinePoliciesDocument = {"__meta__":{"hash":"sha256:8d769861e2ea6e01be6c171e5195582a641c70d43e89871646a70df1f9f7906e"}} as unknown as TypedDocumentString<DeadlinePoliciesQuery, DeadlinePoliciesQueryVariables>;
export const ReminderPlansDocument = {"__meta__":{"hash":"sha256:65ed12b5507560389100903d199fbf30d94ead0f31bd83f0e0fe588474c00c94"}} as unknown as TypedDocumentString<ReminderPlansQuery, ReminderPlansQueryVariables>;
export const PreviewPolicyChangeDocument = {"__meta__":{"hash":"sha256:99ec8580119ec33d601b2ff34e376de236b08dab73e1d604fbb7906ab91497fb"}} as unknown as TypedDocumentString<PreviewPolicyChangeQuery, PreviewPolicyChangeQueryVariables>;
export const CreatePolicyDocument = {"__meta__":{"hash":"sha256:243a8fa49b54cb168af30e577db6c01757ea6eb7456d723c57e656d165568019"}} as unknown as TypedDocumentString<CreatePolicyMutation, CreatePolicyMutationVariables>;
export const SavePolicyDocument = {"__meta__":{"hash":"sha256:ba2a2499329524ccb04b9857ed70afa9f5b3974ca34d3bad29389d4048623fe0"}} as unknown as TypedDocumentString<SavePolicyMutation, SavePolicyMutationVariables>;
export const SetPolicyActiveDocument = {"__meta__":{"hash":"sha256:ae59af1b818f03c3ae1b5539c19817b3107f1e71243f5becdeebddfba0b7d02c"}} as unknown as TypedDocumentString<SetPolicyActiveMutation, SetPolicyActiveMutationVariables>;
export const OrderPoliciesDocument = {"__meta__":{"hash":"sha256:6b823119cca4346b31a787835e5eafd76150c3d7be1b64167fb75f6ad96e5527"}} as unknown as TypedDocumentString<OrderPoliciesMutation, OrderPoliciesMutationVariables>;
export const CreateReminderPlanDocument = {"__meta__":{"hash":"sha256:5c371f96c019615ff4e161c44eb2a8d72b5297c353f1d879740a7435dd490f0a"}} as unknown as TypedDocumentString<CreateReminderPlanMutation, CreateReminderPlanMutationVariables>;
export const SaveReminderPlanDocument = {"__meta__":{"hash":"sha256:70658e8e26fbe1c842ae628435b02411c6d5016d10ee66d72a83037ae77c2f18"}} as unknown as TypedDocumentString<SaveReminderPlanMutation, SaveReminderPlanMutationVariables>;
export const WithoutPolicyDocument = {"__meta__":{"hash":"sha256:f88a3cd7407c98e1dcb0279d3d6ec4540e762cc6ae267f289c003ad4444ebd73"}} as unknown as TypedDocumentString<WithoutPolicyQuery, WithoutPolicyQueryVariables>;
export const OpenTicketDocument = {"__meta__":{"hash":"sha256:d95d1af3aeb80b6be05b8071859190598b44e055a7f37233045208de8fb1e774"}} as unknown as TypedDocumentString<OpenTicketMutation, OpenTicketMutationVariables>;
export const MyNoticesDocument = {"__meta__":{"hash":"sha256:298866538453d45c4694e4a8931691507f66ccaa03e97f8a1d3de4909be01a50"}} as unknown as TypedDocumentString<MyNoticesSubscription, MyNoticesSubscriptionVariables>;
export const UnreadNoticesDocument = {"__meta__":{"hash":"sha256:b34f007eb5179c9a2942415dc9c248b8a455ae91a33675a51fe81a6034089ed4"}} as unknown as TypedDocumentString<UnreadNoticesQuery, UnreadNoticesQueryVariables>;
export const NoticesDocument = {"__meta__":{"hash":"sha256:df20e88f84a66517fc314ac964b718a8c070b0b80696533048e7f29562be97ea"}} as unknown as TypedDocumentString<NoticesQuery, NoticesQueryVariables>;
export const NoticeSettingsDocument = {"__meta__":{"hash":"sha256:91ccb1c11f1334a64dee638df62bfaa7922392f3110d0dcf6ccf08851006f3b5"}} as unknown as TypedDocumentString<NoticeSettingsQuery, NoticeSettingsQueryVariables>;
export const MarkNoticesReadDocument = {"__meta__":{"hash":"sha256:fc71800c818ed56e44f9a158919453b603b94604ff4b615e1033bd07af987daa"}} as unknown as TypedDocumentString<MarkNoticesReadMutation, MarkNoticesReadMutationVariables>;
export const SetNoticePreferenceDocument = {"__meta__":{"hash":"sha256:87c256e7e4649455c2b3d3d020f954bc2bd699eeae4cb1f8b1cc5ff237539727"}} as unknown as TypedDocumentString<SetNoticePreferenceMutation, SetNoticePreferenceMutationVariables>;
export const SetQuietHoursDocument = {"__meta__":{"hash":"sha256:8803adcfe1067906c465f455ce6a4a4f56de274b45700e043d922025e6e9e3a1"}} as unknown as TypedDocumentString<SetQuietHoursMutation, SetQuietHoursMutationVariables>;
export const RegisterPushDocument = {"__meta__":{"hash":"sha256:054c003a92247071ba6ee56f85912e53daa8bd7e4f8a4d6ace07d18d7b265637"}} as unknown as TypedDocumentString<RegisterPushMutation, RegisterPushMutationVariables>;
export const RemovePushDocument = {"__meta__":{"hash":"sha256:887fe8cecda99d16a1fea8766267e62a85b9182d535abe0374ec12da6f4bfb24"}} as unknown as TypedDocumentString<RemovePushMutation, RemovePushMutationVariables>;
export const ViewIndexDocument = {"__meta__":{"hash":"sha256:2e3e8a9fe105c9c7a628d00b407155f21e1571c4965bf72150152419ee61117b"}} as unknown as TypedDocumentString<ViewIndexQuery, ViewIndexQueryVariables>;
export const ViewCountsDocument = {"__meta__":{"hash":"sha256:c3e68ef089c555defdeb491135dfffc79e595bf0abab67b42537250bf3191a3e"}} as unknown as TypedDocumentString<ViewCountsQuery, ViewCountsQueryVariables>;
export const ReplyTimesDocument = {"__meta__":{"hash":"sha256:e8c3fcf63cc3acf4ee16337ec8e72f60801a1e705711aacfca3ac6f9388fd7e7"}} as unknown as TypedDocumentString<ReplyTimesQuery, ReplyTimesQueryVariables>;
export const ReplyTimeCasesDocument = {"__meta__":{"hash":"sha256:57f2824c1fb3238ecfedf42edd9056f173442f198bb145130a6245ba2354fe6d"}} as unknown as TypedDocumentString<ReplyTimeCasesQuery, ReplyTimeCasesQueryVariables>;
export const SearchTicketsDocument = {"__meta__":{"hash":"sha256:cf93bd0bf852185d12ad6ad2f22bdadcf59949ed584da9313545a7de8f6d6a14"}} as unknown as TypedDocumentString<SearchTicketsQuery, SearchTicketsQueryVariables>;
export const SearchCustomersDocument = {"__meta__":{"hash":"sha256:cdfad3ffd6d8e5f92a89d0d2e09b3b1efc2b3010b09ec0bcf8cd45b0f0eb0a95"}} as unknown as TypedDocumentString<SearchCustomersQuery, SearchCustomersQueryVariables>;
export const SetupDocument = {"__meta__":{"hash":"sha256:5a4ec0d328344e886258cd05b4883280bff0efef613701a11ee7afbf027d5129"}} as unknown as TypedDocumentString<SetupQuery, SetupQueryVariables>;
export const MeDocument = {"__meta__":{"hash":"sha256:7376d482e1cc300350489c7433c25752115bebe8601d52c4ebf499533b193e22"}} as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SignInDocument = {"__meta__":{"hash":"sha256:73bf7b90b32796d2104ab2c5218443cb1eb69fd3031793a0c49bd4137d1f7b75"}} as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = {"__meta__":{"hash":"sha256:0adf48585d29d5895faec69e9b495ec3952c2841ede1313298401544fa1a6576"}} as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const CreateFirstAdminDocument = {"__meta__":{"hash":"sha256:add8bb809b2fbd8fada3bd03b41c9c2e1dde38696a2e11d17d74a565155e18f4"}} as unknown as TypedDocumentString<CreateFirstAdminMutation, CreateFirstAdminMutationVariables>;
export const UpdateMySettingsDocument = {"__meta__":{"hash":"sha256:2013ebf9d3573fd611b5252e44296a29bc266546354dce8bb0eb622f8aa92006"}} as unknown as TypedDocumentString<UpdateMySettingsMutation, UpdateMySettingsMutationVariables>;
export const ChangeMyPasswordDocument = {"__meta__":{"hash":"sha256:581552f4d8ea117709286abdc68d54ef7bb4718032cbf99404d5020527b6796c"}} as unknown as TypedDocumentString<ChangeMyPasswordMutation, ChangeMyPasswordMutationVariables>;
export const TicketClocksDocument = {"__meta__":{"hash":"sha256:649fa1dfd9283988dca473db70808829b098d4cc21e6163fa9813c3d09513543"}} as unknown as TypedDocumentString<TicketClocksQuery, TicketClocksQueryVariables>;
export const ExplainDeadlineDocument = {"__meta__":{"hash":"sha256:19b6726174d45c4dc8df48374c0351d18022dc842daa3124b56e6f495412b3c1"}} as unknown as TypedDocumentString<ExplainDeadlineQuery, ExplainDeadlineQueryVariables>;
export const FixDeadlineDocument = {"__meta__":{"hash":"sha256:ce99689ba5c92c475ffddeba2eb8a0d7fe4f79da4fb26327b7e1fe4a374fc93a"}} as unknown as TypedDocumentString<FixDeadlineMutation, FixDeadlineMutationVariables>;
export const WaiveReplyDocument = {"__meta__":{"hash":"sha256:da50b66fbe083718fab784fe4b4e592c81cfc6b65e75b2e558df51c90826bf8c"}} as unknown as TypedDocumentString<WaiveReplyMutation, WaiveReplyMutationVariables>;
export const TicketDocument = {"__meta__":{"hash":"sha256:33551a2e73d941f400ba71453970ceeda591ad04c2ebecb667fb72dd43c2b2fb"}} as unknown as TypedDocumentString<TicketQuery, TicketQueryVariables>;
export const EarlierEntriesDocument = {"__meta__":{"hash":"sha256:0a40b8261d21b894668d6db22496d16e927a0eeacc67850d9d777883c0ddb983"}} as unknown as TypedDocumentString<EarlierEntriesQuery, EarlierEntriesQueryVariables>;
export const MarkTicketSeenDocument = {"__meta__":{"hash":"sha256:0ecf32c4faedd11d92680429b0a828a65ba95d1df11fe70d149a5bc5159c585c"}} as unknown as TypedDocumentString<MarkTicketSeenMutation, MarkTicketSeenMutationVariables>;
export const UpdateTicketDocument = {"__meta__":{"hash":"sha256:1411f1afaa7f5344e7cb6f70dc3ae6fe2304a6c8949fb43d9a5235c0b460cb94"}} as unknown as TypedDocumentString<UpdateTicketMutation, UpdateTicketMutationVariables>;
export const ChangeTicketKindDocument = {"__meta__":{"hash":"sha256:708b413a680fb745d4eb101cb22487e9b5a3401f65a0e8908d2067742c0959d9"}} as unknown as TypedDocumentString<ChangeTicketKindMutation, ChangeTicketKindMutationVariables>;
export const AssignTicketDocument = {"__meta__":{"hash":"sha256:2b9fe4764fdccf7112363ffba48af79adef9fb297529a9b9cbdbbf46965ebbce"}} as unknown as TypedDocumentString<AssignTicketMutation, AssignTicketMutationVariables>;
export const TagTicketDocument = {"__meta__":{"hash":"sha256:7fa447f743f5788a087df9b09db32c14efe26d12d2d105f3b60fb76e4217b266"}} as unknown as TypedDocumentString<TagTicketMutation, TagTicketMutationVariables>;
export const SolveTicketDocument = {"__meta__":{"hash":"sha256:6772037741b765ae5d1a9dfec5cec5172c887c40c85862dae97e38f4d64ca703"}} as unknown as TypedDocumentString<SolveTicketMutation, SolveTicketMutationVariables>;
export const ReopenTicketDocument = {"__meta__":{"hash":"sha256:c8c8677f72134304c082f6a3205dea293f77a6493a813a6a1101c723e323362f"}} as unknown as TypedDocumentString<ReopenTicketMutation, ReopenTicketMutationVariables>;
export const UndoReplyDocument = {"__meta__":{"hash":"sha256:e35f6607b0eb60525d8445ba6c7bbb71bdf454364c1123df0b505e31e0fa0529"}} as unknown as TypedDocumentString<UndoReplyMutation, UndoReplyMutationVariables>;
export const ResendReplyDocument = {"__meta__":{"hash":"sha256:bdfef9436f3fcc54edf03e22365be9e39e3e361e829f7b7a9b04ba36720b5d98"}} as unknown as TypedDocumentString<ResendReplyMutation, ResendReplyMutationVariables>;