import type { Entry } from '../../data/types';
import { folds, timelineItems } from './timeline-items';

const entry = (id: string, kind: Entry['kind'], changes: Partial<Entry> = {}): Entry => ({
  __typename: 'TicketEntry', id, kind, at: '2026-11-22T10:00:00Z', visibility: 'PUBLIC', authorKind: 'CUSTOMER', authorName: null, author: null,
  channel: 'EMAIL', text: id, change: null, mail: null, call: null, maskedFields: [], ...changes,
});
const mine = { __typename: 'StaffMember', id: 'me', name: 'Juha', initials: 'JH' } as const;
const types = (entries: Entry[], seen: string | null) => timelineItems(entries, seen, 'me').map((item) => item.type);

describe('the timeline', () => {
  it('folds three changes in a row of one day, and leaves two open', () => {
    const [three] = timelineItems([entry('a', 'SYSTEM'), entry('b', 'SYSTEM'), entry('c', 'SYSTEM')], null, 'me');
    const [two] = timelineItems([entry('a', 'SYSTEM'), entry('b', 'SYSTEM')], null, 'me');
    expect(three?.type === 'system' && folds(three)).toBe(true);
    expect(two?.type === 'system' && folds(two)).toBe(false);
  });

  it('does not fold changes of two days together', () => {
    expect(types([entry('a', 'SYSTEM'), entry('b', 'SYSTEM', { at: '2026-11-25T10:00:00Z' })], null)).toEqual(['system', 'system']);
  });

  it('puts the line before the first message after the last one seen', () => {
    expect(types([entry('a', 'CUSTOMER_MESSAGE'), entry('b', 'SYSTEM'), entry('c', 'CUSTOMER_MESSAGE')], 'a')).toEqual(['entry', 'system', 'new', 'entry']);
  });

  it('draws no line for what I wrote myself, nor for a ticket never seen before', () => {
    expect(types([entry('a', 'CUSTOMER_MESSAGE'), entry('b', 'REPLY', { author: mine })], 'a')).toEqual(['entry', 'entry']);
    expect(types([entry('a', 'CUSTOMER_MESSAGE')], null)).toEqual(['entry']);
  });
});
