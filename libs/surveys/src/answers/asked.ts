import type { Locale } from '@kaiku/kernel';
import type { Scale } from '../scores/scale.rules';
import { valuesOf, type LogicRule, type Question, type QuestionKind, type SurveyTexts } from '../survey.words';

/** One question as a person sees it, in their language. */
export interface AskedQuestion {
  readonly id: string;
  /** `rating` counts in scores; `choice` is one of several words; `text` is free. */
  readonly kind: 'rating' | 'choice' | 'text';
  readonly scale: Scale | null;
  /** A new page begins with it. */
  readonly newPage: boolean;
  readonly required: boolean;
  readonly text: string;
  /** What can be chosen, in the order shown; none of a text. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** After `question`, who answered one of `values` goes on at `to`; null ends. */
export interface AskedRule {
  readonly question: string;
  readonly values: readonly string[];
  readonly to: string | null;
}

/** A version of a survey in one language. */
export interface Asked {
  readonly title: string;
  readonly lead: string | null;
  readonly thanks: string | null;
  readonly questions: readonly AskedQuestion[];
  readonly rules: readonly AskedRule[];
  /** Whether the page asks if we may get in touch. */
  readonly asksForContact: boolean;
}

/** Question → what was chosen or written. Who skipped a question is not in it. */
export type Answers = Readonly<Record<string, string>>;

/** What a version holds, as it is stored. */
export interface StoredVersion {
  readonly questions: readonly Question[];
  readonly logic: readonly LogicRule[];
  readonly texts: Partial<SurveyTexts>;
}

export const SCALE_OF: Partial<Record<QuestionKind, Scale>> = { csat: 'csat5', nps: 'nps', ces: 'ces7', solved: 'solved' };
const SOLVED: Readonly<Record<string, number>> = { no: 1, partly: 2, yes: 3 };

/** A chosen value as a point of its scale. */
export const pointOf = (scale: Scale, value: string | number): number => (scale === 'solved' ? (SOLVED[value] ?? Number.NaN) : Number(value));

/** The version as this language reads it. */
export function askedOf({ questions, logic, texts }: StoredVersion, language: Locale, identified: boolean): Asked {
  const words = texts[language] ?? {};
  return {
    title: words['page.title'] ?? words['mail.subject'] ?? '',
    lead: words['page.lead'] ?? null,
    thanks: words['page.thanks'] ?? null,
    asksForContact: identified,
    questions: questions.map((q): AskedQuestion => {
      const scale = SCALE_OF[q.kind] ?? null;
      return {
        id: q.id, kind: scale ? 'rating' : q.kind === 'text' ? 'text' : 'choice', scale, required: q.required ?? false, newPage: q.newPage ?? false, text: words[`q.${q.id}`] ?? '',
        choices: (valuesOf(q) ?? []).map((value) => ({ value: String(value), label: labelled(value, words[`q.${q.id}.${value}`]) })),
      };
    }),
    rules: logic.map((rule) => ({ question: rule.question, values: rule.in.map(String), to: rule.goTo === 'end' ? null : rule.goTo })),
  };
}

/** A number is said with its word, where it has one: a figure alone tells nobody which end is good. */
const labelled = (value: string | number, word: string | undefined): string => (typeof value === 'string' ? (word ?? value) : word ? `${value} – ${word}` : String(value));
