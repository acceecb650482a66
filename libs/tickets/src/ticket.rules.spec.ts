import { newId, nobody, system, type StaffActor } from '@kaiku/kernel';
import { aStaffActor } from '@kaiku/testing';
import { decideAnswered, decideClosing, decideContact, decideReopening, decideSolving, decideStatus, decideVoiding, decideWaking, mayView, nextStates, sightOf } from './ticket.rules';
import type { TicketState } from './ticket.state';
import { isOpen, TicketStatus } from './ticket.words';
import { SolveNeedsReplyOrReason, TicketAlreadySolved, TicketNotReopenable, TicketNotSolved, TicketStatusNotAllowed } from './tickets.problems';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const days = (n: number) => new Date(NOW.getTime() - n * 86_400_000).toISOString();
const ALL = Object.values(TicketStatus);

const ticket = (over: Partial<TicketState> = {}): TicketState => ({
  id: newId(), number: 10001, version: 3, kind: 'question', status: 'open', priority: 'normal', channel: 'email', subject: null, language: 'fi', orderNumber: null, answerWanted: true,
  teamId: newId(), assigneeId: null, customerId: null, tags: [], receivedAt: days(1), solvedAt: null, snoozeUntil: null, hasHumanReply: false, noReplyReason: null, fieldVersions: {}, lastEntryId: null, ...over,
});
const solved = (ago: number, over: Partial<TicketState> = {}) => ticket({ status: 'solved', solvedAt: days(ago), hasHumanReply: true, ...over });

describe('the state table', () => {
  const table: Record<TicketStatus, TicketStatus[]> = {
    new: ['open', 'waiting_customer', 'waiting_third_party', 'snoozed', 'spam'],
    open: ['waiting_customer', 'waiting_third_party', 'snoozed', 'spam'],
    waiting_customer: ['open', 'waiting_third_party', 'snoozed', 'spam'],
    waiting_third_party: ['open', 'waiting_customer', 'snoozed', 'spam'],
    snoozed: ['open', 'waiting_customer', 'waiting_third_party', 'snoozed', 'spam'],
    solved: [], closed: [], merged: [], spam: ['open'],
  };
  test.each(ALL.flatMap((from) => ALL.map((to) => [from, to, table[from].includes(to)] as const)))('from %s to %s: %s', (from, to, allowed) => {
    expect(nextStates(from).includes(to)).toBe(allowed);
    const state = ticket({ status: from, hasHumanReply: true, solvedAt: ['solved', 'closed'].includes(from) ? days(1) : null });
    const decide = () => decideStatus(state, to, NOW, new Date('2026-12-01T00:00:00Z'));
    if (allowed) expect(decide().set.status).toBe(to);
    else if (from === to) expect(decide().fields).toEqual([]);
    else expect(decide).toThrow(TicketStatusNotAllowed);
  });
});

describe('solving', () => {
  test.each(ALL)('from %s', (status) => {
    const state = ticket({ status, hasHumanReply: true, solvedAt: ['solved', 'closed'].includes(status) ? days(1) : null });
    if (isOpen(status)) expect(decideSolving(state, null, NOW).set).toMatchObject({ status: 'solved', solvedAt: NOW, snoozeUntil: null });
    else expect(() => decideSolving(state, null, NOW)).toThrow(TicketAlreadySolved);
  });
  test('needs an answer by a person or a reason', () => {
    expect(() => decideSolving(ticket(), null, NOW)).toThrow(SolveNeedsReplyOrReason);
    expect(decideSolving(ticket(), 'Kiitosviesti', NOW).set.noReplyReason).toBe('Kiitosviesti');
  });
});

describe('the reopen window', () => {
  test.each([[0, true], [13.999, true], [14, true], [14.001, false], [60, false]])('%d days after solving: %s', (ago, within) => {
    const contact = decideContact(solved(ago), NOW);
    expect(contact.follows).toBe(!within);
    if (within) expect(decideReopening(solved(ago), NOW).set).toMatchObject({ status: 'open', solvedAt: null, noReplyReason: null });
    else expect(() => decideReopening(solved(ago), NOW)).toThrow(TicketNotReopenable);
    expect(decideClosing(solved(ago), NOW) === null).toBe(within);
  });
  test('an open ticket needs no reopening, a closed one has none', () => {
    expect(() => decideReopening(ticket(), NOW)).toThrow(TicketNotSolved);
    expect(() => decideReopening(ticket({ status: 'closed', solvedAt: days(1) }), NOW)).toThrow(TicketNotReopenable);
  });
});

