import type { Answers, Asked, AskedQuestion } from './asked';

/** The questions that these answers lead through, in order: rules only lead on, never back. */
export function questionsReached({ questions, rules }: Pick<Asked, 'questions' | 'rules'>, answers: Answers): readonly AskedQuestion[] {
  const reached: AskedQuestion[] = [];
  let at = 0;
  while (at < questions.length) {
    const question = questions[at]!;
    reached.push(question);
    const rule = rules.find((r) => r.question === question.id && answers[question.id] !== undefined && r.values.includes(answers[question.id]!));
    if (!rule) at++;
    else if (rule.to === null) break;
    else at = Math.max(at + 1, questions.findIndex((q) => q.id === rule.to));
  }
  return reached;
}

/**
 * What one page asks: from `from` up to the next page, or to the first question whose answer decides what comes next. Without scripts a page cannot change
 * while it is filled in.
 */
export function pageFrom(asked: Pick<Asked, 'questions' | 'rules'>, answers: Answers, from: string | null): readonly AskedQuestion[] {
  const reached = questionsReached(asked, answers);
  const start = from === null ? 0 : reached.findIndex((q) => q.id === from);
  if (start < 0) return [];
  const deciding = reached.findIndex((q, i) => i >= start && asked.rules.some((r) => r.question === q.id));
  const newPage = reached.findIndex((q, i) => i > start && q.newPage);
  const ends = [...(deciding < 0 ? [] : [deciding + 1]), ...(newPage < 0 ? [] : [newPage])];
  return reached.slice(start, ends.length > 0 ? Math.min(...ends) : undefined);
}

/** The question that the page after this one begins with, or null when nothing is left to ask. */
export function nextAfter(asked: Pick<Asked, 'questions' | 'rules'>, answers: Answers, page: readonly AskedQuestion[]): string | null {
  const reached = questionsReached(asked, answers);
  return reached[reached.findIndex((q) => q.id === page.at(-1)?.id) + 1]?.id ?? null;
}

/** Answers without those to questions that are not come to any more. */
export function keptAnswers(asked: Pick<Asked, 'questions' | 'rules'>, answers: Answers): Answers {
  return Object.fromEntries(questionsReached(asked, answers).flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
}
