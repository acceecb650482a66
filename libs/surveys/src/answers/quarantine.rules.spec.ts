import { loadConfig } from '@kaiku/platform';
import { AnswerNonces } from './answer-nonce';
import { isWritten, suspicionOf, type AnswerSignals, type AnswerTrail } from './quarantine.rules';

const trail = (over: Partial<AnswerTrail> = {}, signals: Partial<AnswerSignals> = {}): AnswerTrail => ({
  signals: { sinceDispatch: 3600, sinceShown: 12, posts: 1, trapFilled: false, ...signals }, rating: 4, comment: null, ratingsInMinute: [], alikeInMinute: 0, ...over,
});

describe(suspicionOf, () => {
  it.each<[string, AnswerTrail, string | null]>([
    ['a person', trail(), null],
    ['the trap', trail({}, { trapFilled: true }), 'trap_filled'],
    ['the trap, with a comment', trail({ comment: 'Kiitos!' }, { trapFilled: true }), 'trap_filled'],
    ['another rating within the minute', trail({ ratingsInMinute: [5] }), 'ratings_changed'],
    ['a rating taken away within the minute', trail({ rating: null, ratingsInMinute: [5] }), 'ratings_changed'],
    ['the same rating twice', trail({ ratingsInMinute: [4, 4] }), null],
    ['another rating, with a comment', trail({ comment: 'Hups', ratingsInMinute: [5] }), null],
    ['another rating, with two letters', trail({ comment: ' o k ', ratingsInMinute: [5] }), 'ratings_changed'],
    ['faster than people, right after the mail', trail({}, { sinceShown: 2.9, sinceDispatch: 29 }), 'too_fast'],
    ['faster than people, later', trail({}, { sinceShown: 2.9, sinceDispatch: 30 }), null],
    ['right after the mail, at leisure', trail({}, { sinceShown: 3, sinceDispatch: 29 }), null],
    ['where nothing was mailed', trail({}, { sinceShown: 0, sinceDispatch: null }), null],
    ['the twentieth of a domain', trail({ alikeInMinute: 19 }), null],
    ['the twenty-first of a domain', trail({ alikeInMinute: 20 }), 'same_from_domain'],
    ['the twenty-first, with a comment', trail({ alikeInMinute: 20, comment: 'Hyvä' }), null],
  ])('%s', (_, given, reason) => expect(suspicionOf(given)).toBe(reason));

  it('three characters are a comment, in any script', () => expect([isWritten('abc'), isWritten('ab '), isWritten('👍👍👍'), isWritten('   '), isWritten(null)]).toEqual([true, false, true, false, false]));
});

describe(AnswerNonces, () => {
  const nonces = new AnswerNonces(loadConfig({ DATABASE_URL: 'postgres://h/d', KAIKU_SECRET: 's'.repeat(32) }));
  const now = new Date('2026-11-23T12:00:00Z');
  const later = (ms: number) => new Date(now.getTime() + ms);
  const link = Buffer.alloc(32, 7);

  it('knows its own, its age and its end, for its own link only', () => {
    const nonce = nonces.make(link, now);
    expect(nonces.read(link, nonce, later(2900))).toEqual({ state: 'good', ageMs: 2900 });
    expect(nonces.read(link, nonce, later(24 * 3_600_000))).toMatchObject({ state: 'good' });
    expect(nonces.read(link, nonce, later(24 * 3_600_000 + 1))).toEqual({ state: 'expired' });
    expect(nonces.read(Buffer.alloc(32, 8), nonce, now)).toEqual({ state: 'forged' });
  });
  it('knows no other: each character changed, shortened, longer, empty', () => {
    const nonce = nonces.make(link, now);
    const changed = [...nonce].map((char, i) => `${nonce.slice(0, i)}${char === 'A' ? 'B' : 'A'}${nonce.slice(i + 1)}`);
    for (const other of [...changed, nonce.slice(1), nonce.slice(0, -1), `${nonce}A`, '', 'null', '.', 'x'.repeat(1_000_000)]) expect(nonces.read(link, other, now).state).toBe('forged');
  });
});