describe('what the customer says', () => {
  test.each([
    ['new', undefined], ['open', undefined], ['waiting_customer', 'open'], ['snoozed', 'open'], ['waiting_third_party', undefined], ['spam', undefined], ['closed', 'follows'], ['merged', 'follows'],
  ] as const)('on a ticket that is %s: %s', (status, then) => {
    const decision = decideContact(ticket({ status, snoozeUntil: status === 'snoozed' ? NOW.toISOString() : null }), NOW);
    if (then === 'follows') expect(decision.follows).toBe(true);
    else expect(decision).toMatchObject({ follows: false, reopened: false, change: { set: then ? { status: then, snoozeUntil: null } : {} } });
  });
});

describe('answering and taking it back', () => {
  test('the first answer opens a new ticket and is remembered', () => {
    expect(decideAnswered(ticket({ status: 'new' }), 'keep', NOW).set).toMatchObject({ hasHumanReply: true, status: 'open' });
  });
  test('waiting for the customer of a solved ticket does not open it', () => {
    expect(decideAnswered(solved(1), 'waiting_customer', NOW).fields).toEqual([]);
  });
  test.each(['closed', 'merged', 'spam'] as const)('an answer to a %s ticket changes nothing of its end', (status) => {
    expect(decideAnswered(ticket({ status }), 'solved', NOW).fields).toEqual([]);
  });
  test('undone: the status before comes back; snoozed comes back as open, because its time is gone', () => {
    const state = ticket({ status: 'waiting_customer', hasHumanReply: true });
    expect(decideVoiding(state, false, 'new', 'undone', NOW).set).toMatchObject({ status: 'new', hasHumanReply: false });
    expect(decideVoiding(state, true, 'snoozed', 'undone', NOW).set).toMatchObject({ status: 'open', hasHumanReply: true });
  });
  test('undone after a colleague changed the status: that stands, unless it ended on that answer alone', () => {
    expect(decideVoiding(ticket({ status: 'waiting_third_party', hasHumanReply: true }), false, null, 'undone', NOW).fields).toEqual([]);
    expect(decideVoiding(solved(1), false, null, 'undone', NOW).set.status).toBe('open');
    expect(decideVoiding(solved(1, { noReplyReason: 'Soitettu' }), false, null, 'undone', NOW).fields).toEqual([]);
  });
  test.each(['solved', 'closed', 'waiting_customer', 'snoozed'] as const)('an answer that bounced opens a ticket that is %s', (status) => {
    const state = ticket({ status, hasHumanReply: true, solvedAt: status === 'solved' || status === 'closed' ? days(20) : null });
    expect(decideVoiding(state, false, null, 'bounced', NOW).set).toMatchObject({ status: 'open', solvedAt: null, snoozeUntil: null });
  });
});

test('snoozing ends at its time, not before', () => {
  const until = '2026-11-23T09:00:00.000Z';
  expect(decideWaking(ticket({ status: 'snoozed', snoozeUntil: until }), new Date('2026-11-23T08:59:59.999Z'))).toBeNull();
  expect(decideWaking(ticket({ status: 'snoozed', snoozeUntil: until }), NOW)!.set).toMatchObject({ status: 'open', snoozeUntil: null });
});

describe('who sees a ticket', () => {
  const [mine, other, me] = [newId(), newId(), newId()];
  const who = (permissions: string[]): StaffActor => aStaffActor({ id: me, permissions, teamIds: [mine] });
  test.each([
    ['an agent, own team', who(['ticket.view']), { teamId: mine, assigneeId: null }, true],
    ['an agent, other team', who(['ticket.view']), { teamId: other, assigneeId: null }, false],
    ['an agent, other team but assigned', who(['ticket.view']), { teamId: other, assigneeId: me }, true],
    ['an agent, other team, assigned to a colleague', who(['ticket.view']), { teamId: other, assigneeId: newId() }, false],
    ['a supervisor, other team', who(['ticket.view', 'ticket.view_all']), { teamId: other, assigneeId: null }, true],
    ['somebody with view_all but not view', who(['ticket.view_all']), { teamId: other, assigneeId: null }, false],
    ['an administrator, assigned', who(['staff.manage']), { teamId: mine, assigneeId: me }, false],
    ['a job', system('intake'), { teamId: other, assigneeId: null }, true],
    ['the public', nobody, { teamId: mine, assigneeId: null }, false],
  ])('%s', (_, actor, row, sees) => {
    expect(mayView(actor, row)).toBe(sees);
    if (!sees && actor.kind === 'public') expect(sightOf(actor)).toBeNull();
  });
});
