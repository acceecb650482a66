import { SETTINGS_POLICIES } from './policy-settings';
import { CHOICE_POLICIES } from './policy-choices';
import { PAGE } from './documents';
import { NOWHERE, numberOf, OF, QUARANTINED, SHARED_CUSTOMER, type Team } from './fixture';
import { KINDS, type IdRule, type Outcome, type Policy } from './policy-types';
import { COLLEAGUE, staffIdOf, type Role } from './roles';
import type { Policies } from './run';

/** Everybody with a session that still counts. */
const STAFF: readonly Role[] = ['agentA', 'agentB', 'leadA', 'supervisor', 'privacyOwner', 'admin', 'demoted'];
/** Who works with customers; `demoted` is one of them by now, without a team. */
const AGENTS: readonly Role[] = ['agentA', 'agentB', 'leadA', 'supervisor', 'demoted'];
/** Who may look at tickets and customers. */
const READERS: readonly Role[] = [...AGENTS, 'privacyOwner'];
const ADMIN: readonly Role[] = ['admin'];
const SUPERVISOR: readonly Role[] = ['supervisor'];

const idOf = (kind: keyof typeof KINDS, missing: Outcome, more: Partial<IdRule> = {}): IdRule => ({ kind: KINDS[kind], missing, ...more });
/** A text that is no id at all is named as such before anything is looked up. */
const strictly = (kind: keyof typeof KINDS, missing: Outcome): IdRule => idOf(kind, missing, { malformed: 'input.invalid' });
/** A malformed id of a ticket is the id of no ticket. */
const ticketInput = idOf('ticket', 'ticket.not_found');
const key = (): string => 'matrix-key';
const onTicket = (more: Record<string, unknown> = {}) => (mine: Team): Record<string, unknown> => ({ input: { ticketId: OF[mine].ticket, expectedVersion: 1, ...more } });
const agentOf = (mine: Team): string => staffIdOf(mine === 'A' ? 'agentA' : 'agentB');

/** A change of one ticket that agents who see it may make. */
const change = (more: Record<string, unknown> = {}, rest: Partial<Policy> = {}): Policy => ({ roles: AGENTS, args: onTicket(more), behind: 'input.ticketId', ...rest, ids: { 'input.ticketId': ticketInput, ...rest.ids } });

const SURVEY = { surveyId: NOWHERE, from: '2026-11-01', to: '2026-12-01' };
const PERIOD = { metric: 'FIRST_REPLY', from: '2026-11-01', to: '2026-12-01' };

const QUERIES: Policies = {
  'Query.setup': { roles: 'anybody' },
  'Query.me': { roles: 'anybody', own: { anonymous: 'null', deactivated: 'null' } },
  'Query.staffMembers': { roles: STAFF },
  'Query.teams': { roles: STAFF },
  'Query.ticket': {
    roles: READERS,
    args: (mine) => ({ id: OF[mine].ticket }),
    behind: 'id',
    ids: { id: idOf('ticket', 'null'), number: idOf('number', 'null', { without: 'id' }) },
  },
  'Query.tickets': {
    roles: READERS,
    args: () => ({ first: PAGE }),
    ids: {
      'filter.teamIds': strictly('team', 'data'),
      'filter.assigneeIds': strictly('staff', 'data'),
      'filter.customerId': strictly('customer', 'data'),
      // Numbers are no ids in the schema; they name tickets all the same.
      numbers: idOf('number', 'data'),
    },
  },
  'Query.viewIndex': { roles: READERS, args: () => ({ view: 'ALL_OPEN' }) },
  'Query.viewCounts': { roles: READERS },
  'Query.customer': { roles: READERS, args: (mine) => ({ id: OF[mine].customer }), ids: { id: idOf('customer', 'null') } },
  'Query.customers': { roles: READERS, args: () => ({ search: 'Virtanen' }) },
  'Query.callerMatches': { roles: AGENTS, args: () => ({ number: '+358405550102' }) },
  'Query.drafts': { roles: AGENTS },
  'Query.draft': { roles: AGENTS, args: (mine) => ({ ticketId: OF[mine].ticket, mode: 'NOTE' }), own: { leadA: 'null', supervisor: 'null' }, behind: 'ticketId', ids: { ticketId: idOf('ticket', 'null') } },
  'Query.quarantinedMails': { roles: SUPERVISOR },
  // Nobody's survey and answer: those of one's own are answered in the tests of the library.
  'Query.surveyResults': { roles: SUPERVISOR, args: () => ({ input: SURVEY }), own: { supervisor: 'null' }, ids: { 'input.surveyId': strictly('survey', 'null'), 'input.teamId': strictly('team', 'null'), 'input.agentId': strictly('staff', 'null') } },
  'Query.surveyComments': { roles: SUPERVISOR, args: () => ({ input: SURVEY }), ids: { 'input.surveyId': strictly('survey', 'data'), 'input.teamId': strictly('team', 'data'), 'input.agentId': strictly('staff', 'data') } },
  'Query.heldSurveyAnswers': { roles: SUPERVISOR },
  'Query.surveys': { roles: SUPERVISOR },
  'Query.explainDeadline': { roles: READERS, args: (mine) => ({ id: OF[mine].deadline }), behind: 'id', ids: { id: idOf('deadline', 'null') } },
};

