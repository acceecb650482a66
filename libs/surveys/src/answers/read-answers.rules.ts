import { LIMITS } from '@kaiku/kernel';
import type { Answers, Asked, AskedQuestion } from './asked';

/** Something to mend before an answer can be taken; `public.problem.<fault>` says what. */
export interface AnswerFault {
  /** Of the question, as the form names its field. */
  readonly field: string;
  readonly fault: 'survey_required' | 'survey_choice' | 'survey_long' | 'survey_letters';
  readonly params?: Readonly<Record<string, number>>;
}

export interface AnswersRead {
  readonly answers: Answers;
  /** May we get in touch: null when nothing was chosen. */
  readonly contact: boolean | null;
  readonly faults: readonly AnswerFault[];
  /** The form has fields that this page never had: it was not filled in with our page. */
  readonly unknown: boolean;
}

type Sent = ReadonlyMap<string, readonly string[]>;

export const fieldOf = (questionId: string): string => `q-${questionId}`;
/** Fields of the form that are no question. */
const OWN_FIELDS = new Set(['nonce', 'website', 'contact', 'from', 'rev', '_lang']);

/** Characters as people count them in a text: an ä is one, however it is stored. */
export const charactersOf = (text: string): number => [...text].length;

/** Line ends as one character, and none that a page may not show. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '')
    .trim()
    .normalize('NFC');

/** What a page's form brought. @param page the questions it showed */
export function readAnswers(page: readonly AskedQuestion[], asked: Pick<Asked, 'asksForContact'>, sent: Sent): AnswersRead {
  const answers: Record<string, string> = {};
  const faults: AnswerFault[] = [];
  const one = (name: string): string => sent.get(name)?.[0] ?? '';
  for (const question of page) {
    const field = fieldOf(question.id);
    const raw = one(field);
    const value = question.kind === 'text' ? clean(raw) : raw;
    if (value === '') {
      if (question.required) faults.push({ field, fault: 'survey_required' });
    } else if (question.kind === 'text' ? !raw.isWellFormed() || raw.includes('\uFFFD') : false) {
      faults.push({ field, fault: 'survey_letters' });
      answers[question.id] = value.toWellFormed();
    } else if (question.kind === 'text') {
      answers[question.id] = value;
      if (charactersOf(value) > LIMITS.surveyAnswer.comment) faults.push({ field, fault: 'survey_long', params: { maximum: LIMITS.surveyAnswer.comment, count: charactersOf(value) } });
    } else if (!question.choices.some((choice) => choice.value === value) || (sent.get(field)?.length ?? 0) > 1) {
      // `4.0`, `４` and 6 of 5 are none of the values that the page offered.
      faults.push({ field, fault: 'survey_choice' });
    } else answers[question.id] = value;
  }
  const contact = one('contact');
  if (contact !== '' && contact !== 'yes' && contact !== 'no') faults.push({ field: 'contact', fault: 'survey_choice' });
  const fields = new Set(page.map((q) => fieldOf(q.id)));
  return {
    answers, faults,
    contact: asked.asksForContact && (contact === 'yes' || contact === 'no') ? contact === 'yes' : null,
    unknown: [...sent.keys()].some((name) => name.startsWith('q-') ? !fields.has(name) : !OWN_FIELDS.has(name)),
  };
}
