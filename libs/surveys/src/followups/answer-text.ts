import type { Answers, Asked } from '../answers/asked';

/** An answer as people read it in a timeline: each question with what was said to it. */
export function answerText(asked: Asked, answers: Answers): string {
  return asked.questions
    .filter((q) => answers[q.id] !== undefined)
    .map((q) => `${q.text}\n${q.choices.find((choice) => choice.value === answers[q.id])?.label ?? answers[q.id]}`)
    .join('\n\n');
}