const STAFF_MUTATIONS: Policies = {
  'Mutation.signIn': { roles: 'anybody', args: () => ({ input: { email: 'colleague@lumo.example', password: 'not the password' } }), own: 'sign_in.refused' },
  'Mutation.signOut': { roles: 'anybody' },
  'Mutation.createFirstAdmin': { roles: 'anybody', args: () => ({ input: { token: 'A'.repeat(43), name: 'Eve', email: 'eve@lumo.example', password: 'seven blue bicycles', locale: 'en' } }), own: 'setup.link_invalid' },
  'Mutation.changeMyPassword': { roles: STAFF, args: () => ({ input: { current: 'not the password', next: 'seven blue bicycles' } }), own: 'sign_in.refused' },
  'Mutation.updateMySettings': { roles: STAFF, args: () => ({ input: { undoSeconds: 20 } }) },
  'Mutation.createStaffMember': {
    roles: ADMIN,
    args: () => ({ input: { name: 'New', email: 'new@lumo.example', password: 'seven blue bicycles', locale: 'fi', roles: ['agent'], teamIds: [OF.A.team], leadTeamIds: [] } }),
    ids: { 'input.teamIds': strictly('team', 'team.not_found'), 'input.leadTeamIds': strictly('team', 'team.not_found') },
  },
  'Mutation.updateStaffMember': {
    roles: ADMIN,
    args: () => ({ input: { staffId: COLLEAGUE, expectedVersion: 1, name: 'Renamed', teamIds: [OF.A.team] } }),
    ids: { 'input.staffId': strictly('staff', 'staff.not_found'), 'input.teamIds': strictly('team', 'team.not_found'), 'input.leadTeamIds': strictly('team', 'team.not_found') },
  },
  'Mutation.deactivateStaffMember': { roles: ADMIN, args: () => ({ staffId: COLLEAGUE }), ids: { staffId: strictly('staff', 'staff.not_found') } },
  'Mutation.createTeam': { roles: ADMIN, args: () => ({ input: { name: 'Team C' } }) },
};

const TICKET_MUTATIONS: Policies = {
  'Mutation.openTicket': {
    roles: AGENTS,
    args: (mine) => ({ input: { idempotencyKey: key(), kind: 'QUESTION', subject: 'Question', text: 'Text', channel: 'PHONE', teamId: OF[mine].team, customerId: OF[mine].customer } }),
    ids: { 'input.teamId': strictly('team', 'team.not_found'), 'input.customerId': strictly('customer', 'customer.not_found') },
  },
  'Mutation.changeTicketKind': change({ idempotencyKey: key(), kind: 'COMPLAINT' }),
  'Mutation.updateTicket': change({ subject: 'Another subject' }, { ids: { 'input.teamId': strictly('team', 'team.not_found') } }),
  'Mutation.assignTicket': {
    ...change(),
    args: (mine) => ({ input: { ticketId: OF[mine].ticket, expectedVersion: 1, assigneeId: agentOf(mine) } }),
    ids: {
      // The supervisor's own choice is of team A, and cannot take a ticket of team B.
      'input.ticketId': { ...ticketInput, seen: 'ticket.assignee_not_allowed' },
      // Somebody who cannot see the ticket is no more to be chosen than somebody who does not exist.
      'input.assigneeId': { kind: { foreign: (mine) => agentOf(mine === 'A' ? 'B' : 'A'), missing: NOWHERE, malformed: 'x' }, missing: 'ticket.assignee_not_allowed', foreign: 'ticket.assignee_not_allowed' },
    },
  },
  'Mutation.tagTicket': change({ add: ['urgent'], remove: [] }),
  'Mutation.linkCustomer': change({ customerId: SHARED_CUSTOMER }, { ids: { 'input.customerId': idOf('customer', 'customer.not_found') } }),
  'Mutation.addNote': { ...change(), args: (mine) => ({ input: { idempotencyKey: key(), ticketId: OF[mine].ticket, text: 'A note' } }) },
  'Mutation.fixDeadline': {
    roles: AGENTS,
    args: (mine) => ({ input: { deadlineId: OF[mine].deadline, dueAt: '2027-11-24T10:00:00.000Z', reason: 'Agreed by telephone', expectedVersion: 1 } }),
    behind: 'input.deadlineId',
    ids: { 'input.deadlineId': idOf('deadline', 'deadline.not_found') },
  },
  'Mutation.waiveReply': change({ reason: 'Only thanks' }),
  'Mutation.solveTicket': change({ noReplyReason: 'Nothing to answer' }),
  'Mutation.reopenTicket': {
    ...change(),
    args: (mine) => ({ input: { ticketId: OF[mine].solved, expectedVersion: 1 } }),
    ids: { 'input.ticketId': idOf('solvedTicket', 'ticket.not_found') },
  },
  'Mutation.markTicketSeen': {
    roles: READERS,
    args: (mine) => ({ ticketId: OF[mine].ticket, entryId: OF[mine].message }),
    behind: 'ticketId',
    // Says nothing either way, and notes nothing unless the entry is of the ticket and the ticket is to be seen.
    ids: { ticketId: idOf('ticket', 'data', { untouched: true }), entryId: idOf('message', 'data', { foreign: 'data', untouched: true }) },
  },
};

