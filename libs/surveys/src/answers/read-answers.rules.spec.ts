import type { Answers, AskedQuestion, AskedRule } from './asked';
import { readAnswers } from './read-answers.rules';
import { keptAnswers, nextAfter, pageFrom, questionsReached } from './walk.rules';

const rating: AskedQuestion = { id: 'score', kind: 'rating', scale: 'csat5', newPage: false, required: true, text: 'Kuinka?', choices: [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: String(n) })) };
const text = (id: string, required = false): AskedQuestion => ({ id, kind: 'text', scale: null, newPage: false, required, text: 'Miksi?', choices: [] });
const read = (fields: Record<string, string | string[]>, page: readonly AskedQuestion[] = [rating, text('why')]) =>
  readAnswers(page, { asksForContact: true }, new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()])));

describe(readAnswers, () => {
  it('takes what the page offers', () => {
    expect(read({ 'q-score': '4', 'q-why': ' Hyvä\r\npalvelu ', contact: 'no', nonce: 'n', website: '' })).toEqual({ answers: { score: '4', why: 'Hyvä\npalvelu' }, contact: false, faults: [], unknown: false });
    expect(read({ 'q-score': '4', contact: '' })).toMatchObject({ contact: null, faults: [] });
  });
  it.each([['6'], ['0'], ['4.0'], ['４'], ['+4'], [' 4'], ['four'], ['4\u0000'], ['__proto__']])('%j is no rating', (value) => {
    expect(read({ 'q-score': value })).toMatchObject({ answers: {}, faults: [{ field: 'q-score', fault: 'survey_choice' }] });
  });
  it('two ratings are none', () => expect(read({ 'q-score': ['4', '5'] }).faults).toEqual([{ field: 'q-score', fault: 'survey_choice' }]));
  it('no rating is asked for again', () => expect(read({}).faults).toEqual([{ field: 'q-score', fault: 'survey_required' }]));
  it('fields that the page never had are told apart', () => expect([read({ 'q-score': '4', 'q-other': 'x' }).unknown, read({ 'q-score': '4', admin: '1' }).unknown, read({ 'q-score': '4', from: 'why', rev: '1' }).unknown]).toEqual([true, true, false]));

  it('A-40 a thousand ä are kept whole, however they are written; one more is told and kept in the form', () => {
    for (const a of ['ä', 'a\u0308']) expect(read({ 'q-score': '4', 'q-why': a.repeat(1000) })).toMatchObject({ answers: { why: 'ä'.repeat(1000) }, faults: [] });
    expect(read({ 'q-score': '4', 'q-why': '🐈'.repeat(1000) }).faults).toEqual([]);
    const more = read({ 'q-score': '4', 'q-why': 'ä'.repeat(1001) });
    expect([more.faults, more.answers.why]).toEqual([[{ field: 'q-why', fault: 'survey_long', params: { maximum: 1000, count: 1001 } }], 'ä'.repeat(1001)]);
  });
  it('A-40 bytes that were no text are not kept as if they were', () => {
    for (const bad of ['hyv\uFFFD', 'a\ud800']) expect(read({ 'q-score': '4', 'q-why': bad }).faults).toEqual([{ field: 'q-why', fault: 'survey_letters' }]);
  });
  it('only spaces are no comment; emoji and right-to-left are', () => {
    expect(read({ 'q-score': '4', 'q-why': ' \n\t ' }).answers).toEqual({ score: '4' });
    expect(read({ 'q-score': '4', 'q-why': 'שלום 👍🏽' }).answers.why).toBe('שלום 👍🏽');
  });
});

describe('branches', () => {
  const questions = [rating, text('what'), text('praise'), text('more')];
  const rules: AskedRule[] = [{ question: 'score', values: ['4', '5'], to: 'praise' }, { question: 'score', values: ['3'], to: null }, { question: 'what', values: [], to: 'more' }];
  const asked = { questions, rules: rules.slice(0, 2) };
  const ids = (list: readonly AskedQuestion[]) => list.map((q) => q.id);
  const walk = (answers: Answers) => ids(questionsReached(asked, answers));

  it('lead on by what was answered', () => {
    expect([walk({}), walk({ score: '1' }), walk({ score: '5' }), walk({ score: '3' })]).toEqual([['score', 'what', 'praise', 'more'], ['score', 'what', 'praise', 'more'], ['score', 'praise', 'more'], ['score']]);
  });
  it('never lead back, even if a rule did', () => {
    expect(ids(questionsReached({ questions, rules: [{ question: 'praise', values: ['x'], to: 'score' }] }, { praise: 'x' }))).toEqual(['score', 'what', 'praise', 'more']);
  });
  it('a page ends where an answer decides', () => {
    expect(ids(pageFrom(asked, {}, null))).toEqual(['score']);
    expect(nextAfter(asked, { score: '5' }, [rating])).toBe('praise');
    expect(nextAfter(asked, { score: '3' }, [rating])).toBeNull();
    expect(ids(pageFrom(asked, { score: '5' }, 'praise'))).toEqual(['praise', 'more']);
    expect(ids(pageFrom(asked, { score: '5' }, 'what'))).toEqual([]);
    expect(ids(pageFrom({ questions, rules: [] }, {}, null))).toEqual(['score', 'what', 'praise', 'more']);
    expect(ids(pageFrom({ questions: [rating, text('what'), { ...text('more'), newPage: true }], rules: [] }, {}, null))).toEqual(['score', 'what']);
  });
  it('answers on branches no longer come to are dropped', () => expect(keptAnswers(asked, { score: '3', what: 'a', praise: 'b' })).toEqual({ score: '3' }));
});
