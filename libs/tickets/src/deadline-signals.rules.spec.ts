import { nobody, system, type StaffActor } from '@kaiku/kernel';
import { factsOf, signalsOfChange, signalsOfOpening } from './deadline-signals.rules';
import { entryFrom, type EntrySpec } from './commands/entry-spec';
import { changeOf, NO_CHANGE, type TicketChange, type TicketState } from './ticket.state';

const now = new Date('2026-11-23T09:00:00Z');
const earlier = new Date('2026-11-23T08:00:00Z');
const agent: StaffActor = { kind: 'staff', id: 'a', sessionId: 's', name: 'Liisa', locale: 'fi', permissions: new Set(), teamIds: new Set(), leadTeamIds: new Set() };
const contact = entryFrom({ id: 'c', kind: 'customer_message', visibility: 'public', authorKind: 'customer', at: earlier, isCustomerContact: true });
const reply = entryFrom({ id: 'r', kind: 'reply', visibility: 'public', authorKind: 'agent', at: now, isHumanReply: true });
const call = entryFrom({ id: 'p', kind: 'call', visibility: 'internal', authorKind: 'agent', at: earlier } satisfies EntrySpec);
const note = entryFrom({ id: 'n', kind: 'note', visibility: 'internal', authorKind: 'agent', at: now });
const ticket: TicketState = {
  id: 't', number: 1, version: 1, kind: 'question', status: 'open', priority: 'normal', channel: 'email', subject: null, language: 'fi', orderNumber: null, answerWanted: true, teamId: 'team', assigneeId: null,
  customerId: null, tags: ['a'], receivedAt: earlier.toISOString(), solvedAt: null, snoozeUntil: null, hasHumanReply: false, noReplyReason: null, fieldVersions: {}, lastEntryId: null,
};
const tierOf = (customerId: string | null | undefined): string | null => (customerId === 'kulta' ? 'Kulta' : null);
const opening = { status: 'new', kind: 'question', receivedAt: earlier, entry: contact } as const;
const change = (set: TicketChange['set'], notes: TicketChange['notes'] = []): TicketChange => ({ set, fields: [], notes });

describe('a ticket that begins', () => {
  it.each([
    ['by the customer', opening, [{ type: 'opened', at: earlier, contactEntryId: 'c', byAgent: false }]],
    ['as work of the agent who writes it down', { ...opening, status: 'open' as const }, [{ type: 'opened', contactEntryId: 'c' }]],
    ['with a letter of ours', { ...opening, entry: reply }, [{ type: 'opened', contactEntryId: null, byAgent: true }, { type: 'reply', entryId: 'r' }]],
    ['with a call of ours', { ...opening, entry: call, signals: [{ type: 'reply', at: earlier, entryId: 'p', call: true } as const] }, [{ type: 'opened', contactEntryId: 'p', byAgent: true }, { type: 'reply', entryId: 'p', call: true }]],
    ['solved in a call, at the time of the call', { ...opening, entry: call, status: 'solved' as const, noReplyReason: 'met_in_contact' }, [{ type: 'opened' }, { type: 'status', from: 'new', to: 'solved', at: earlier, by: 'agent' }]],
    ['as spam', { ...opening, status: 'spam' as const }, []],
    ['as a survey answer that asks for nothing', { ...opening, kind: 'survey', status: 'solved' as const }, []],
  ])('%s', (_, given, expected) => {
    const made = signalsOfOpening(agent, given, now);
    expect(made).toHaveLength(expected.length);
    expect(made).toMatchObject(expected);
  });
});

describe('a change', () => {
  it.each([
    ['of the subject asks nothing of the clocks', changeOf('subject', { subject: 'x' }, 'subject_changed', 'y', 'x'), [], []],
    ['by a note of a colleague neither', NO_CHANGE, [note], []],
    ['by the customer who wakes it', change({ status: 'open' }), [contact], [{ type: 'contact', at: earlier, entryId: 'c' }]],
    ['by an answer that solves: the answer first', change({ status: 'solved', hasHumanReply: true }), [reply], [{ type: 'reply', entryId: 'r' }, { type: 'status', from: 'open', to: 'solved', by: 'agent' }]],
    ['of the priority', change({ priority: 'urgent' }), [], [{ type: 'attributes', before: { priority: 'normal' }, after: { priority: 'urgent', tags: ['a'] } }]],
    ['of the customer, to one of another tier', change({ customerId: 'kulta' }), [], [{ type: 'attributes', before: { customerTier: null }, after: { customerTier: 'Kulta' } }]],
    ['of the customer, to one of the same tier, tells nothing', change({ customerId: 'another' }), [], []],
    ['that takes an answer back: before the status that goes with it', change({ status: 'new', hasHumanReply: false }, [{ code: 'reply_voided', params: {}, aboutEntryId: 'r' }]), [], [{ type: 'void', entryId: 'r' }, { type: 'status', to: 'new' }]],
    ['that sends it again', change({}, [{ code: 'reply_stands', params: {}, aboutEntryId: 'r' }]), [], [{ type: 'reply', at: now, entryId: 'r' }]],
  ])('%s', (_, given, entries, expected) => {
    const made = signalsOfChange(agent, ticket, given, entries, [], tierOf, now);
    expect(made).toHaveLength(expected.length);
    expect(made).toMatchObject(expected);
  });

  it.each([
    [agent, null, 'agent'], [system('rule'), 'done by rule', 'system'], [system('page'), 'solved_by_customer', 'customer'], [nobody, null, 'customer'],
  ] as const)('tells who ended it (%#)', (actor, noReplyReason, by) => {
    expect(signalsOfChange(actor, ticket, change({ status: 'solved', ...(noReplyReason ? { noReplyReason } : {}) }), [], [], tierOf, now)).toMatchObject([{ by }]);
  });
});

test('the facts are those from before the change', () => {
  expect(factsOf(ticket, tierOf)).toEqual({ kind: 'question', channel: 'email', priority: 'normal', language: 'fi', tags: ['a'], customerTier: null, answerWanted: true, status: 'open', teamId: 'team', assigneeId: null, receivedAt: earlier, hasHumanReply: false });
});
