import { firstNameOf, showingOf, shownMessages, stepsOf } from './status.rules';
import type { StatusMessage } from './status.queries';

const now = new Date('2026-11-23T09:00:00Z');
const facts = { status: 'open' as const, receivedAt: '2026-11-16T07:12:00Z', answeredAt: null, solvedAt: null, nextDueAt: null, answerWanted: true };
const said = (change: object, weSpokeLast = false): string[] => stepsOf({ ...facts, ...change }, weSpokeLast, now).map((s) => `${s.now ? '*' : ''}${s.text}${s.promise ? '!' : ''}`);

describe(stepsOf, () => {
  it.each<[string, object, boolean, string[]]>([
    ['just received', {}, false, ['received', '*will_answer', 'working', 'done']],
    ['received with a promise', { nextDueAt: '2026-11-26T14:00:00Z' }, false, ['received', '*will_answer!', 'working', 'done']],
    ['a promise that has passed', { nextDueAt: '2026-11-22T14:00:00Z' }, false, ['received', '*will_answer', 'working', 'done']],
    ['answered, and we spoke last', { answeredAt: '2026-11-16T07:54:00Z' }, true, ['received', 'answered', '*your_turn', 'done']],
    ['answered, and the customer wrote again', { answeredAt: '2026-11-16T07:54:00Z', nextDueAt: '2026-11-26T14:00:00Z' }, false, ['received', 'answered', '*working!', 'done']],
    ['feedback that wants no answer', { answerWanted: false }, false, ['received', '*reading', 'done']],
    ['solved', { status: 'solved', answeredAt: '2026-11-16T07:54:00Z', solvedAt: '2026-11-20T07:54:00Z', nextDueAt: '2026-11-26T14:00:00Z' }, true, ['received', 'answered', 'working', '*closed']],
    ['closed by the customer before we answered', { status: 'solved', solvedAt: '2026-11-20T07:54:00Z' }, false, ['received', '*closed']],
    ['spam is nothing that is said', { status: 'spam' }, false, ['received', '*will_answer', 'working', 'done']],
  ])('%s', (_, change, weSpokeLast, expected) => expect(said(change, weSpokeLast)).toEqual(expected));
});

describe(showingOf, () => {
  const link = (daysAgo: number, writer: string | null = 'a@b.example') => ({ linkAt: new Date(now.getTime() - daysAgo * 86_400_000).toISOString(), writer });
  it.each([
    ['a mailed link', link(29), false, 'all'], ['a mailed link after 30 days', link(30.1), false, 'steps'], ['the form’s link, with an address given', link(0), true, 'own'],
    ['the form’s link, when there is no address', link(0, null), true, 'all'], ['the form’s link after 30 days', link(31, null), true, 'steps'],
  ] as const)('%s', (_, ticket, byFormLink, showing) => expect(showingOf(ticket, byFormLink, now)).toBe(showing));
});

describe(shownMessages, () => {
  const m = (id: string, change: Partial<StatusMessage> = {}): StatusMessage => ({ id, at: facts.receivedAt, byUs: false, byPerson: true, authorName: null, channel: 'form', address: null, text: 'x', files: [], ...change });
  const ids = (messages: StatusMessage[], showing: 'all' | 'own' | 'steps') => shownMessages(messages, showing).shown.map((one) => one.id).join('');
  it('shows nothing by an old link, and by the form’s own only what was typed on these pages', () => {
    const messages = [m('a', { byUs: true }), m('b', { channel: 'email' }), m('c')];
    expect([ids(messages, 'all'), ids(messages, 'own'), ids(messages, 'steps')]).toEqual(['abc', 'c', '']);
  });
  it('shows the newest whole and as many more as a page carries', () => {
    const messages = [m('a', { text: 'x'.repeat(30_000) }), m('b')];
    expect(shownMessages(messages, 'all')).toMatchObject({ shown: [{ id: 'a' }], more: true });
  });
});

describe(firstNameOf, () => {
  it.each([['Juha Nieminen', true, 'Juha'], ['  Åsa  Lind ', true, 'Åsa'], [null, true, null], ['Kaiku', false, null]])('%j', (authorName, byPerson, first) => expect(firstNameOf({ authorName, byPerson })).toBe(first));
});
