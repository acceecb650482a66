import { LIMITS, type Locale } from '@kaiku/kernel';
import { fieldErrors, html, message, page, summary, type Html, type PageProblem } from '@kaiku/platform';
import type { Answers, Asked, AskedQuestion } from '../answers/asked';
import { charactersOf, fieldOf } from '../answers/read-answers.rules';

export interface AnswerPage {
  readonly locale: Locale;
  readonly organisation: string;
  readonly token: string;
  readonly nonce: string;
  readonly asked: Asked;
  /** The questions of this page; the first page also asks whether we may get in touch. */
  readonly questions: readonly AskedQuestion[];
  readonly first: boolean;
  /** The revision that a later page adds to. */
  readonly revision: number | null;
  readonly answers: Answers;
  readonly contact: boolean | null;
  readonly problems: readonly PageProblem[];
  /** What it is about, as far as whoever has the link may know. */
  readonly about: { readonly topic: string | null; readonly on: string } | null;
  readonly anonymous: boolean;
}

export const surveyPath = (token: string, locale: Locale): string => `/s/${token}?lang=${locale}`;

/** The questions, with what was chosen and what is wrong with it. One button; nothing is sent by itself. */
export function answerPage(p: AnswerPage): string {
  const t = (key: string, params = {}): string => message(p.locale, `survey.${key}`, params);
  const send = p.first ? t('send') : t('send_more');
  return page({
    locale: p.locale,
    organisation: p.organisation,
    title: p.asked.title,
    failed: p.problems.length > 0,
    path: (locale) => surveyPath(p.token, locale),
    form: 'f',
    send,
    main: html`${summary(p.locale, p.problems)}<h1>${p.asked.title}</h1>
${p.first ? html`${p.asked.lead && html`<p>${p.asked.lead}</p>\n`}${p.about && html`<p class="quiet">${t(p.about.topic ? `about_${p.about.topic}` : 'about', { on: p.about.on })}</p>\n`}` : html`<p>${t('kept')}</p>\n`}<form id="f" method="post" action="${surveyPath(p.token, p.locale)}#e" novalidate>
<input type="hidden" name="nonce" value="${p.nonce}" autocomplete="off">
${!p.first && html`<input type="hidden" name="from" value="${p.questions[0]?.id}"><input type="hidden" name="rev" value="${p.revision}">\n`}${p.questions.map((question) => (question.kind === 'text' ? writing(p, question) : choosing(p, fieldOf(question.id), question.text, question.choices, p.answers[question.id], !question.required)))}
${p.first && p.asked.asksForContact && choosing(p, 'contact', t('contact'), [{ value: 'yes', label: t('contact_yes') }, { value: 'no', label: t('contact_no') }], p.contact === null ? undefined : p.contact ? 'yes' : 'no', true)}
<div class="trap" aria-hidden="true"><label for="website">${t('trap')}</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>
<p class="quiet">${t(p.anonymous ? 'anonymous' : 'identified')}</p>
<button class="main" id="send">${send}</button>
</form>`,
  });
}

const optional = (p: AnswerPage, text: string): string => `${text} ${message(p.locale, 'survey.optional')}`;

function choosing(p: AnswerPage, field: string, text: string, choices: readonly { readonly value: string; readonly label: string }[], chosen: string | undefined, free: boolean): Html {
  const errors = fieldErrors(p.locale, p.problems, field);
  return html`<div class="field${errors && ' wrong'}"><fieldset${errors && html` aria-describedby="${field}-why"`}><legend>${free ? optional(p, text) : text}</legend>
${errors}${choices.map(({ value, label }, i) => {
    // The first one is where a link of the error summary leads.
    const id = i === 0 ? field : `${field}-${i}`;
    return html`<div class="choice"><input type="radio" name="${field}" value="${value}" id="${id}"${chosen === value && html` checked`}><label for="${id}">${label}</label></div>
`;
  })}</fieldset></div>
`;
}

function writing(p: AnswerPage, question: AskedQuestion): Html {
  const field = fieldOf(question.id);
  const errors = fieldErrors(p.locale, p.problems, field);
  const text = p.answers[question.id] ?? '';
  const count = charactersOf(text);
  return html`<div class="field${errors && ' wrong'}"><label for="${field}">${question.required ? question.text : optional(p, question.text)}</label>
<p class="quiet" id="${field}-hint">${message(p.locale, count > 0 ? 'survey.count' : 'survey.limit', { maximum: LIMITS.surveyAnswer.comment, count })}</p>
${errors}<textarea id="${field}" name="${field}" rows="4" aria-describedby="${field}-hint${errors && ` ${field}-why`}"${errors && html` aria-invalid="true"`}>
${text}</textarea></div>
`;
}
