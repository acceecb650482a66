import fc from 'fast-check';
import { SHIPPED_QUESTIONS, SHIPPED_TEXTS } from '../shipped';
import { valuesOf, type LogicRule, type Question } from '../survey.words';
import { checkLogic, checkTexts, textKeys } from './version.rules';

const codes = (questions: readonly Question[], logic: readonly LogicRule[]) => checkLogic(questions, logic).problems.map((p) => p.code);
const q = (id: string, over: Partial<Question> = {}): Question => ({ id, kind: 'csat', ...over });

describe('A-35 logic', () => {
  it.each<[string, Question[], LogicRule[], string[]]>([
    ['that leads back', [q('a'), q('b')], [{ question: 'b', in: [1], goTo: 'a' }], ['leads_back']],
    ['that leads to itself', [q('a')], [{ question: 'a', in: [1], goTo: 'a' }], ['leads_back']],
    ['that leads nowhere', [q('a')], [{ question: 'a', in: [1], goTo: 'z' }], ['question_unknown']],
    ['around a question for good', [q('a', { required: true }), q('b'), q('c')], [{ question: 'a', in: [1, 2, 3, 4, 5], goTo: 'c' }], ['question_unreachable']],
    ['with an answer nobody can give', [q('a'), q('b')], [{ question: 'a', in: [6], goTo: 'end' }], ['answer_unknown']],
    ['on free text', [q('a', { kind: 'text' }), q('b')], [{ question: 'a', in: ['x'], goTo: 'end' }], ['answer_unknown']],
    ['that another rule has taken', [q('a'), q('b')], [{ question: 'a', in: [1, 2], goTo: 'end' }, { question: 'a', in: [2], goTo: 'b' }], ['rule_never_applies']],
    ['that branches and meets again', [q('a'), q('b'), q('c')], [{ question: 'a', in: [4, 5], goTo: 'c' }], []],
  ])('%s', (_, questions, logic, expected) => expect(codes(questions, logic)).toEqual(expected));

  const survey = fc.integer({ min: 1, max: 6 }).chain((size) =>
    fc.tuple(
      fc.tuple(...Array.from({ length: size }, (_, i) => fc.record({ kind: fc.constantFrom('csat' as const, 'solved' as const, 'text' as const), required: fc.boolean() }).map((r): Question => ({ id: `q${i}`, ...r })))),
      fc.array(fc.record({ from: fc.nat(size), to: fc.nat(size + 1), values: fc.uniqueArray(fc.constantFrom<string | number>(1, 2, 3, 4, 5, 'yes', 'partly', 'no'), { minLength: 1, maxLength: 5 }) }), { maxLength: 5 }).map((rules) =>
        rules.map((r): LogicRule => ({ question: `q${r.from}`, in: r.values, goTo: r.to === size ? 'end' : `q${r.to}` })),
      ),
    ),
  );

  it('is taken exactly when every walk ends and every question is come to', () => {
    fc.assert(fc.property(survey, ([questions, logic]) => {
      expect(codes(questions, logic).length === 0).toBe(walksWell(questions, logic));
    }), { numRuns: 3000 });
  });
});

/** By trying every answer to every question that can be come to: nothing of the validator's own is used. */
function walksWell(questions: readonly Question[], logic: readonly LogicRule[]): boolean {
  const used = new Set<LogicRule>();
  const seen = new Set<string>();
  // What an answer leads to; null when it leads back or nowhere.
  const step = (i: number, answer: string | number | undefined): number | null => {
    const rule = logic.find((r) => r.question === questions[i]!.id && answer !== undefined && r.in.includes(answer));
    if (!rule) return i + 1;
    used.add(rule);
    if (rule.goTo === 'end') return questions.length;
    const to = questions.findIndex((question) => question.id === rule.goTo);
    return to > i ? to : null;
  };
  for (const rule of logic) {
    const question = questions.find((one) => one.id === rule.question);
    if (!question || !rule.in.every((value) => valuesOf(question)?.includes(value))) return false;
  }
  // A rule of a question is judged by its question's answers, also where nobody comes to it.
  for (let i = 0; i < questions.length; i++) for (const answer of valuesOf(questions[i]!) ?? []) if (step(i, answer) === null) return false;
  if (used.size < logic.length) return false;
  const open = [0];
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    if (i >= questions.length || seen.has(questions[i]!.id)) continue;
    seen.add(questions[i]!.id);
    const question = questions[i]!;
    for (const answer of [...(valuesOf(question) ?? []), ...(question.required && valuesOf(question) ? [] : [undefined])]) open.push(step(i, answer)!);
  }
  return seen.size === questions.length;
}

describe('texts', () => {
  it('A-25 of the survey that comes with the desk are whole in each language', () => expect(checkTexts(SHIPPED_QUESTIONS, SHIPPED_TEXTS, ['fi', 'sv', 'en'])).toEqual([]));

  it('A-25 miss any one of them and it is named', () => {
    for (const key of textKeys(SHIPPED_QUESTIONS)) {
      const texts = { ...SHIPPED_TEXTS, sv: { ...SHIPPED_TEXTS.sv, [key]: ' ' } };
      expect(checkTexts(SHIPPED_QUESTIONS, texts, ['fi', 'sv', 'en'])).toEqual([{ path: `texts.sv.${key}`, code: 'text_missing' }]);
      // A language that is switched off is not asked for.
      expect(checkTexts(SHIPPED_QUESTIONS, texts, ['fi', 'en'])).toEqual([]);
    }
  });

  it('are measured in characters', () => {
    const long = (count: number) => checkTexts(SHIPPED_QUESTIONS, { ...SHIPPED_TEXTS, fi: { ...SHIPPED_TEXTS.fi, 'mail.intro': '🐈'.repeat(count) } }, ['fi']).length;
    expect([long(1000), long(1001)]).toEqual([0, 1]);
  });
});