const CONVERSATION_MUTATIONS: Policies = {
  'Mutation.sendReply': {
    roles: AGENTS,
    args: (mine, role) => ({ input: { idempotencyKey: key(), ticketId: OF[mine].ticket, sendAnyway: true, text: 'An answer', thenStatus: 'KEEP', ...(role === agentRole(mine) ? { attachmentIds: [OF[mine].upload] } : {}) } }),
    behind: 'input.ticketId',
    ids: {
      'input.ticketId': strictly('ticket', 'ticket.not_found'),
      'input.lastSeenEntryId': { kind: { missing: NOWHERE, malformed: 'x', foreign: (mine) => OF[mine === 'A' ? 'B' : 'A'].message }, missing: 'data', malformed: 'input.invalid', foreign: 'data' },
      'input.attachmentIds': { ...strictly('upload', 'attachment.not_found'), foreign: 'attachment.not_found' },
    },
  },
  'Mutation.undoReply': { roles: AGENTS, args: (mine) => ({ entryId: OF[mine].waitingReply }), own: { leadA: 'reply.not_found', supervisor: 'reply.not_found' }, behind: 'entryId', ids: { entryId: idOf('waitingReply', 'reply.not_found') } },
  'Mutation.resendReply': { roles: AGENTS, args: (mine) => ({ entryId: OF[mine].failedReply }), behind: 'entryId', ids: { entryId: idOf('failedReply', 'reply.not_found') } },
  'Mutation.saveDraft': {
    roles: AGENTS,
    args: (mine, role) => ({ input: { ticketId: OF[mine].ticket, mode: 'REPLY', text: 'Draft', baseRevision: 0, ...(role === agentRole(mine) ? { attachmentIds: [OF[mine].upload] } : {}) } }),
    behind: 'input.ticketId',
    ids: { 'input.ticketId': strictly('ticket', 'ticket.not_found'), 'input.attachmentIds': { ...strictly('upload', 'attachment.not_found'), foreign: 'attachment.not_found' } },
  },
  // Nothing to discard is no mistake: own drafts only, whatever ticket is named.
  'Mutation.discardDraft': { roles: AGENTS, args: (mine) => ({ ticketId: OF[mine].ticket, mode: 'NOTE' }), ids: { ticketId: idOf('ticket', 'data', { foreign: 'data', untouched: true }) } },
  'Mutation.reviewSurveyAnswer': { roles: SUPERVISOR, args: () => ({ input: { answerId: NOWHERE, decision: 'REJECT', reason: 'A scanner' } }), own: 'survey.answer_not_found', ids: { 'input.answerId': strictly('surveyAnswer', 'survey.answer_not_found') } },
  'Mutation.createSurveyVersion': { roles: SUPERVISOR, args: () => ({ input: { surveyId: NOWHERE, expectedVersion: 1, questions: [{ id: 'csat', kind: 'csat' }], logic: [], texts: {} } }), own: 'survey.not_found', ids: { 'input.surveyId': strictly('survey', 'survey.not_found') } },
  'Mutation.activateSurvey': { roles: SUPERVISOR, args: () => ({ input: { surveyId: NOWHERE, versionId: NOWHERE, expectedVersion: 1 } }), own: 'survey.not_found', ids: { 'input.surveyId': strictly('survey', 'survey.not_found'), 'input.versionId': strictly('survey', 'survey.not_found') } },
  'Mutation.stopSurvey': { roles: SUPERVISOR, args: () => ({ input: { surveyId: NOWHERE, expectedVersion: 1 } }), own: 'survey.not_found', ids: { 'input.surveyId': strictly('survey', 'survey.not_found') } },
  'Mutation.cancelSurveyInvitation': { roles: SUPERVISOR, args: () => ({ invitationId: NOWHERE }), own: 'survey.invitation_not_cancellable', ids: { invitationId: strictly('surveyAnswer', 'survey.invitation_not_cancellable') } },
  'Mutation.retryQuarantinedMail': { roles: SUPERVISOR, args: () => ({ id: QUARANTINED }), ids: { id: idOf('quarantined', 'mail.not_found') } },
  'Mutation.logCall': {
    roles: AGENTS,
    args: (mine) => ({ input: { idempotencyKey: key(), number: '+358405550199', direction: 'INBOUND', startedAt: '2026-11-23T08:30:00.000Z', topic: 'ORDER', note: 'Called', outcome: 'NEEDS_WORK', customerId: OF[mine].customer, addToTicketId: OF[mine].ticket } }),
    behind: 'input.addToTicketId',
    ids: { 'input.customerId': strictly('customer', 'customer.not_found'), 'input.addToTicketId': ticketInput },
  },
};

