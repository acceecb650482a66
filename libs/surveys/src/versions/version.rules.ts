import { LIMITS, type FieldProblem } from '@kaiku/kernel';
import { valuesOf, type LogicRule, type Question, type SurveyLanguage, type SurveyTexts } from '../survey.words';

/** What cannot stand, and what is worth another look. */
export interface VersionFaults {
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly FieldProblem[];
}

/** More questions than this are answered by few. */
const MANY = 5;

/**
 * Whether the questions lead somewhere: rules only lead on, to a question that is there or to the end; every question is come to by
 * some answers; a rule speaks of answers that its question has and that no rule before it has taken.
 */
export function checkLogic(questions: readonly Question[], logic: readonly LogicRule[]): VersionFaults {
  const problems: FieldProblem[] = [];
  const warnings: FieldProblem[] = [];
  const at = new Map(questions.map((question, i) => [question.id, i]));
  if (questions.length === 0) problems.push({ path: 'questions', code: 'required' });
  if (questions.length > LIMITS.surveySending.questions) problems.push({ path: 'questions', code: 'too_many_questions', params: { maximum: LIMITS.surveySending.questions } });
  else if (questions.length > MANY) warnings.push({ path: 'questions', code: 'many_questions', params: { count: questions.length } });
  questions.forEach((question, i) => {
    if (at.get(question.id) !== i) problems.push({ path: `questions.${i}.id`, code: 'question_twice' });
    const options = question.options ?? [];
    if (question.kind === 'choice' && (options.length < 2 || new Set(options).size < options.length)) problems.push({ path: `questions.${i}.options`, code: 'options_unclear' });
  });
  logic.forEach((rule, i) => {
    const from = at.get(rule.question);
    const to = rule.goTo === 'end' ? questions.length : at.get(rule.goTo);
    const values = from === undefined ? null : valuesOf(questions[from]!);
    if (from === undefined || to === undefined) problems.push({ path: `logic.${i}`, code: 'question_unknown' });
    else if (to <= from) problems.push({ path: `logic.${i}.goTo`, code: 'leads_back' });
    else if (questions.slice(from + 1, to).some((skipped) => skipped.required)) warnings.push({ path: `logic.${i}.goTo`, code: 'skips_required' });
    const taken = new Set(logic.slice(0, i).filter((other) => other.question === rule.question).flatMap((other) => other.in.map(String)));
    if (from !== undefined && (rule.in.length === 0 || !rule.in.every((value) => values?.includes(value)))) problems.push({ path: `logic.${i}.in`, code: 'answer_unknown' });
    else if (from !== undefined && rule.in.every((value) => taken.has(String(value)))) problems.push({ path: `logic.${i}.in`, code: 'rule_never_applies' });
  });
  if (problems.length === 0) for (const i of neverReached(questions, logic)) problems.push({ path: `questions.${i}`, code: 'question_unreachable' });
  return { problems, warnings };
}

/** Indices no answers lead to. Rules lead on only, so that one pass from the first question to the last sees every path. */
function neverReached(questions: readonly Question[], logic: readonly LogicRule[]): number[] {
  const reached = new Set([0]);
  questions.forEach((question, i) => {
    if (!reached.has(i)) return;
    const rules = logic.filter((rule) => rule.question === question.id);
    const taken = new Set(rules.flatMap((rule) => rule.in.map(String)));
    for (const rule of rules) if (rule.goTo !== 'end') reached.add(questions.findIndex((q) => q.id === rule.goTo));
    const values = valuesOf(question);
    // Who answers otherwise, or may skip it, goes on to the next.
    if (!question.required || values === null || values.some((value) => !taken.has(String(value)))) reached.add(i + 1);
  });
  return questions.map((_, i) => i).filter((i) => !reached.has(i));
}

const ALWAYS_SAID = ['mail.subject', 'mail.greeting', 'mail.intro', 'mail.thanks', 'page.title', 'page.thanks'];

/** Every text that a version of these questions needs in a language. Of 0 to 10 only the ends have words. */
export function textKeys(questions: readonly Question[]): readonly string[] {
  return [
    ...ALWAYS_SAID,
    ...questions.flatMap((question) => [`q.${question.id}`, ...(valuesOf(question) ?? []).filter((value) => question.kind !== 'nps' || value === 0 || value === 10).map((value) => `q.${question.id}.${value}`)]),
  ];
}

/** Texts that are missing, blank or too long in one of the languages: with one of these it is not activated. */
export function checkTexts(questions: readonly Question[], texts: Partial<SurveyTexts>, languages: readonly SurveyLanguage[]): FieldProblem[] {
  return languages.flatMap((language) =>
    textKeys(questions).flatMap((key): FieldProblem[] => {
      const said = texts[language]?.[key]?.trim() ?? '';
      if (said === '') return [{ path: `texts.${language}.${key}`, code: 'text_missing' }];
      return [...said].length > LIMITS.surveySending.text ? [{ path: `texts.${language}.${key}`, code: 'too_long', params: { maximum: LIMITS.surveySending.text } }] : [];
    }),
  );
}