const CUSTOMER_MUTATIONS: Policies = {
  'Mutation.createCustomer': { roles: AGENTS, args: () => ({ input: { idempotencyKey: key(), firstName: 'Uusi', lastName: 'Asiakas', language: 'fi', email: 'uusi@posti.example' } }) },
  'Mutation.updateCustomer': { roles: AGENTS, args: (mine) => ({ input: { customerId: OF[mine].customer, expectedVersion: 1, lastName: 'Lahtinen', reason: 'Asked by phone' } }), ids: { 'input.customerId': strictly('customer', 'customer.not_found') } },
  'Mutation.addContactPoint': { roles: AGENTS, args: (mine) => ({ input: { customerId: OF[mine].customer, kind: 'EMAIL', value: 'toinen@posti.example', reason: 'Asked by phone' } }), ids: { 'input.customerId': strictly('customer', 'customer.not_found') } },
  'Mutation.removeContactPoint': {
    roles: AGENTS,
    args: (mine) => ({ customerId: OF[mine].customer, contactPointId: OF[mine].email, reason: 'No longer in use' }),
    // What is not there need not be removed; an address of somebody else is not there.
    ids: { customerId: strictly('customer', 'customer.not_found'), contactPointId: { ...strictly('contactPoint', 'data'), foreign: 'data', untouched: true } },
  },
  ...CHOICE_POLICIES,
};

/** One's own and nobody else's: whatever is named of somebody else is as good as nothing. */
const NOTICES: Policies = {
  'Query.replyTimes': { roles: SUPERVISOR, args: () => ({ input: PERIOD }), ids: { 'input.teamId': strictly('team', 'data') } },
  'Query.replyTimeCases': { roles: SUPERVISOR, args: () => ({ input: { ...PERIOD, figure: 'ARRIVED', groupBy: 'ALL' } }), ids: { 'input.teamId': strictly('team', 'data') } },
  'Query.notices': { roles: STAFF, args: () => ({ first: PAGE }) },
  'Query.unreadNotices': { roles: STAFF },
  'Query.noticePreferences': { roles: STAFF },
  'Query.quietHours': { roles: STAFF },
  'Query.pushKey': { roles: STAFF },
  'Mutation.markNoticesRead': {
    roles: STAFF,
    args: (mine) => ({ ids: [OF[mine].notice] }),
    ids: { ids: idOf('notice', 'data', { foreign: 'data', untouched: true }), ticketId: idOf('ticket', 'data', { foreign: 'data', untouched: true, without: 'ids' }) },
  },
  'Mutation.setNoticePreference': { roles: STAFF, args: () => ({ input: { cause: 'ASSIGNED', channel: 'MAIL', on: true } }) },
  'Mutation.setQuietHours': { roles: STAFF, args: () => ({ input: { from: '21:00', to: '06:30' } }) },
  'Mutation.registerPush': { roles: STAFF, args: () => ({ input: { endpoint: 'https://inner.example/push', p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) } }), own: 'push.endpoint_not_allowed' },
  'Mutation.removePush': { roles: STAFF, args: () => ({ endpoint: 'https://fcm.googleapis.com/none' }) },
};

const agentRole = (mine: Team): Role => (mine === 'A' ? 'agentA' : 'agentB');

/** What everybody may do: one entry for each operation of the schema, or the matrix fails. */
export const POLICIES: Policies = {
  ...QUERIES,
  ...STAFF_MUTATIONS,
  ...TICKET_MUTATIONS,
  ...CONVERSATION_MUTATIONS,
  ...CUSTOMER_MUTATIONS,
  ...SETTINGS_POLICIES,
  ...NOTICES,
  // Spoken over a socket: its test is below the matrix.
  'Subscription.deskEvents': { roles: READERS },
  'Subscription.myNotices': { roles: STAFF },
};

/** Arguments of edges on the way, as they are written in a document. */
export const EDGE_ARGUMENTS = {
  'Customer.receipts': 'reason: "permission matrix"',
  'Ticket.entries': 'first: 50',
} as const;

export { numberOf };
